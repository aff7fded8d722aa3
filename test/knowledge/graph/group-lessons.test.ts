import { expect, test } from 'vitest';
import { groupByActivity } from '../../../src/knowledge/graph/group-lessons.ts';
import { createKnowledgeWith, LESSON_HEAD } from '../small-content.ts';

const REBOOT = '{ activity: planned-reboot, pausePoint: before, text: Check it }';
const EMERGENCY = '{ activity: emergency, pausePoint: now, text: Stop it }';
const createLesson = (...checks: string[]) =>
  LESSON_HEAD.replace('---\n', checks.length > 0 ? `---\nchecks: [${checks.join(', ')}]\n` : '---\n');

test('puts each lesson under the activity that has most of its checks, of equally many under that of its first', () => {
  const knowledge = createKnowledgeWith({
    'lessons/most.mdx': createLesson(REBOOT, EMERGENCY, EMERGENCY),
    'lessons/first.mdx': createLesson(REBOOT, EMERGENCY),
    'lessons/other.mdx': createLesson(EMERGENCY),
    'lessons/none.mdx': createLesson(),
  });
  const lessons = ['other', 'none', 'most', 'first'].map((id) => knowledge.get('lesson', id));
  expect(
    groupByActivity(knowledge, lessons).map((group) => [
      group.activity?.id,
      group.lessons.map(({ id }) => id),
    ]),
  ).toEqual([
    ['planned-reboot', ['first']],
    ['emergency', ['other', 'most']],
    [undefined, ['none']],
  ]);
});
