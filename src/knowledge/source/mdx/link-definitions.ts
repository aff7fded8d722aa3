/** The addresses that a body defines (`[name]: address`) for its links and pictures by reference. */
import type { Definition } from 'mdast';

export interface LinkDefinitions {
  /** The address that a reference leads to; undefined where nothing defines it. */
  findUrl(reference: { readonly identifier?: string }): string | undefined;
}

/**
 * Of two definitions with the same name the first applies (CommonMark, section 4.7).
 *
 * @param definitions all of a body, from top to bottom
 */
export function readDefinitions(definitions: readonly Definition[]): LinkDefinitions {
  const urls = new Map<string, string>();
  const keyOf = (identifier: string) => identifier.toUpperCase();
  for (const { identifier, url } of definitions) {
    if (!urls.has(keyOf(identifier))) urls.set(keyOf(identifier), url);
  }
  return {
    findUrl: ({ identifier }) => (identifier === undefined ? undefined : urls.get(keyOf(identifier))),
  };
}
