/** The entries that replaced others. */
import { type Ref, toRefKey } from '../schema/kinds.ts';
import type { Content } from '../source/content.ts';
import { getTextAt } from '../source/field-values.ts';

/** Returns the id that replaced an entry, or undefined if the entry is in use. */
export function getReplacement(content: Content, { kind, id }: Ref): string | undefined {
  if (kind === 'lesson') return content.findDocument(kind, id)?.givenFields.replacedBy;
  if (kind !== 'tag' && kind !== 'service') return undefined;
  const item = content.findItem(kind, id);
  return item && getTextAt(content.findVocabulary(kind)?.yaml.value, [item.index, 'replacedBy']);
}

/** Follows replacements to the last id. Returns undefined if they form a cycle, or the entry is in use. */
export function findLastReplacement(content: Content, ref: Ref): string | undefined {
  const last = resolveReplacement(content, ref);
  return last === ref.id ? undefined : last;
}

/** The id at the end of each chain, by kind and id. Without it, each entry of a chain would be followed to the end again. */
const knownEnds = new WeakMap<Content, Map<string, string | undefined>>();

/** Returns the id of an entry itself if it is in use, or undefined if its replacements form a cycle. */
function resolveReplacement(content: Content, ref: Ref): string | undefined {
  const ends = knownEnds.get(content) ?? new Map<string, string | undefined>();
  knownEnds.set(content, ends);
  const seen = new Set<string>();
  let id: string | undefined = ref.id;
  let end: string | undefined;
  while (id !== undefined && !seen.has(toRefKey({ ...ref, id }))) {
    const key: string = toRefKey({ ...ref, id });
    end = ends.has(key) ? ends.get(key) : id;
    if (ends.has(key)) break;
    seen.add(key);
    id = getReplacement(content, { ...ref, id });
    // A cycle has no end.
    if (id !== undefined && seen.has(toRefKey({ ...ref, id }))) end = undefined;
  }
  for (const key of seen) ends.set(key, end);
  return end;
}
