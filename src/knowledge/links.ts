/** What a body's links lead to, for the renderer. */
import type { Addresses } from './addresses.ts';
import type { Links } from './components/component.ts';
import { DOCUMENT_FOLDERS, type DocumentKind, type Ref } from './kinds.ts';

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
