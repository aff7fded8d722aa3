import type { Ref } from '../../schema/kinds.ts';
import { toRefKey } from '../../schema/kinds.ts';
import { findRefs } from '../../source/located-refs.ts';
import type { Path } from '../../source/yaml/yaml-source.ts';
import type { Rule } from './rule.ts';

export const noDuplicateReference: Rule = {
  name: 'no-duplicate-reference',
  severity: 'error',
  why: 'If a list names an entry twice, or a lesson is both learned and confirmed, it would be counted twice.',
  example: { wrong: 'tags: [stale-lock, stale-lock]', right: 'tags: [stale-lock]' },
  check({ file, report }) {
    const seen = new Set<string>();
    for (const { ref, span, path } of findRefs(file)) {
      if (!path || typeof path.at(-1) !== 'number') continue;
      const key = `${toRefKey(ref)} ${getListKey(path, ref)}`;
      if (seen.has(key)) {
        report({ span, message: `Unexpected second \`${ref.id}\`, expected each ${ref.kind} once` });
      }
      seen.add(key);
    }
  },
};

/** Identifies a list. `lessons.learned` and `lessons.confirmed` count as one. */
function getListKey(path: Path, { kind }: Ref): string {
  const list = path.slice(0, -1).map(String);
  return kind === 'lesson' && list[0] === 'lessons' ? 'lessons' : list.join('.');
}
