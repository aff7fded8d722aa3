/** Corrects or splits a word that neither the pages nor the glossary know. */
import type { SearchTerm } from '../concepts.ts';
import { isEnglishWord } from '../english-words.ts';
import { lookUpName, lookUpWord } from '../term-lookup.ts';
import { WEIGHTS } from '../weights.ts';
import { lookUpOtherNames } from './other-names.ts';
import type { Reading } from './reading.ts';

/** Returns the terms of the corrected word. A word that cannot be corrected is reported as unknown. */
export function correctWord(reading: Reading, typed: string, word: string): SearchTerm[] {
  const { frequencies, isLog } = reading;
  const { spelling, aliases } = reading.lexicon;
  // In a log, an unknown word is most likely an id.
  const isAbsent = isLog ? frequencies.complete : frequencies.isConclusive(word);
  const typedTerms: SearchTerm[] = isAbsent
    ? []
    : [{ text: word, match: 'phrase', via: 'typed', weight: WEIGHTS.term.typed }];
  const isCorrect = aliases.has(word) || isEnglishWord(word, reading.english);
  if (isLog || reading.isForeign || isCorrect || !/^[a-z]+$/.test(word)) {
    reading.addUnknown([typed]);
    return typedTerms;
  }
  const correction = spelling.correct(word);
  const halves = correction && correction.cost <= 1.5 ? undefined : spelling.split(word);
  if (halves) {
    reading.corrections.push({ typed, meant: halves.join(' ') });
    const splitTerms = lookUpName(frequencies, halves.join(' '), 'split', WEIGHTS.term.compound);
    return [...typedTerms, ...splitTerms];
  }
  if (!correction) {
    reading.addUnknown([typed]);
    return typedTerms;
  }
  const groups = aliases.findGroups(correction.word);
  // The nearest word may be a known misspelling, which stands for the name.
  const isPageWord = frequencies.has(correction.word);
  const meant = isPageWord ? correction.word : (groups[0]?.names[0] ?? correction.word);
  reading.corrections.push({ typed, meant });
  return [
    ...typedTerms,
    ...lookUpWord(frequencies, correction.word, 'correction', WEIGHTS.term.correction),
    ...lookUpOtherNames(reading, correction.word, groups),
  ];
}
