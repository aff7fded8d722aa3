import type { Ref } from '../../schema/kinds.ts';
import type { Content } from '../../source/content.ts';
import { getTextAt } from '../../source/field-values.ts';
import { findRefs } from '../../source/located-refs.ts';
import type { Rule } from './rule.ts';

/** Returns the id that replaced an entry, or undefined if the entry is in use. */
export function getReplacement(content: Content, { kind, id }: Ref): string | undefined {
  if (kind === 'lesson') return getTextAt(content.findDocument(kind, id)?.yaml.value, ['replacedBy']);
  if (kind !== 'tag' && kind !== 'service') return undefined;
  const item = content.findItem(kind, id);
  return item && getTextAt(content.findVocabulary(kind)?.yaml.value, [item.index, 'replacedBy']);
}

/** Follows replacements to the last id. Returns undefined if they form a cycle. */
export function findLastReplacement(content: Content, ref: Ref): string | undefined {
  const seen = new Set([ref.id]);
  let last = getReplacement(content, ref);
  for (let next = last; next !== undefined; next = getReplacement(content, { ...ref, id: next })) {
    if (seen.has(next)) return undefined;
    seen.add(next);
    last = next;
  }
  return last;
}

export const noReplacedEntry: Rule = {
  name: 'no-replaced-entry',
  severity: 'warning',
  why: 'Cases filed under an old id are missing from the count of the new one.',
  example: { wrong: 'tags: [copied-config]', right: 'tags: [unreviewed-configuration]' },
  check({ file, content, report }) {
    for (const { ref, span, path } of findRefs(file)) {
      if (path?.includes('replacedBy') || getReplacement(content, ref) === undefined) continue;
      const last = findLastReplacement(content, ref);
      report({
        span,
        message: `Unexpected ${ref.kind} \`${ref.id}\`, expected the ${ref.kind} that replaced it`,
        hint: last ? `Did you mean \`${last}\`?` : undefined,
        edits: last && content.has({ ...ref, id: last }) ? [{ span, text: last }] : undefined,
      });
    }
  },
};
