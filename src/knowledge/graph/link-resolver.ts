/** What a body's links lead to, for the renderer. */

import { DOCUMENT_FOLDERS, type DocumentKind, type Ref } from '../schema/kinds.ts';
import type { Addresses } from '../source/addresses.ts';
import type { LinkResolver } from '../source/components/component.ts';

/**
 * @param document the one whose body is rendered; pictures lie beside it
 * @param titleOf the title of an entry; undefined where there is none
 */
export function createLinkResolver(
  document: { readonly kind: DocumentKind },
  addresses: Addresses,
  titleOf: (ref: Ref) => string | undefined,
): LinkResolver {
  return {
    entry(ref) {
      const title = titleOf(ref);
      return title === undefined ? undefined : { title, href: addresses.entry(ref) };
    },
    picture: (name) => addresses.picture(`${DOCUMENT_FOLDERS[document.kind]}/${name}`),
    resolve: (href) => addresses.resolve(href),
  };
}
