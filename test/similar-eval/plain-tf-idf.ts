/** The baseline: plain TF-IDF cosine of the words, without knowledge of operations. */
import type { PostmortemEntry } from '../../src/knowledge/graph/entries.ts';
import { STOP_WORDS } from '../../src/knowledge/search/common-words.ts';
import { getPostmortemTexts } from '../../src/knowledge/similar/compared-texts.ts';
import { countFeatures, type FeatureCounts } from '../../src/knowledge/similar/tf-idf-vectors.ts';

/** @returns the cosine of two of the postmortems */
export function createTfIdfCosine(
  postmortems: readonly PostmortemEntry[],
): (one: PostmortemEntry, other: PostmortemEntry) => number {
  const counts = new Map(postmortems.map((postmortem) => [postmortem, countWords(postmortem)]));
  const textCounts = new Map<string, number>();
  for (const words of counts.values()) {
    for (const word of words.keys()) textCounts.set(word, (textCounts.get(word) ?? 0) + 1);
  }
  const rarity = (word: string) => Math.log(1 + postmortems.length / (textCounts.get(word) ?? 1));
  const weights = new Map(
    [...counts].map(([postmortem, words]) => [
      postmortem,
      new Map([...words].map(([word, count]) => [word, (1 + Math.log(count)) * rarity(word)])),
    ]),
  );
  const dot = (one: PostmortemEntry, other: PostmortemEntry) =>
    [...(weights.get(one) ?? [])].reduce(
      (sum, [word, weight]) => sum + weight * (weights.get(other)?.get(word) ?? 0),
      0,
    );
  return (one, other) => dot(one, other) / (Math.sqrt(dot(one, one) * dot(other, other)) || 1);
}

function countWords(postmortem: PostmortemEntry): FeatureCounts {
  const text = getPostmortemTexts(postmortem).join('\n').toLowerCase();
  return countFeatures((text.match(/\p{L}{3,}/gu) ?? []).filter((word) => !STOP_WORDS.has(word)));
}

/** Returns the lowest threshold that nine tenths of the cosines are below: the best one for the baseline. */
export function findNinthDecile(cosines: readonly number[]): number {
  const sorted = [...cosines].sort((a, b) => b - a);
  return (sorted[Math.floor(sorted.length / 10)] ?? 0) + Number.EPSILON;
}
