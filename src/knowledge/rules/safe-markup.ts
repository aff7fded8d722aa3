/** Which markup, which addresses and which pictures may stand in a body. Everything else is refused. */
import type { Definition, Image, Link, Node } from 'mdast';
import { visit } from 'unist-util-visit';
import { spanOfNode } from '../mdx-source.ts';
import { quote } from '../problem.ts';
import type { Rule } from './rule.ts';

const ALLOWED = new Set([
  'root',
  'yaml',
  'paragraph',
  'heading',
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'code',
  'break',
  'thematicBreak',
  'blockquote',
  'list',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'definition',
  'footnoteDefinition',
  'footnoteReference',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
  // Judged by `no-code`.
  'mdxjsEsm',
  'mdxFlowExpression',
  'mdxTextExpression',
]);

export const allowedMarkup: Rule = {
  name: 'allowed-markup',
  severity: 'error',
  why: 'Markup is held against a list of what is known to be harmless; what is not on it is refused, whatever it is.',
  example: { wrong: '+++\ntitle = "Outage"\n+++', right: '---\ntitle: Outage\n---' },
  check({ file, report }) {
    if (file.type !== 'document') return;
    visit(file.mdx.tree, (node) => {
      if (ALLOWED.has(node.type)) return;
      report({ span: spanOfNode(node), message: `Unexpected markup \`${node.type}\`, expected Markdown` });
    });
  },
};

const SCHEMES = ['https:', 'http:', 'mailto:'];
/** Any origin will do: it only makes site-relative addresses readable to `URL`. */
const ORIGIN = 'https://site.invalid';

/** Whether an address is one that a page may link to; `URL` sees through entities, tabs and case. */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address, ORIGIN)) return false;
  const { protocol, host, username, password } = new URL(address, ORIGIN);
  if (username || password) return false;
  const isRelative = !/^[a-z][a-z\d+.-]*:/i.test(address.trim());
  // `//host` and `/\host` leave the site without saying so.
  if (isRelative) return host === 'site.invalid' && protocol === 'https:';
  return SCHEMES.includes(protocol);
}

export const safeLink: Rule = {
  name: 'safe-link',
  severity: 'error',
  why: 'A link may lead to a page, or open a mail. Other schemes can run code in the browser of whoever clicks.',
  example: { wrong: '[logs](javascript:alert(1))', right: '[logs](https://example.org/logs)' },
  check({ file, report }) {
    if (file.type !== 'document') return;
    visit(file.mdx.tree, (node) => {
      if (node.type !== 'link' && node.type !== 'definition') return;
      const { url } = node as Link | Definition;
      if (isSafeAddress(url)) return;
      report({
        span: spanOfNode(node),
        message: `Unexpected address ${quote(url)}, expected one that begins with https://, http://, mailto:, / or #`,
      });
    });
  },
};

const PICTURE = /^\.\/[A-Za-z0-9][A-Za-z0-9._-]*\.(?:png|jpg|jpeg|webp|avif|gif)$/;

export const safePicture: Rule = {
  name: 'safe-picture',
  severity: 'error',
  why: 'Pictures come from beside the file, so that they are there when the network is not, and are of types that cannot hold scripts.',
  example: {
    wrong: '![graph](https://example.org/graph.svg)',
    right: '![Connections over time](./graph.png)',
  },
  check({ file, content, report }) {
    if (file.type !== 'document') return;
    const folder = file.path.slice(0, file.path.lastIndexOf('/'));
    // An image by reference takes its address from a definition, which is held against the same list.
    const defined = new Map<string, string>();
    visit(file.mdx.tree, 'definition', (node) => {
      defined.set(node.identifier, node.url);
    });
    visit(file.mdx.tree, (node: Node) => {
      if (node.type !== 'image' && node.type !== 'imageReference') return;
      const url =
        node.type === 'image'
          ? (node as Image).url
          : defined.get((node as unknown as { identifier: string }).identifier);
      if (url === undefined) return;
      if (!PICTURE.test(url)) {
        report({
          span: spanOfNode(node),
          message: `Unexpected picture ${quote(url)}, expected \`./name.png\`, or .jpg, .jpeg, .webp, .avif or .gif, beside the file`,
        });
      } else if (!content.hasFile(`${folder}/${url.slice(2)}`)) {
        report({
          span: spanOfNode(node),
          message: `Unknown picture ${quote(url)}, expected a file beside this one`,
        });
      }
    });
  },
};
