/** Resolves the links of a body for the renderer. */
import { DOCUMENT_FOLDERS, type DocumentKind, type Ref } from '../schema/kinds.ts';
import type { Addresses } from '../source/addresses.ts';
import type { LinkResolver } from '../source/components/component.ts';
import { getProcedureListId } from './procedures.ts';

/**
 * @param document whose body is rendered, for the folder of its pictures and the lists of its procedures
 * @param getTitle returns the title of an entry, or undefined if there is no such entry
 * @param isTickedOff returns whether the procedures of an activity have lists of their own
 */
export function createLinkResolver(
  document: { readonly kind: DocumentKind; readonly id: string },
  addresses: Addresses,
  getTitle: (ref: Ref) => string | undefined,
  isTickedOff: (activity: string) => boolean = () => false,
): LinkResolver {
  return {
    entry(ref) {
      const title = getTitle(ref);
      return title === undefined ? undefined : { title, href: addresses.entry(ref) };
    },
    sheet: (procedure, activity) =>
      isTickedOff(activity)
        ? addresses.checklist(getProcedureListId({ id: `${document.id}#${procedure}` }))
        : undefined,
    picture: (name) => addresses.picture(`${DOCUMENT_FOLDERS[document.kind]}/${name}`),
    resolve: (href) => addresses.resolve(href),
  };
}
