import type { Definition, Link, LinkReference } from 'mdast';
import { getReferenceKind, getScalar } from '../../schema/inspect-schema.ts';
import { webAddress } from '../../schema/scalars.ts';
import type { ContentFile } from '../../source/content.ts';
import type { DocumentFile } from '../../source/document-file.ts';
import { findFieldSchema } from '../../source/field-schema.ts';
import { getTextAt } from '../../source/field-values.ts';
import { findOtherHost } from '../../source/link-text.ts';
import { findLookalikeHost } from '../../source/lookalike-host.ts';
import { getNodeSpan } from '../../source/mdx/mdx-source.ts';
import { getVisibleLine } from '../../source/mdx/visible-text.ts';
import { quote, type Span } from '../../source/problem.ts';
import { hasUnsafeMailField, isSafeAddress, isSafeInField } from '../../source/safe-address.ts';
import { listSentenceLinks } from '../../source/sentences.ts';
import type { Rule } from './rule.ts';
import { isPictureName } from './valid-picture.ts';

interface CheckedLink {
  /** Undefined if it is checked elsewhere, or is a picture. */
  readonly url: string | undefined;
  /** The words that are the link. */
  readonly text?: string;
  readonly isCode?: boolean;
  /** The address that `text` belongs to, if it is written elsewhere. */
  readonly target?: string | undefined;
  readonly span: Span;
}

export const noUnsafeLink: Rule = {
  name: 'no-unsafe-link',
  severity: 'error',
  why: "A link goes to a page or starts an email. Other schemes can run code in the reader's browser. A relative address goes somewhere else on each page that shows the text. A text or letters that look like the address of another site lead readers to the wrong one.",
  example: { wrong: '[logs](javascript:alert(1))', right: '[logs](https://example.org/logs)' },
  check({ file, content, report }) {
    const check = (
      { url, text = '', isCode = false, target = url, span }: CheckedLink,
      isSafe: (url: string) => boolean,
      lastStarts: string,
    ) => {
      if (url !== undefined && (!isSafe(url) || findLookalikeHost(url))) {
        report({ span, message: createMessage(url, lastStarts) });
        return;
      }
      if (target === undefined || text === '') return;
      const other = findOtherHost({ text, url: target, site: content.getSiteAddress(), isCode });
      if (!other) return;
      const { shown, actual } = other;
      report({
        span,
        message: `Unexpected text of a link to ${quote(actual)}: an address of ${quote(shown)}, expected words or an address of the same host`,
      });
    };
    for (const link of listSentenceLinks(file)) check(link, isSafeInField, 'mailto: or /');
    for (const link of listFieldLinks(file)) check(link, isSafeInField, 'mailto: or /');
    if (file.type !== 'document') return;
    for (const link of listBodyLinks(file)) check(link, isSafeAddress, 'mailto:, / or #');
  },
};

function createMessage(url: string, lastStarts: string): string {
  const host = findLookalikeHost(url);
  if (host) {
    return `Unexpected host ${quote(host.shown)}, which is ${quote(host.ascii)}, expected letters of one script that do not look like others`;
  }
  if (hasUnsafeMailField(url)) {
    return `Unexpected address ${quote(url)}, expected \`mailto:\` with no other field than \`subject\` and \`body\`, each on one line`;
  }
  return `Unexpected address ${quote(url)}, expected one that starts with https://, http://, ${lastStarts}`;
}

/** Lists the addresses that are the value of a field: of sources, tickets and settings. A title is the text of its address. */
function listFieldLinks(file: ContentFile): CheckedLink[] {
  if (!('yaml' in file)) return [];
  const { yaml } = file;
  return yaml.scalars().flatMap(({ path, span }) => {
    const url = getTextAt(yaml.value, path)?.trim() ?? '';
    const name = path.at(-1);
    if (name === 'title' || !/^(?:https?:\/\/|mailto:)/i.test(url)) return [];
    if (!/^mailto:/i.test(url) && !webAddress.safeParse(url).success) return [];
    const schema = findFieldSchema(file, path);
    // Sentences are checked with their links, and nothing links to ids, roles and texts that were seen.
    if (!schema || getReferenceKind(schema) || getScalar(schema)) return [];
    const title = name === 'url' || name === 'address' ? [...path.slice(0, -1), 'title'] : undefined;
    return [{ url, text: (title && getTextAt(yaml.value, title)) ?? '', span }];
  });
}

/** A definition is checked once, and only if it is not a picture. */
function listBodyLinks({ nodes, definitions }: DocumentFile): CheckedLink[] {
  return nodes.listByTypes('link', 'definition', 'linkReference').map((node) => {
    const span = getNodeSpan(node);
    if (node.type === 'definition') {
      const { url } = node as Definition;
      return { url: isPictureName(url) ? undefined : url, span };
    }
    const link = node as Link | LinkReference;
    const isCode = link.children.every(({ type }) => type === 'inlineCode');
    const words = { text: getVisibleLine(link), isCode, span };
    if (link.type === 'link') return { url: link.url, ...words };
    const target = definitions.findUrl(link);
    return { url: target !== undefined && isPictureName(target) ? target : undefined, target, ...words };
  });
}
