/** The words of a text that say what it is about. */

/** English words that stand in every text. */
const STOPWORDS = new Set(
  `about after again all also and any are because been before behind being between both but can could did does down during
  each even every few for from further had has have having her here him his how into its itself just like made make
  many may more most much must need neither never nor not now off once one only other our out over own same she should
  since some still such take than that the their them then there these they this those through too two under until
  upon use used very was way were what when where whether which while who whom why will with within without would yet
  you your`.split(/\s+/),
);

/** Lower case, plurals folded, stopwords and bare numbers left out; each as often as it stands there. */
export function termsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}_]+/gu) ?? [];
  return words.filter((word) => word.length > 2 && !STOPWORDS.has(word) && !/^\d+$/.test(word)).map(singular);
}

/** Folds only the commonest plurals: "queries" and "query", "locks" and "lock". */
function singular(word: string): string {
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(word) || !word.endsWith('s') || word.length < 5) return word;
  return word.slice(0, -1);
}
