import { describe, expect, test } from 'vitest';
import { Aliases, type AliasGroup, findNames } from '../../../src/knowledge/search/aliases.ts';
import { createLexicon } from '../../../src/knowledge/search/create-lexicon.ts';
import { tokenize } from '../../../src/knowledge/search/tokens.ts';
import { createDocument } from './small-documents.ts';

const group = (...names: string[]): AliasGroup => ({ names, misspellings: [], type: 'service' });
const REDIS = group('Redis', 'redis-server');
const SENTINEL = group('Redis Sentinel');
const OCEAN: AliasGroup = {
  names: ['DigitalOcean', 'DO', 'C'],
  misspellings: ['digitalocaen'],
  type: 'service',
};
const ALIASES = new Aliases([REDIS, SENTINEL, OCEAN, group('…'), REDIS]);

/** Returns the names that are found in a text: the words, and the first name of each group. */
function find(text: string, ...sources: Aliases[]): string[] {
  const tokens = tokenize(text);
  return findNames(sources.length > 0 ? sources : [ALIASES], tokens).map(
    ({ at, length, group: { names } }) => {
      const typed = tokens.slice(at, at + length).map((token) => token.typed);
      return `${typed.join(' ')} = ${names[0]}`;
    },
  );
}

describe('names in a query', () => {
  test('are found in any spelling', () => {
    expect(find('redis')).toEqual(['redis = Redis']);
    expect(find('Redis Server')).toEqual(['Redis Server = Redis']);
    expect(find('redis-server')).toEqual(['redis-server = Redis']);
    expect(find('redisserver')).toEqual(['redisserver = Redis']);
    expect(find('digital ocean')).toEqual(['digital ocean = DigitalOcean']);
    expect(find('digitalocaen')).toEqual(['digitalocaen = DigitalOcean']);
    expect(find('kafka')).toEqual([]);
    expect(find('')).toEqual([]);
  });

  test('are the longest at each place, without overlaps', () => {
    expect(find('the redis sentinel of redis')).toEqual(['redis sentinel = Redis Sentinel', 'redis = Redis']);
    expect(find('redis redis server')).toEqual(['redis = Redis', 'redis server = Redis']);
  });

  test('have at most six words', () => {
    const long = new Aliases([group('one two three four five six'), group('a1 a2 a3 a4 a5 a6 a7')]);
    expect(find('one two three four five six', long)).toHaveLength(1);
    expect(find('a1 a2 a3 a4 a5 a6 a7', long)).toHaveLength(0);
  });

  test('are stop words only in capitals, and not single letters', () => {
    expect(find('DO')).toEqual(['DO = DigitalOcean']);
    expect(find('do')).toEqual([]);
    expect(find('Do')).toEqual([]);
    const single = new Aliases([group('A')]);
    expect(find('A', single)).toEqual([]);
    expect(find('C')).toEqual([]);
  });

  test('can come from several sources, of which the longest match counts', () => {
    const other = new Aliases([group('Remote store', 'redis'), group('Guard', 'redis sentinel')]);
    expect(find('redis', ALIASES, other)).toEqual(['redis = Redis', 'redis = Remote store']);
    expect(find('redis sentinel', new Aliases([REDIS]), other)).toEqual(['redis sentinel = Guard']);
  });
});

describe('a list of names', () => {
  test('has each spelling once, and each group once for a name', () => {
    expect([...new Aliases([OCEAN]).listNames()]).toEqual(['digital ocean', 'digitalocean', 'digitalocaen']);
    expect(ALIASES.findGroups('redis')).toEqual([REDIS]);
  });

  test('finds the groups of a name', () => {
    const both = new Aliases([REDIS, group('Store', 'redis')]);
    expect(both.findGroups('REDIS').map(({ names }) => names[0])).toEqual(['Redis', 'Store']);
    expect(both.findGroups('kafka')).toEqual([]);
    expect([both.has('redis'), both.has('Redis'), both.has('kafka')]).toEqual([true, false, false]);
  });

  test('contains the glossary after the names of the content', () => {
    const service = { kind: 'service', id: 'single', title: 'Single point', aliases: ['SPOF'] } as const;
    const { aliases } = createLexicon([createDocument(service)]);
    const [own, ...glossary] = aliases.findGroups('spof');
    expect(own?.names[0]).toBe('Single point');
    expect(glossary.map(({ misspellings }) => misspellings)).toEqual([[]]);
  });
});
