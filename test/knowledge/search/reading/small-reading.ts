/** A reading with a lexicon of few words, and what a query is read as with it. */
import type { AliasGroup } from '../../../../src/knowledge/search/aliases.ts';
import { GLOSSARY } from '../../../../src/knowledge/search/glossary.ts';
import { readTokens } from '../../../../src/knowledge/search/reading/read-tokens.ts';
import { Reading, type ReadingOptions } from '../../../../src/knowledge/search/reading/reading.ts';
import { SearchLexicon } from '../../../../src/knowledge/search/search-lexicon.ts';
import { tokenize } from '../../../../src/knowledge/search/tokens.ts';
import { WordFrequencies } from '../../../../src/knowledge/search/word-frequencies.ts';

/** The words of the pages, each in two of twenty. */
const WORDS =
  'redis server cluster connections max failover fail over backup replica primary queue worker deploy timeout elastic search elasticsearch log maintenance window maxconnections spot 53300 接 続 障 害 new error slow ops slash'.split(
    ' ',
  );
const GROUPS: readonly AliasGroup[] = [
  { names: ['Elasticsearch', 'ES', 'elastic'], misspellings: ['elastisearch'], type: 'service' },
  { names: ['Maintenance window', 'maintenance', 'window'], misspellings: [], type: 'activity' },
  { names: ['Redis Sentinel', 'redis server'], misspellings: [], type: 'service' },
  ...GLOSSARY.map((group) => ({ ...group, misspellings: [] })),
];

/** @param isComplete whether the words are all words of the pages */
export function createReading(options: Partial<ReadingOptions>, isComplete = true): Reading {
  const frequencies = new Map(WORDS.map((word) => [word, 2]));
  const lexicon = new SearchLexicon(new WordFrequencies(frequencies, 20, isComplete), GROUPS);
  return new Reading(lexicon, { isLog: false, literal: new Set(), ...options });
}

/** Returns a line for each concept with its weights and terms, and for each report. */
export function describeReading({
  concepts,
  corrections,
  expansions,
  inOtherWords,
  unknown,
}: Reading): string[] {
  const round = (weight: number) => Math.round(weight * 1_000) / 1_000;
  return [
    ...concepts.map(({ source, weight, terms }) => {
      const words = terms.map((term) => `${term.text} (${term.match} ${term.via} ${round(term.weight)})`);
      return `${source} ×${round(weight)}: ${words.join(', ')}`;
    }),
    ...corrections.map(({ typed, meant }) => `“${meant}” instead of “${typed}”`),
    ...expansions.map(({ typed, names }) => `${typed} is also ${names.join(', ')}`),
    ...inOtherWords.map(({ typed, names }) => `${typed} in other words: ${names.join(', ')}`),
    ...unknown.map((word) => `no page contains “${word}”`),
  ];
}

export function readQuery(query: string, options: Partial<ReadingOptions> = {}, isComplete = true): string[] {
  const reading = createReading(options, isComplete);
  readTokens(reading, tokenize(query));
  return describeReading(reading);
}
