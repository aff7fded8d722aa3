import { expect, test } from 'vitest';
import { createLexicon } from '../../../src/knowledge/search/create-lexicon.ts';
import { decodeLexicon, encodeLexicon, mergeLexicons } from '../../../src/knowledge/search/search-lexicon.ts';
import { createDocument, createTextSection, DOCUMENTS } from './small-documents.ts';

const lexicon = createLexicon(DOCUMENTS);

test('written and read again, it knows the same words and names', () => {
  const again = decodeLexicon(encodeLexicon(lexicon));
  expect(again.wordFrequencies.words).toEqual(lexicon.wordFrequencies.words);
  expect(again.groups).toEqual(lexicon.groups);
});

test('the names of services, tags and activities are names, those of other pages are not', () => {
  expect(lexicon.groups.map(({ names }) => names[0])).toEqual([
    'Elasticsearch',
    'DigitalOcean',
    'Single point of failure',
  ]);
});

test('long numbers and hashes are no words', () => {
  const { wordFrequencies: vocabulary } = createLexicon([
    createDocument({
      id: 'a',
      title: 'T',
      sections: createTextSection('4815162342 9f8a7b6c5d4e ipv4 h12 53300'),
    }),
  ]);
  expect(vocabulary.words).toEqual(['53300', 'h12', 'ipv4']);
});

test('several knowledge bases are known as one; one without words makes none certain', () => {
  const other = createLexicon([createDocument({ id: 'x', title: 'Kafka lag' })]);
  const merged = mergeLexicons(lexicon, [other]);
  expect([
    merged.wordFrequencies.has('kafka'),
    merged.wordFrequencies.pages,
    merged.wordFrequencies.complete,
  ]).toEqual([true, 10, true]);
  expect(mergeLexicons(lexicon, [undefined]).wordFrequencies.complete).toBe(false);
});
