/** Divides the search documents of a site into parts, so that an edit changes one of them. */
import type { Ref } from '../schema/kinds.ts';

const PART_BITS = 6;
export const DOCUMENT_PARTS = 2 ** PART_BITS;

/** Returns the number of the part of an entry, which does not depend on the others. The hash is FNV-1a with 32 bits. */
export function getDocumentPart({ kind, id }: Ref): number {
  let hash = 0x811c9dc5;
  for (const letter of `${kind}/${id}`) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> (32 - PART_BITS);
}
