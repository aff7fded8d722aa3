/** The addresses that a body defines (`[name]: address`) for its links and pictures by reference. */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

export interface Definitions {
  /** The address that a reference leads to; undefined where nothing defines it. */
  urlOf(reference: { readonly identifier?: string }): string | undefined;
}

/** Of two definitions with the same name the first holds, as CommonMark says (section 4.7). */
export function definitionsIn(tree: Root): Definitions {
  const urls = new Map<string, string>();
  const keyOf = (identifier: string) => identifier.toUpperCase();
  visit(tree, 'definition', ({ identifier, url }) => {
    if (!urls.has(keyOf(identifier))) urls.set(keyOf(identifier), url);
  });
  return { urlOf: ({ identifier }) => (identifier === undefined ? undefined : urls.get(keyOf(identifier))) };
}
