/** The likeness, held against what was judged by hand: `npm run eval:similar` prints the figures. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Knowledge } from '../../../src/knowledge/graph/knowledge.ts';
import { createValidKnowledge } from '../../../src/knowledge/review/pull-request-review.ts';
import { PostmortemSimilarity } from '../../../src/knowledge/similar/similar-postmortems.ts';
import { readContent } from '../../../src/node/content-folder.ts';
import { UNSTATED } from '../../fixtures/recurrence/answers.ts';
import { createRecurrenceKnowledge } from '../../fixtures/recurrence/knowledge.ts';
import { POSTMORTEMS } from '../../fixtures/recurrence/postmortems.ts';
import { type CorpusKnowledge, readCorpusKnowledge } from '../../similar-eval/corpus-knowledge.ts';
import { createOwnMeasure } from '../../similar-eval/evaluate-similarity.ts';
import { type FindSimilar, measureAgreement, splitInHalves } from '../../similar-eval/measure-agreement.ts';
import { type JudgedPair, OWN_RELATED, RELATED, UNRELATED } from '../../similar-eval/pairs.ts';

const CORPUS = resolve(process.env.HINDSIGHT_CORPUS ?? '../shared/corpus');
const isThere = existsSync(CORPUS);
if (!isThere) console.warn(`skipped: there is no corpus at ${CORPUS}; HINDSIGHT_CORPUS says where one is`);

function alikeIn(knowledge: Knowledge): FindSimilar {
  const similarity = new PostmortemSimilarity(knowledge);
  return (id) =>
    similarity.findSimilar(knowledge.get('postmortem', id)).map(({ postmortem }) => postmortem.id);
}

test('of the project’s own postmortems, those judged related are among the first three', async () => {
  const { cases, exact } = measureAgreement(
    OWN_RELATED,
    [],
    alikeIn(createValidKnowledge(await readContent())),
  );
  expect(exact).toBe(cases);
});

/** Two are related where their authors name the same lesson or issue, where one names the other, or as `UNSTATED` says. */
function relatedInFixture(): JudgedPair[] {
  const told = Object.entries(POSTMORTEMS);
  const pairs = told.flatMap(([one, a], index) =>
    told.slice(index + 1).flatMap(([other, b]): JudgedPair[] => {
      const marks = [...(b.tags ?? []), ...(b.learned ?? []), ...(b.confirmed ?? [])];
      const isStated = [...(a.tags ?? []), ...(a.learned ?? []), ...(a.confirmed ?? [])].some((mark) =>
        marks.includes(mark),
      );
      const isNamed = a.body?.includes(other) || b.body?.includes(one);
      return isStated || isNamed ? [[one, other, 'stated']] : [];
    }),
  );
  return [
    ...pairs,
    ...UNSTATED.map((line): JudgedPair => {
      const [, one = '', other = '', why = ''] = /^(\S+) ~ (\S+): (.+)$/.exec(line) ?? [];
      return [one, other, why];
    }),
  ];
}

test('of the forty postmortems, all that are related are found, and nothing else is', () => {
  const alikeTo = alikeIn(createRecurrenceKnowledge());
  const related = relatedInFixture();
  const found = Object.keys(POSTMORTEMS).flatMap((one) =>
    alikeTo(one).map((other) => [one, other].sort().join(' ~ ')),
  );
  const expected = related.map(([one, other]) => [one, other].sort().join(' ~ '));
  expect([...new Set(found)].sort()).toEqual([...new Set(expected)].sort());
  const { cases, exact } = measureAgreement(related, [], alikeTo);
  expect(exact).toBe(cases);
});

describe.skipIf(!isThere)('of the public corpus', { timeout: 60_000 }, () => {
  let corpus: CorpusKnowledge;
  beforeAll(async () => {
    corpus = await readCorpusKnowledge(CORPUS);
  }, 60_000);

  test('a related one is among the first three, and the unrelated ones stay below the threshold', () => {
    const alikeTo = createOwnMeasure(corpus);
    const related = splitInHalves(RELATED).heldOut;
    const unrelated = splitInHalves(UNRELATED).heldOut;
    const { cases, hits, below } = measureAgreement(related, unrelated, alikeTo, RELATED);
    expect(hits / cases).toBeGreaterThanOrEqual(0.85);
    expect(below / unrelated.length).toBeGreaterThanOrEqual(0.9);
  });

  test('eighty more do not push the project’s own out of the first three', () => {
    const { cases, exact } = measureAgreement(OWN_RELATED, [], alikeIn(corpus.knowledge));
    expect(exact).toBe(cases);
  });
});

test('there are enough pairs, none of them stands twice, and none is judged both ways', () => {
  expect(RELATED.length).toBeGreaterThanOrEqual(30);
  expect(UNRELATED.length).toBeGreaterThanOrEqual(60);
  const pairs = [...RELATED, ...UNRELATED].map(([one, other]) => [one, other].sort().join(' '));
  expect(new Set(pairs).size).toBe(pairs.length);
});
