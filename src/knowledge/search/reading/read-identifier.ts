/** Reads `max_connections`, `fail-over` or `net.ipv4.tcp_tw_reuse`: as a whole, and its words. */
import type { AliasGroup } from '../aliases.ts';
import { LOG_WORDS } from '../common-words.ts';
import type { SearchTerm } from '../concepts.ts';
import { lookUpAllWords, lookUpWord } from '../term-lookup.ts';
import type { Token } from '../tokens.ts';
import { WEIGHTS } from '../weights.ts';
import { correctWord } from './correct-word.ts';
import { lookUpOtherNames } from './other-names.ts';
import { readAsTyped } from './read-as-typed.ts';
import { readProducts } from './read-products.ts';
import { isIgnored, readWord } from './read-word.ts';
import type { Reading } from './reading.ts';

const MIN_CORRECTED_LENGTH = 6;

/** Names that people copy from code rather than type as words: `std::bad_alloc`, `PgPool`, `max_wal_size`. */
const CODE = /[_.:$@\\]|[a-z][A-Z]/;

/** Hosts, files and packages, whose unknown words are no typos. */
const ADDRESS = /[./:@\\]/;

export function readIdentifier(
  reading: Reading,
  { typed, whole, parts }: Token,
  groups: readonly AliasGroup[],
): void {
  const { frequencies } = reading;
  const words = parts.filter((part) => !isIgnored(reading, part) && part.length > 1);
  const knownWords = words.filter((word) => frequencies.has(word));
  const isKnown = frequencies.has(whole) || frequencies.has(whole.replaceAll('_', ''));
  const wholeTerms: SearchTerm[] = isKnown
    ? [{ text: whole, match: 'whole', via: 'typed', weight: WEIGHTS.term.typed }]
    : [];
  const wordsWeight = isKnown ? WEIGHTS.term.part : WEIGHTS.term.compound;
  const allWordsTerms = lookUpAllWords(frequencies, knownWords, 'part', wordsWeight);
  const otherNames = lookUpOtherNames(reading, typed, groups);
  if (groups.length > 0 || isKnown) {
    const weight = reading.computeWeight(words, groups) * (isKnown ? WEIGHTS.identifier : 1);
    reading.addConcept(typed, [...wholeTerms, ...allWordsTerms, ...otherNames], weight, {
      groups,
      isTechnical: true,
    });
    return;
  }
  const rest = readProducts(reading, parts).filter((word) => words.includes(word));
  if (rest.length === 0 && words.length > 0) return;
  const isCode = reading.isLog || CODE.test(typed);
  if (isCode && (rest.length < words.length || knownWords.length > 0)) readCode(reading, typed, rest);
  else readCompound(reading, typed, whole, rest);
}

/** Reads the words of an identifier as one concept: a page with all of them fits, and one with some of them a little. */
function readCode(reading: Reading, typed: string, words: readonly string[]): void {
  const { frequencies, isLog } = reading;
  const known = words.filter((word) => frequencies.has(word) && !(isLog && LOG_WORDS.has(word)));
  const terms = [
    ...lookUpAllWords(frequencies, known, 'part', WEIGHTS.term.compound),
    ...(known.length > 1
      ? known.flatMap((word) => lookUpWord(frequencies, word, 'part', WEIGHTS.term.codePart))
      : []),
  ];
  if (!isLog) for (const word of words) if (!known.includes(word)) correctCodeWord(reading, word, typed);
  reading.addConcept(typed, terms, reading.computeWeight(known, []), { isTechnical: true });
}

/** Corrects a word of an identifier that no page contains. Short ones are no typos. */
function correctCodeWord(reading: Reading, word: string, identifier: string): void {
  if (/^\d+$/.test(word) || reading.frequencies.has(word)) return;
  if (reading.literal.has(word)) {
    readAsTyped(reading, { typed: word, whole: word, parts: [word] });
    return;
  }
  const isTypo = word.length >= MIN_CORRECTED_LENGTH && !ADDRESS.test(identifier);
  if (isTypo) reading.addConcept(word, correctWord(reading, word, word), 1);
  else reading.addUnknown([word]);
}

/** Reads the words of a compound that people type: `load-balancer-timeouts`. */
function readCompound(reading: Reading, typed: string, whole: string, words: readonly string[]): void {
  const { frequencies, lexicon } = reading;
  const known = words.filter((word) => frequencies.has(word));
  if (known.length === 0) {
    if (!reading.isLog) reading.addConcept(typed, correctWord(reading, typed, whole), 1);
    return;
  }
  for (const word of words) {
    if (!known.includes(word)) {
      readUnknownPart(reading, word, typed);
      continue;
    }
    const groups = lexicon.aliases.findGroups(word);
    const terms = [
      ...lookUpWord(frequencies, word, 'part', WEIGHTS.term.typed),
      ...lookUpOtherNames(reading, word, groups),
    ];
    reading.addConcept(word, terms, reading.computeWeight([word], groups));
  }
}

/** Reads a word of an identifier that no page contains. */
function readUnknownPart(reading: Reading, word: string, identifier: string): void {
  if (/^\d+$/.test(word)) return;
  const token = { typed: word, whole: word, parts: [word] };
  if (reading.literal.has(word)) readAsTyped(reading, token);
  else if (ADDRESS.test(identifier)) reading.addUnknown([word]);
  else readWord(reading, token, reading.lexicon.aliases.findGroups(word));
}
