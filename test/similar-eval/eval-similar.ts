/**
 * `npm run eval:similar`: measures how well the similarity agrees with the pairs of the public corpus that were rated by
 * hand. Exits 1 if a related one is among the first three in less than 85 % of the cases, if less than 90 % of the
 * unrelated ones are below the threshold, or if the corpus pushes related postmortems of the sample content out of the
 * first three. Exits 2 if there is no corpus.
 *
 * The numbers were tuned on the tuning half. The author of `mechanism-glossary.ts` had read the whole corpus, so the
 * held-out half is independent of the numbers, but not of the words.
 */
import { existsSync } from 'node:fs';
import { readCorpusKnowledge } from './corpus-knowledge.ts';
import { evaluateSimilarity } from './evaluate-similarity.ts';
import { createFindSimilar, measureAgreement } from './measure-agreement.ts';
import { OWN_RELATED } from './pairs.ts';

const MIN_HITS_PERCENT = 85;
const MIN_BELOW_PERCENT = 90;

const folder = process.env.HINDSIGHT_CORPUS;
if (!folder || !existsSync(folder)) {
  console.error('No corpus found. Set HINDSIGHT_CORPUS to the folder of the public corpus icco/postmortems.');
  process.exit(2);
}

const toPercent = (part: number, whole: number) => (100 * part) / whole;
const corpus = await readCorpusKnowledge(folder);
const rows = evaluateSimilarity(corpus).map(({ measure, pairs, figures }) => ({
  measure,
  pairs,
  cases: figures.cases,
  hits: toPercent(figures.hits, figures.cases),
  exact: toPercent(figures.exact, figures.cases),
  unrelated: figures.unrelated,
  below: toPercent(figures.below, figures.unrelated),
}));
console.log('measure        pairs          cases  hit in 3  this one in 3  unrelated  below threshold');
for (const { measure, pairs, cases, hits, exact, unrelated, below } of rows) {
  console.log(
    [
      measure.padEnd(14),
      pairs.padEnd(13),
      String(cases).padStart(6),
      `${hits.toFixed(1)} %`.padStart(9),
      `${exact.toFixed(1)} %`.padStart(14),
      String(unrelated).padStart(10),
      `${below.toFixed(1)} %`.padStart(16),
    ].join(' '),
  );
}
const own = measureAgreement(OWN_RELATED, [], createFindSimilar(corpus.knowledge));
console.log(`sample content: ${own.exact} of ${own.cases} related ones among the first three`);
const isGood =
  own.exact === own.cases &&
  rows
    .filter(({ measure }) => measure === 'ours')
    .every(({ hits, below }) => hits >= MIN_HITS_PERCENT && below >= MIN_BELOW_PERCENT);
console.log(
  isGood
    ? 'good enough'
    : `not good enough: expected ${MIN_HITS_PERCENT} %, ${MIN_BELOW_PERCENT} % and all of the sample content`,
);
process.exitCode = isGood ? 0 : 1;
