import type { Ref } from '../../schema/kinds.ts';
import { keyOf } from '../../schema/kinds.ts';
import { locatedReferences } from '../../source/references.ts';
import type { Path } from '../../source/yaml/yaml-source.ts';
import type { Rule } from './rule.ts';

export const repeatedEntry: Rule = {
  name: 'repeated-entry',
  severity: 'error',
  why: 'The same entry named twice in a list, or a lesson that was both learned and confirmed, would be counted twice.',
  example: { wrong: 'tags: [stale-lock, stale-lock]', right: 'tags: [stale-lock]' },
  check({ file, report }) {
    const seen = new Set<string>();
    for (const { ref, span, path } of locatedReferences(file)) {
      if (!path || typeof path.at(-1) !== 'number') continue;
      const key = `${keyOf(ref)} ${listOf(path, ref)}`;
      if (seen.has(key)) {
        report({ span, message: `Unexpected second \`${ref.id}\`, expected each ${ref.kind} once` });
      }
      seen.add(key);
    }
  },
};

/** What counts as one list: `lessons.learned` and `lessons.confirmed` do together. */
function listOf(path: Path, { kind }: Ref): string {
  const list = path.slice(0, -1).map(String);
  return kind === 'lesson' && list[0] === 'lessons' ? 'lessons' : list.join('.');
}
