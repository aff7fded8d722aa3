import { describe, expect, test } from 'vitest';
import { createLexicon } from '../../../src/knowledge/search/create-lexicon.ts';
import {
  listMissingTables,
  loadQueryTables,
  TableLoader,
} from '../../../src/knowledge/search/query-tables.ts';
import { SearchLexicon } from '../../../src/knowledge/search/search-lexicon.ts';
import { decodeWordSet, encodeWordSet } from '../../../src/knowledge/search/word-set.ts';
import { DOCUMENTS } from './small-documents.ts';

const ENGLISH = encodeWordSet(['vanished', 'people']);

function createLoader(failures = 0) {
  const files: string[] = [];
  let left = failures;
  const loader = new TableLoader(async (file) => {
    files.push(file);
    if (left-- > 0) throw new Error('The network is down');
    return file.endsWith('.json') ? '{"languages":[],"entries":""}' : ENGLISH;
  });
  return { loader, files };
}

describe('a query needs', () => {
  const { wordFrequencies, groups } = createLexicon(DOCUMENTS);
  const hints = decodeWordSet(encodeWordSet(['space left', 'left on', 'on device']));
  const lexicon = new SearchLexicon(wordFrequencies, groups, new Map(), hints);
  const english = decodeWordSet(ENGLISH);
  test.each([
    ['no table if the pages contain its words', 'failover elastic overloaded the', {}, []],
    ['no table if its words are short or contain digits', 'xy h1234 max2widgets', {}, []],
    ['English words if a word is unknown', 'vanished failover', {}, ['english']],
    ['no more tables if the word is English', 'vanished failover', { english }, []],
    ['no more tables if the word is a typo', 'overlaoded', { english }, []],
    ['other languages if the word is neither', 'warteschlange', { english }, ['languages']],
    ['nothing that is loaded', 'warteschlange', { english, languages: [] }, []],
    ['only the errors in a log', '10:00:00 [warteschlange] voll: x', {}, ['errors']],
    ['the errors if words are those of a message', 'No space, left failover', {}, ['errors']],
    ['the errors if a word looks like code', 'max_elastic', {}, ['errors']],
    ['both tables at once if its letters show that it is foreign', 'größe', {}, ['english', 'languages']],
  ])('%s', (_name, query, loaded, tables) => {
    expect(listMissingTables(query, lexicon, loaded)).toEqual(tables);
  });

  test('tables that are loaded in order', async () => {
    const { loader, files } = createLoader();
    await loadQueryTables('warteschlange', lexicon, loader);
    expect(files).toEqual(['search-english.txt', 'search-languages.json']);
    expect(loader.loaded.languages).toEqual([]);
    expect([loader.loaded.english?.has('people'), loader.loaded.english?.has('server')]).toEqual([
      true,
      false,
    ]);
  });
});

describe('a table', () => {
  test('is loaded once', async () => {
    const { loader, files } = createLoader();
    await Promise.all([loader.load('english'), loader.load('english')]);
    await loader.load('english');
    expect(files).toEqual(['search-english.txt']);
  });

  test('is left out if it cannot be loaded, and tried again', async () => {
    const { loader, files } = createLoader(1);
    await loader.load('english');
    expect(loader.loaded).toEqual({});
    await loader.load('english');
    expect([files.length, loader.loaded.english === undefined]).toEqual([2, false]);
  });

  test('stays loaded if another one is loaded', async () => {
    const { loader } = createLoader();
    await loader.load('english');
    await loader.load('languages');
    expect(Object.keys(loader.loaded)).toEqual(['english', 'languages']);
  });
});
