/** Compares recurrences in forty postmortems with answers that were written by hand. */
import { expect, test } from 'vitest';
import { describeInterval, findRecurrence } from '../../../src/knowledge/graph/recurrence.ts';
import { listRelearnedLessons } from '../../../src/knowledge/graph/relearned-lessons.ts';
import {
  findRelatedPostmortems,
  type RelatedPostmortem,
} from '../../../src/knowledge/similar/related-postmortems.ts';
import { PostmortemSimilarity } from '../../../src/knowledge/similar/similar-postmortems.ts';
import { EXPECTED_RELATED, RECURRING, RELEARNED, UNSTATED } from '../../fixtures/recurrence/answers.ts';
import { createRecurrenceKnowledge } from '../../fixtures/recurrence/knowledge.ts';

const knowledge = createRecurrenceKnowledge();
const similarity = new PostmortemSimilarity(knowledge);

test('the fixture has forty postmortems', () => {
  expect(knowledge.all('postmortem')).toHaveLength(40);
});

test('finds the lessons learned again, with the interval and the open actions', () => {
  const found = listRelearnedLessons(knowledge).flatMap(({ lesson, relearnings }) => [
    lesson.id,
    ...relearnings.map(({ postmortem, interval, missed }) => {
      const open = missed.map(({ wasOpen, action }) =>
        wasOpen === 'yes' ? `; still open: ${action.text}` : `; perhaps open: ${action.text}`,
      );
      return `  ${postmortem.id} after ${describeInterval(interval)}${open.join('')}`;
    }),
  ]);
  expect(found).toEqual(RELEARNED);
});

test('finds the recurring issues, with their intervals', () => {
  const found = knowledge
    .all('tag')
    .map(({ id }) => ({ id, ...findRecurrence(knowledge, id) }))
    .filter(({ recurring }) => recurring)
    .map(
      ({ id, cases, intervals }) => `${id} ${cases.length}: ${intervals.map(describeInterval).join(', ')}`,
    );
  expect(found.sort()).toEqual(RECURRING);
});

test('finds exactly the relations that no author stated', () => {
  const found = knowledge.all('postmortem').flatMap((postmortem) => {
    const { before, again, undated, themes } = findRelatedPostmortems(knowledge, similarity, postmortem);
    return [...before, ...again, ...undated, ...themes].flatMap((relation) => {
      const isStated = relation.reasons.some(({ reason }) => ['named', 'lesson', 'tag'].includes(reason));
      if (isStated || relation.postmortem.id < postmortem.id) return [];
      const reasons = relation.reasons.map((reason) =>
        reason.reason === 'factor' ? `factor ${reason.category} ${reason.service}` : reason.reason,
      );
      return [`${postmortem.id} ~ ${relation.postmortem.id}: ${reasons.join(', ')}`];
    });
  });
  expect(found.sort()).toEqual(UNSTATED);
});

test('names only words that both texts use', () => {
  const [relation] = similarity.findSimilar(knowledge.get('postmortem', 'p16-newsletter-held'));
  const [reason] = relation?.reasons ?? [];
  if (reason?.reason !== 'text') throw new Error('It is not related by its text');
  expect(reason.shared).toHaveLength(6);
  expect(reason.shared).toContain('greylisted');
  for (const id of ['p16-newsletter-held', 'p35-receipts-behind-survey']) {
    const { title, summary } = knowledge.get('postmortem', id).data;
    for (const term of reason.shared) expect(`${title} ${summary}`.toLowerCase()).toContain(term);
  }
});

test('finds related postmortems before and after, and those that share a theme, with the reasons', () => {
  const line = (when: string, { postmortem, strength, reasons }: RelatedPostmortem) => {
    const words = reasons.map((reason) => {
      if (reason.reason === 'lesson') return `lesson ${reason.lesson}`;
      return reason.reason === 'tag' ? `tag ${reason.tag}` : reason.reason;
    });
    return `${when} ${postmortem.id} ${strength}: ${words.join(', ')}`;
  };
  const found = Object.keys(EXPECTED_RELATED).map((id) => {
    const { before, again, undated, themes } = findRelatedPostmortems(
      knowledge,
      similarity,
      knowledge.get('postmortem', id),
    );
    const lines = [
      ...themes.map((relation) => line('theme', relation)),
      ...before.map((relation) => line('before', relation)),
      ...again.map((relation) => line('again', relation)),
      ...undated.map((relation) => line('undated', relation)),
    ];
    return [id, lines];
  });
  expect(Object.fromEntries(found)).toEqual(EXPECTED_RELATED);
});
