import { expect, test } from 'vitest';
import { createContent, LESSON_HEAD, POSTMORTEM_HEAD } from '../../small-content.ts';

test('finds a lesson in a field in which an escape or a fold hides its id from a search of the text', () => {
  const isEvidence = (lessons: string, lesson: string) =>
    createContent({
      [`lessons/${lesson}.mdx`]: LESSON_HEAD,
      'postmortems/2018-03-10-redis.mdx': POSTMORTEM_HEAD.replace(/---\n$/, `${lessons}---\n`),
    }).isReferencedIn({ kind: 'lesson', id: lesson }, 'postmortem', ['lessons']);
  expect(isEvidence('lessons: { learned: [start-at-boot] }\n', 'start-at-boot')).toBe(true);
  expect(isEvidence('lessons: { learned: ["start\\x2dat-boot"] }\n', 'start-at-boot')).toBe(true);
  expect(isEvidence('lessons:\n  learned:\n    - start at\n      boot\n', 'start at boot')).toBe(true);
  expect(isEvidence('lessons: { learned: [other] }\n', 'start-at-boot')).toBe(false);
});
