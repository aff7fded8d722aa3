/** Compares the similarity with pairs that were rated by hand. `npm run eval:similar` does so with a public corpus. */
import { expect, test } from 'vitest';
import { createValidKnowledge } from '../../../src/knowledge/graph/valid/valid-knowledge.ts';
import { readContent } from '../../../src/node/content-folder.ts';
import { UNSTATED } from '../../fixtures/recurrence/answers.ts';
import { createRecurrenceKnowledge } from '../../fixtures/recurrence/knowledge.ts';
import { POSTMORTEMS } from '../../fixtures/recurrence/postmortems.ts';
import { createFindSimilar, measureAgreement } from '../../similar-eval/measure-agreement.ts';
import { OWN_RELATED, type RatedPair, RELATED, UNRELATED } from '../../similar-eval/pairs.ts';

test('ranks the related postmortems of the sample content among the first three', async () => {
  const { cases, exact } = measureAgreement(
    OWN_RELATED,
    [],
    createFindSimilar(createValidKnowledge(await readContent())),
  );
  expect(exact).toBe(cases);
});

/** Returns pairs whose authors name the same lesson or issue or each other, and those in `UNSTATED`. */
function listRelatedInFixture(): RatedPair[] {
  const entries = Object.entries(POSTMORTEMS);
  const pairs = entries.flatMap(([one, a], index) =>
    entries.slice(index + 1).flatMap(([other, b]): RatedPair[] => {
      const names = [...(b.tags ?? []), ...(b.learned ?? []), ...(b.confirmed ?? [])];
      const isStated = [...(a.tags ?? []), ...(a.learned ?? []), ...(a.confirmed ?? [])].some((name) =>
        names.includes(name),
      );
      const isNamed = a.body?.includes(other) || b.body?.includes(one);
      return isStated || isNamed ? [[one, other, 'stated']] : [];
    }),
  );
  return [
    ...pairs,
    ...UNSTATED.map((line): RatedPair => {
      const [, one = '', other = '', why = ''] = /^(\S+) ~ (\S+): (.+)$/.exec(line) ?? [];
      return [one, other, why];
    }),
  ];
}

test('finds exactly the related ones of forty postmortems', () => {
  const findSimilar = createFindSimilar(createRecurrenceKnowledge());
  const related = listRelatedInFixture();
  const found = Object.keys(POSTMORTEMS).flatMap((one) =>
    findSimilar(one).map((other) => [one, other].sort().join(' ~ ')),
  );
  const expected = related.map(([one, other]) => [one, other].sort().join(' ~ '));
  expect([...new Set(found)].sort()).toEqual([...new Set(expected)].sort());
  const { cases, exact } = measureAgreement(related, [], findSimilar);
  expect(exact).toBe(cases);
});

test('there are enough pairs, and none is listed twice', () => {
  expect(RELATED.length).toBeGreaterThanOrEqual(30);
  expect(UNRELATED.length).toBeGreaterThanOrEqual(60);
  const pairs = [...RELATED, ...UNRELATED].map(([one, other]) => [one, other].sort().join(' '));
  expect(new Set(pairs).size).toBe(pairs.length);
});
