import type { Node, Parent } from 'mdast';
import type { LinkDefinitions } from '../../source/mdx/link-definitions.ts';
import { getNodeSpan } from '../../source/mdx/mdx-source.ts';
import { quote } from '../../source/problem.ts';
import { isSafeAddress, isSafeInField } from '../../source/safe-address.ts';
import { listSentenceLinks } from '../../source/sentences.ts';
import type { Rule } from './rule.ts';
import { isPictureName } from './valid-picture.ts';

export const noUnsafeLink: Rule = {
  name: 'no-unsafe-link',
  severity: 'error',
  why: "A link goes to a page or starts an email. Other schemes can run code in the reader's browser. A relative address goes somewhere else on each page that shows the text.",
  example: { wrong: '[logs](javascript:alert(1))', right: '[logs](https://example.org/logs)' },
  check({ file, report }) {
    for (const { url, span } of listSentenceLinks(file)) {
      if (!isSafeInField(url)) report({ span, message: createMessage(url, 'mailto: or /') });
    }
    if (file.type !== 'document') return;
    const defined = file.definitions;
    for (const node of file.nodes.listByTypes('link', 'definition', 'linkReference')) {
      const url = getAddressToCheck(node, defined);
      if (url === undefined || isSafeAddress(url)) continue;
      report({ span: getNodeSpan(node), message: createMessage(url, 'mailto:, / or #') });
    }
  },
};

function createMessage(url: string, lastStarts: string): string {
  return `Unexpected address ${quote(url)}, expected one that starts with https://, http://, ${lastStarts}`;
}

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
