import { expect, test } from 'vitest';
import { createLexicon } from '../../../src/knowledge/search/create-lexicon.ts';
import {
  decodeLexicon,
  encodeLexicon,
  mergeLexicons,
  SearchLexicon,
} from '../../../src/knowledge/search/search-lexicon.ts';
import { WordFrequencies } from '../../../src/knowledge/search/word-frequencies.ts';
import { createDocument, createTextSection, DOCUMENTS } from './small-documents.ts';

/** Created in each test: a mutation run cannot see what a test file does while it is loaded. */
const createSmallLexicon = () => createLexicon(DOCUMENTS);

test('a decoded lexicon has the same words and names', () => {
  const lexicon = createSmallLexicon();
  const decoded = decodeLexicon(encodeLexicon(lexicon));
  expect(decoded.wordFrequencies.words).toEqual(lexicon.wordFrequencies.words);
  expect(decoded.groups).toEqual(lexicon.groups);
});

test('the names come from services, tags and activities, not from other pages', () => {
  const own = createSmallLexicon().groups.filter(({ type }) => ['service', 'tag', 'activity'].includes(type));
  expect(own.map(({ names }) => names[0])).toEqual([
    'Elasticsearch',
    'DigitalOcean',
    'Single point of failure',
  ]);
});

test('the groups of the glossary are those with a name whose words the pages contain', () => {
  const listOthers = (text: string) =>
    createLexicon([createDocument({ id: 'a', title: text })]).groups.map(({ names }) => names[0]);
  expect(listOthers('A garbage collection pause')).toEqual(['gc']);
  expect(listOthers('k8s')).toEqual(['kubernetes']);
  expect(listOthers('Nothing of the kind')).toEqual([]);
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
  const lexicon = createSmallLexicon();
  const other = createLexicon([createDocument({ id: 'x', title: 'Kafka lag' })]);
  const merged = mergeLexicons(lexicon, [other]);
  expect([
    merged.wordFrequencies.has('kafka'),
    merged.wordFrequencies.pages,
    merged.wordFrequencies.complete,
  ]).toEqual([true, 10, true]);
  expect(mergeLexicons(lexicon, [undefined]).wordFrequencies.complete).toBe(false);
});

test('merged lexicons have the names and spellings of all, and the pages of both for a word', () => {
  const lexicon = createSmallLexicon();
  const service = { kind: 'service', id: 'kafka', title: 'Kafka', aliases: ['failover queue'] } as const;
  const other = createLexicon([createDocument(service), createDocument({ id: 'x', title: 'Große Straße' })]);
  const merged = mergeLexicons(lexicon, [other]);
  const names = merged.groups.map(({ type, names }) => `${type} ${names[0]}`);
  expect(names).toEqual(expect.arrayContaining(['service Elasticsearch', 'service Kafka', 'product kafka']));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect([...merged.spellings.values()]).toEqual([['große'], ['straße']]);
  expect(merged.wordFrequencies.getFrequency('failover')).toBe(
    lexicon.wordFrequencies.getFrequency('failover') + 1,
  );
  expect(mergeLexicons(lexicon, [])).toBe(lexicon);
});

test('a merged lexicon is incomplete if one of them is', () => {
  const lexicon = createSmallLexicon();
  const partial = new SearchLexicon(new WordFrequencies(new Map([['kafka', 1]]), 1, false), []);
  expect(mergeLexicons(lexicon, [partial]).wordFrequencies.complete).toBe(false);
});

test('a lexicon is decoded with its spellings, and without them if it has none', () => {
  const lexicon = createLexicon([createDocument({ id: 'x', title: 'Große Straße' })]);
  expect(decodeLexicon(encodeLexicon(lexicon)).spellings).toEqual(lexicon.spellings);
  expect(encodeLexicon(createSmallLexicon())).not.toContain('spellings');
  expect(decodeLexicon(encodeLexicon(createSmallLexicon())).spellings.size).toBe(0);
});

test('the spelling corrector is created once', () => {
  const lexicon = createSmallLexicon();
  expect(lexicon.spelling).toBe(lexicon.spelling);
});
