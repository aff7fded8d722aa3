/** What a body's links lead to, for the renderer. */

import { DOCUMENT_FOLDERS, type DocumentKind, type Ref } from '../schema/kinds.ts';
import type { Addresses } from '../source/addresses.ts';
import type { Links } from '../source/components/component.ts';

/**
 * @param document the one whose body is rendered; pictures lie beside it
 * @param titleOf the title of an entry; undefined where there is none
 */
export function createLinks(
  document: { readonly kind: DocumentKind },
  addresses: Addresses,
  titleOf: (ref: Ref) => string | undefined,
): Links {
  return {
    to(ref) {
      const title = titleOf(ref);
      return title === undefined ? undefined : { title, href: addresses.of(ref) };
    },
    picture: (name) => addresses.picture(`${DOCUMENT_FOLDERS[document.kind]}/${name}`),
    page: (href) => addresses.page(href),
  };
}
