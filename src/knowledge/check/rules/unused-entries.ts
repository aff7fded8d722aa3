/** What stands in the knowledge base and is used by nothing in it. */

import { getReplacement } from './replaced-entries.ts';
import type { Rule } from './rule.ts';

export const requiredLessonEvidence: Rule = {
  name: 'required-lesson-evidence',
  severity: 'warning',
  why: 'A lesson that no incident taught or confirmed, and no note teaches, is an opinion; its checks would stand on checklists without a reason.',
  example: {
    wrong: 'a lesson that nothing names',
    right: 'lessons:\n  learned: [test-failover-before-you-need-it]',
  },
  check({ file, content, report }) {
    if (file.type !== 'document' || file.kind !== 'lesson') return;
    const ref = { kind: 'lesson', id: file.id } as const;
    if (getReplacement(content, ref) !== undefined) return;
    if (
      content.isReferencedIn(ref, 'postmortem', ['lessons']) ||
      content.isReferencedIn(ref, 'note', ['lessons'])
    )
      return;
    report({
      span: file.yaml.keySpanAt(['statement']),
      message:
        'Unexpected lesson without evidence, expected a postmortem that learned or confirmed it, or a note that teaches it',
    });
  },
};

export const noUnusedTag: Rule = {
  name: 'no-unused-tag',
  severity: 'warning',
  why: 'A recurring issue that nothing is a case of makes the list longer and the choice harder.',
  example: { wrong: '- id: never-used', right: 'tags: [stale-lock]' },
  check({ file, content, report }) {
    if (file.type !== 'vocabulary' || file.kind !== 'tag') return;
    for (const { id, index } of file.items) {
      const ref = { kind: 'tag', id } as const;
      if (!id || getReplacement(content, ref) !== undefined) continue;
      const isUsed = (['postmortem', 'note', 'lesson'] as const).some((kind) =>
        content.isReferencedIn(ref, kind, ['tags']),
      );
      if (isUsed) continue;
      report({
        span: file.yaml.spanAt([index, 'id']),
        message: `Unexpected tag \`${id}\` that nothing uses, expected a postmortem, note or lesson with it`,
      });
    }
  },
};
