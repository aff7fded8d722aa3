/** Resolves the links of a body for the renderer. */
import { DOCUMENT_FOLDERS, type DocumentKind, type Ref } from '../schema/kinds.ts';
import type { Addresses } from '../source/addresses.ts';
import type { LinkResolver } from '../source/components/component.ts';

/**
 * @param document whose body is rendered, for the folder of its pictures
 * @param getTitle returns the title of an entry, or undefined if there is no such entry
 */
export function createLinkResolver(
  document: { readonly kind: DocumentKind },
  addresses: Addresses,
  getTitle: (ref: Ref) => string | undefined,
): LinkResolver {
  return {
    entry(ref) {
      const title = getTitle(ref);
      return title === undefined ? undefined : { title, href: addresses.entry(ref) };
    },
    picture: (name) => addresses.picture(`${DOCUMENT_FOLDERS[document.kind]}/${name}`),
    resolve: (href) => addresses.resolve(href),
  };
}
