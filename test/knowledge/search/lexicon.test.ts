import { expect, test } from 'vitest';
import { decodeLexicon, encodeLexicon, mergeLexicons } from '../../../src/knowledge/search/lexicon.ts';
import { lexiconOf } from '../../../src/knowledge/search/lexicon-of.ts';
import { DOCUMENTS, documentWith, text } from './small-documents.ts';

const lexicon = lexiconOf(DOCUMENTS);

test('written and read again, it knows the same words and names', () => {
  const again = decodeLexicon(encodeLexicon(lexicon));
  expect(again.vocabulary.words).toEqual(lexicon.vocabulary.words);
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
  const { vocabulary } = lexiconOf([
    documentWith({ id: 'a', title: 'T', sections: text('4815162342 9f8a7b6c5d4e ipv4 h12 53300') }),
  ]);
  expect(vocabulary.words).toEqual(['53300', 'h12', 'ipv4']);
});

test('several knowledge bases are known as one; one without words makes none certain', () => {
  const other = lexiconOf([documentWith({ id: 'x', title: 'Kafka lag' })]);
  const merged = mergeLexicons(lexicon, [other]);
  expect([merged.vocabulary.has('kafka'), merged.vocabulary.pages, merged.vocabulary.complete]).toEqual([
    true,
    10,
    true,
  ]);
  expect(mergeLexicons(lexicon, [undefined]).vocabulary.complete).toBe(false);
});
