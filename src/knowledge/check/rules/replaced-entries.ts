/** Entries that another has taken the place of. */

import type { Ref } from '../../schema/kinds.ts';
import { VOCABULARY_FILES } from '../../schema/kinds.ts';
import type { Content } from '../../source/content.ts';
import { getTextAt } from '../../source/field-values.ts';
import { findRefs } from '../../source/located-refs.ts';
import type { Rule } from './rule.ts';

/** The id that took the place of an entry; undefined for one that is in use. */
export function getReplacement(content: Content, { kind, id }: Ref): string | undefined {
  if (kind === 'lesson') return getTextAt(content.findDocument(kind, id)?.yaml.value, ['replacedBy']);
  if (kind !== 'tag' && kind !== 'service') return undefined;
  const item = content.findItem(kind, id);
  return item && getTextAt(content.findVocabulary(kind)?.yaml.value, [item.index, 'replacedBy']);
}

/** Follows replacements to the end; undefined where they go in a circle. */
function findLastReplacement(content: Content, ref: Ref): string | undefined {
  const seen = new Set([ref.id]);
  let last = getReplacement(content, ref);
  for (let next = last; next !== undefined; next = getReplacement(content, { ...ref, id: next })) {
    if (seen.has(next)) return undefined;
    seen.add(next);
    last = next;
  }
  return last;
}

export const noDeprecatedEntry: Rule = {
  name: 'no-deprecated-entry',
  severity: 'warning',
  why: 'Cases that are filed under an old id are missing from the count of the new one.',
  example: { wrong: 'tags: [copied-config]', right: 'tags: [unreviewed-configuration]' },
  check({ file, content, report }) {
    for (const { ref, span, path } of findRefs(file)) {
      if (path?.includes('replacedBy') || getReplacement(content, ref) === undefined) continue;
      const right = findLastReplacement(content, ref);
      report({
        span,
        message: `Unexpected ${ref.kind} \`${ref.id}\`, expected the one that took its place`,
        hint: right ? `Did you mean \`${right}\`?` : undefined,
        edits: right && content.has({ ...ref, id: right }) ? [{ span, text: right }] : undefined,
      });
    }
  },
};

export const noReplacementCycle: Rule = {
  name: 'no-replacement-cycle',
  severity: 'error',
  why: 'A chain of replacements has to end at an entry that is in use; one that goes in a circle leads nowhere.',
  example: {
    wrong: '- id: a\n  replacedBy: b\n- id: b\n  replacedBy: a',
    right: '- id: a\n  replacedBy: b\n- id: b',
  },
  check({ file, content, report }) {
    const at =
      file.type === 'document' && file.kind === 'lesson'
        ? [{ ref: { kind: 'lesson' as const, id: file.id }, path: ['replacedBy'] }]
        : file.type === 'vocabulary' && file.kind in VOCABULARY_FILES
          ? file.items.map(({ id, index }) => ({ ref: { kind: file.kind, id }, path: [index, 'replacedBy'] }))
          : [];
    for (const { ref, path } of at) {
      if (!('yaml' in file) || getReplacement(content, ref) === undefined) continue;
      if (findLastReplacement(content, ref) !== undefined) continue;
      report({
        span: file.yaml.spanAt(path),
        message: `Unexpected circle of replacements, expected one that ends at a ${ref.kind} in use`,
      });
    }
  },
};
