import { isDocumentOf } from '../../source/content.ts';
import type { Rule } from './rule.ts';

export const requiredLessonEvidence: Rule = {
  name: 'required-lesson-evidence',
  severity: 'warning',
  why: 'A lesson that no incident taught or confirmed, and that no note teaches, is an opinion. Its checks would be on checklists without a reason.',
  example: {
    wrong: 'a lesson that no postmortem or note names',
    right: 'lessons:\n  learned: [test-failover-before-you-need-it]',
  },
  check({ file, content, report }) {
    if (!isDocumentOf(file, 'lesson')) return;
    const ref = { kind: 'lesson', id: file.id } as const;
    if (content.getReplacement(ref) !== undefined) return;
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
