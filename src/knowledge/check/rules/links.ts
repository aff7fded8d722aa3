/** Links inside the prose: where they lead, and what they say. */

import { toString as textOf } from 'mdast-util-to-string';
import { DOCUMENT_FOLDERS, type Kind, type Ref, withArticle } from '../../schema/kinds.ts';
import type { Content } from '../../source/content.ts';
import type { DocumentFile } from '../../source/document-file.ts';
import { spanOfNode } from '../../source/mdx/mdx-source.ts';
import { LESSON_SECTIONS, POSTMORTEM_SECTIONS } from '../../source/mdx/page-sections.ts';
import { nearest } from '../../source/nearest.ts';
import { quote } from '../../source/problem.ts';
import type { Finding, Rule } from './rule.ts';

const LISTS: Record<string, Exclude<Kind, 'procedure'>> = {
  ...Object.fromEntries(Object.entries(DOCUMENT_FOLDERS).map(([kind, folder]) => [folder, kind])),
  tags: 'tag',
  services: 'service',
  checklists: 'activity',
};
const PAGES = ['search', 'guide', 'rules', ...Object.keys(LISTS)];

export const knownPage: Rule = {
  name: 'known-page',
  severity: 'error',
  why: 'A link within the site leads to a page, and to a heading on it, that exist. Everything that has an id is linked to best by its component.',
  example: {
    wrong: '[the outage](/postmortems/2018-03-10-mongo/)',
    right: '<PostmortemLink id="2018-03-10-manager-mongo-outage" />',
  },
  check({ file, content, report }) {
    if (file.type !== 'document') return;
    for (const node of file.nodes.of('link', 'definition')) {
      const finding = judge(node.url, file, content);
      if (finding) report({ span: spanOfNode(node), ...finding });
    }
  },
};

type Judgement = Omit<Finding, 'span'> | undefined;

function judge(url: string, file: DocumentFile, content: Content): Judgement {
  if (url.startsWith('#')) return judgeAnchor(url.slice(1), file, 'on this page');
  // What is neither within the site nor on the web is refused by `safe-link`.
  if (!url.startsWith('/') || url.startsWith('//')) return undefined;
  const [path = '', anchor = ''] = url.split('#');
  const [list = '', id, ...rest] = path
    .replace(/[?].*$/, '')
    .split('/')
    .filter(Boolean);
  // The guide has pages of its own, which are no content.
  if (list === '' || list === 'guide') return undefined;
  const kind = Object.hasOwn(LISTS, list) ? LISTS[list] : undefined;
  if (!kind || id === undefined) return judgePage(url, id === undefined ? list : '', list);
  return rest.length === 0 && content.has({ kind, id })
    ? judgeEntry({ kind, id }, anchor, content)
    : unknownEntry(url, list, { kind, id }, content);
}

function judgeEntry({ kind, id }: Ref, anchor: string, content: Content): Judgement {
  const target = content.document(kind, id);
  return anchor && target ? judgeAnchor(anchor, target, `on the page of \`${id}\``) : undefined;
}

function unknownEntry(url: string, list: string, { kind, id }: Ref, content: Content): Judgement {
  const suggestion = nearest(id, content.idsOf(kind));
  return {
    message: `Unknown page ${quote(url)}, expected the address of ${withArticle(kind)}`,
    hint: suggestion ? `Did you mean \`/${list}/${suggestion}/\`?` : undefined,
  };
}

function judgePage(url: string, page: string, list: string): Judgement {
  if (PAGES.includes(page)) return undefined;
  const suggestion = nearest(list, PAGES);
  return {
    message: `Unknown page ${quote(url)}, expected one of ${PAGES.map((name) => `/${name}/`).join(', ')}, or an entry of one`,
    hint: suggestion ? `Did you mean \`/${suggestion}/\`?` : undefined,
  };
}

function judgeAnchor(anchor: string, file: DocumentFile, where: string): Judgement {
  const anchors = anchorsOf(file);
  if (anchors.includes(decode(anchor)) || anchor.startsWith('note-')) return undefined;
  const suggestion = nearest(anchor, anchors);
  return {
    message: `Unknown anchor ${quote(`#${anchor}`)}, expected the anchor of a heading or procedure ${where}`,
    hint: suggestion ? `Did you mean \`#${suggestion}\`?` : undefined,
  };
}

function decode(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

function anchorsOf({ kind, body }: DocumentFile): string[] {
  const made =
    kind === 'postmortem'
      ? Object.keys(POSTMORTEM_SECTIONS)
      : kind === 'lesson'
        ? Object.keys(LESSON_SECTIONS)
        : [];
  return [...body.headings.map(({ slug }) => slug), ...body.procedures.map(({ id }) => id), ...made];
}

/** Whether a text says nothing of where its link leads. */
export function isEmptyLinkText(text: string): boolean {
  return /^(?:|here|click here|this|link|this link)$/i.test(text);
}

export const linkText: Rule = {
  name: 'link-text',
  severity: 'error',
  why: 'A link that says nothing, or only "here", is a blank to someone who listens to the page or looks over its links.',
  example: {
    wrong: '[here](https://example.org/status)',
    right: '[the status page](https://example.org/status)',
  },
  check({ file, report }) {
    if (file.type !== 'document') return;
    for (const node of file.nodes.of('link', 'linkReference')) {
      const text = textOf(node, { includeImageAlt: true }).trim();
      if (!isEmptyLinkText(text)) continue;
      report({
        span: spanOfNode(node),
        message:
          text === ''
            ? 'Missing text of a link, expected what it leads to'
            : `Unexpected text ${quote(text)} of a link, expected what it leads to`,
      });
    }
  },
};
