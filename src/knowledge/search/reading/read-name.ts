/** Reads several tokens that are one name or one compound. */
import type { AliasGroup } from '../aliases.ts';
import { joinLetters, listLetterPairs } from '../cjk.ts';
import { STOP_WORDS } from '../common-words.ts';
import type { SearchTerm } from '../concepts.ts';
import { lookUpName, lookUpPhrase, lookUpWord } from '../term-lookup.ts';
import type { Token } from '../tokens.ts';
import { WEIGHTS } from '../weights.ts';
import { computeLengthFactor } from '../word-weight.ts';
import { lookUpOtherNames } from './other-names.ts';
import type { Reading } from './reading.ts';

export function readName(reading: Reading, covered: readonly Token[], groups: readonly AliasGroup[]): void {
  if (covered.some(({ isCjk }) => isCjk)) {
    readCjkName(reading, covered, groups);
    return;
  }
  const { frequencies } = reading;
  const allWords = covered.flatMap(({ parts }) => parts);
  const words = allWords.filter((word) => !STOP_WORDS.has(word));
  const typed = covered.map((token) => token.typed).join(' ');
  const joined = covered.map(({ whole }) => whole).join('');
  const knownWords = words.filter((word) => frequencies.has(word));
  const joinedWeight = groups.length > 0 ? WEIGHTS.term.compound : WEIGHTS.term.typed;
  const terms: SearchTerm[] = [
    ...lookUpName(frequencies, typed, 'typed', WEIGHTS.term.typed),
    ...lookUpWord(frequencies, joined, 'joined', joinedWeight),
    ...(allWords.length > 1
      ? knownWords.flatMap((word) =>
          lookUpWord(frequencies, word, 'part', WEIGHTS.term.part / allWords.length),
        )
      : []),
  ];
  terms.push(...lookUpOtherNames(reading, typed, groups, terms.length > 0));
  // No page contains the name itself, only some of its words.
  if (terms.every(({ via }) => via === 'part')) {
    reading.addUnknown(words.filter((word) => !frequencies.has(word)));
  }
  const weight = reading.computeWeight(words, groups) * computeLengthFactor(words.length);
  reading.addConcept(typed, terms, weight, { groups });
}

/** Reads a Chinese, Japanese or Korean word, whose letters are the words of the index. */
export function readCjkName(
  reading: Reading,
  covered: readonly Token[],
  groups: readonly AliasGroup[],
): void {
  const { frequencies } = reading;
  const typed = joinLetters(covered.map((token) => token.typed).join(' '));
  const letters = covered.flatMap(({ parts }) => parts);
  const terms = [
    ...lookUpPhrase(frequencies, letters, 'typed', WEIGHTS.term.typed),
    ...covered
      .flatMap(({ whole }) => listLetterPairs(whole))
      .flatMap((pair) => lookUpPhrase(frequencies, pair, 'part', WEIGHTS.term.part)),
  ];
  terms.push(...lookUpOtherNames(reading, typed, groups, terms.length > 0));
  if (terms.length === 0) reading.addUnknown([typed]);
  reading.addConcept(typed, terms, 1);
}
