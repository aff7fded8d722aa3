import type { Node, Parent } from 'mdast';
import type { LinkDefinitions } from '../../source/mdx/link-definitions.ts';
import { getNodeSpan } from '../../source/mdx/mdx-source.ts';
import { quote } from '../../source/problem.ts';
import type { Rule } from './rule.ts';
import { isPictureName } from './valid-picture.ts';

const ALLOWED_SCHEMES = ['https:', 'http:', 'mailto:'];
/** Any origin works: `URL` needs one to parse addresses within the site. */
const ANY_ORIGIN = 'https://site.invalid';

/**
 * Returns whether a page may link to an address: one with an allowed scheme, or one within the site. `URL` ignores
 * tabs and case, as browsers do. `//host` and `/\\host` look as if they were within the site, and a user name
 * before a host can look like another host.
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
  why: "A link goes to a page or starts an email. Other schemes can run code in the reader's browser. A relative address goes somewhere else on each page that shows the text.",
  example: { wrong: '[logs](javascript:alert(1))', right: '[logs](https://example.org/logs)' },
  check({ file, report }) {
    if (file.type !== 'document') return;
    const defined = file.definitions;
    for (const node of file.nodes.listByTypes('link', 'definition', 'linkReference')) {
      const url = getAddressToCheck(node, defined);
      if (url === undefined || isSafeAddress(url)) continue;
      report({
        span: getNodeSpan(node),
        message: `Unexpected address ${quote(url)}, expected one that starts with https://, http://, mailto:, / or #`,
      });
    }
  },
};

/** Returns the address to check at `node`. A definition is checked once, and only if it is not a picture. */
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
