import { expect, test } from 'vitest';
import { createLexicon } from '../../../src/knowledge/search/create-lexicon.ts';
import { decodeLexicon, encodeLexicon, mergeLexicons } from '../../../src/knowledge/search/search-lexicon.ts';
import { createDocument, createTextSection, DOCUMENTS } from './small-documents.ts';

const lexicon = createLexicon(DOCUMENTS);

test('a decoded lexicon has the same words and names', () => {
  const decoded = decodeLexicon(encodeLexicon(lexicon));
  expect(decoded.wordFrequencies.words).toEqual(lexicon.wordFrequencies.words);
  expect(decoded.groups).toEqual(lexicon.groups);
});

test('the names come from services, tags and activities, not from other pages', () => {
  expect(lexicon.groups.map(({ names }) => names[0])).toEqual([
    'Elasticsearch',
    'DigitalOcean',
    'Single point of failure',
  ]);
});

test('omits long numbers and hashes', () => {
  const { wordFrequencies } = createLexicon([
    createDocument({
      id: 'a',
      title: 'T',
      sections: createTextSection('4815162342 9f8a7b6c5d4e ipv4 h12 53300'),
    }),
  ]);
  expect(wordFrequencies.words).toEqual(['53300', 'h12', 'ipv4']);
});

test('merges lexicons, and is incomplete if a lexicon is missing', () => {
  const other = createLexicon([createDocument({ id: 'x', title: 'Kafka lag' })]);
  const merged = mergeLexicons(lexicon, [other]);
  expect([
    merged.wordFrequencies.has('kafka'),
    merged.wordFrequencies.pages,
    merged.wordFrequencies.complete,
  ]).toEqual([true, 10, true]);
  expect(mergeLexicons(lexicon, [undefined]).wordFrequencies.complete).toBe(false);
});
