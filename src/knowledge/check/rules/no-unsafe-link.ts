import type { Node, Parent } from 'mdast';
import type { LinkDefinitions } from '../../source/mdx/link-definitions.ts';
import { getNodeSpan } from '../../source/mdx/mdx-source.ts';
import { quote } from '../../source/problem.ts';
import type { Rule } from './rule.ts';
import { isPictureName } from './valid-picture.ts';

const ALLOWED_SCHEMES = ['https:', 'http:', 'mailto:'];
/** Any origin will do: it only makes site-relative addresses readable to `URL`. */
const ANY_ORIGIN = 'https://site.invalid';

/**
 * Whether an address is one that a page may link to: with one of the schemes, or within the site. `URL` sees
 * through tabs and case, as a browser does. `//host` and `/\\host` leave the site without saying so; a name
 * and a password before a host make it look like another.
 */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address, ANY_ORIGIN)) return false;
  const { protocol, host, username, password } = new URL(address, ANY_ORIGIN);
  if (username || password) return false;
  if (/^[/#]/.test(address)) return protocol === 'https:' && host === 'site.invalid';
  return /^(?:https?:\/\/|mailto:)/i.test(address) && ALLOWED_SCHEMES.includes(protocol);
}

export const noUnsafeLink: Rule = {
  name: 'no-unsafe-link',
  severity: 'error',
  why: 'A link leads to a page, or opens a mail. Other schemes can run code in the browser of whoever clicks; and an address that begins with a name leads elsewhere from each page it is shown on.',
  example: { wrong: '[logs](javascript:alert(1))', right: '[logs](https://example.org/logs)' },
  check({ file, report }) {
    if (file.type !== 'document') return;
    const defined = file.definitions;
    for (const node of file.nodes.listByTypes('link', 'definition', 'linkReference')) {
      const url = getAddressToCheck(node, defined);
      if (url === undefined || isSafeAddress(url)) continue;
      report({
        span: getNodeSpan(node),
        message: `Unexpected address ${quote(url)}, expected one that begins with https://, http://, mailto:, / or #`,
      });
    }
  },
};

/** The address that has to be judged where `node` stands: a definition's once, unless it names a picture. */
function getAddressToCheck(node: Node | Parent, defined: LinkDefinitions): string | undefined {
  if (node.type === 'link') return (node as { url?: string }).url;
  if (node.type === 'definition') {
    const { url = '' } = node as { url?: string };
    return isPictureName(url) ? undefined : url;
  }
  if (node.type !== 'linkReference') return undefined;
  const url = defined.findUrl(node as { identifier?: string });
  return url !== undefined && isPictureName(url) ? url : undefined;
}
