import { expect, test } from 'vitest';
import {
  lookUpAllWords,
  lookUpName,
  lookUpPhrase,
  lookUpWord,
} from '../../../src/knowledge/search/term-lookup.ts';
import { WordFrequencies } from '../../../src/knowledge/search/word-frequencies.ts';

const WORDS = ['redis', 'server', 'log', 'in', 'up', 'ups', 'the', 'who', '接', '続', 'slave', 'it'];
const FREQUENCIES = new WordFrequencies(new Map(WORDS.map((word) => [word, 1])), 10);
const terms = (found: ReturnType<typeof lookUpWord>) =>
  found.map(({ text, match, via, weight }) => `${text} ${match} ${via} ${weight}`);

test('looks up a word of the pages, unless it is a form of a stop word', () => {
  const lookUp = (word: string) => terms(lookUpWord(FREQUENCIES, word, 'typed', 0.5));
  expect(lookUp('redis')).toEqual(['redis word typed 0.5']);
  expect(lookUp('kafka')).toEqual([]);
  expect(lookUp('ups')).toEqual([]);
  expect(lookUp('its')).toEqual([]);
  expect(lookUp('slave')).toEqual(['slave word typed 0.5']);
});

test('looks up several words together if the pages contain each of them', () => {
  const lookUp = (...words: string[]) => terms(lookUpAllWords(FREQUENCIES, words, 'part', 1));
  expect(lookUp('redis', 'server')).toEqual(['redis server all part 1']);
  expect(lookUp('redis')).toEqual(['redis word part 1']);
  expect(lookUp('redis', 'kafka')).toEqual([]);
  expect(lookUp('kafka', 'consul')).toEqual([]);
  expect(lookUp()).toEqual([]);
});

test('looks up a name without its stop words, or as a phrase if only one other word is left', () => {
  const lookUp = (name: string) => terms(lookUpName(FREQUENCIES, name, 'service', 1));
  expect(lookUp('redis')).toEqual(['redis word service 1']);
  expect(lookUp('the redis server')).toEqual(['redis server all service 1']);
  expect(lookUp('redis-server')).toEqual(['redis server all service 1']);
  expect(lookUp('inLog server')).toEqual(['in log server phrase service 1']);
  expect(lookUp('log in')).toEqual(['log in phrase service 1']);
  expect(lookUp('in the')).toEqual(['in the phrase service 1']);
  expect(lookUp('log off')).toEqual([]);
  expect(lookUp('redis 接続')).toEqual(['redis 接 続 phrase service 1']);
  expect(lookUp('kafka 接続')).toEqual([]);
  expect(lookUp('接続')).toEqual(['接 続 phrase service 1']);
});

test('looks up a phrase if the pages contain all of its words', () => {
  const lookUp = (...words: string[]) => terms(lookUpPhrase(FREQUENCIES, words, 'typed', 1));
  expect(lookUp('log', 'in')).toEqual(['log in phrase typed 1']);
  expect(lookUp('log', 'off')).toEqual([]);
  expect(lookUp()).toEqual([]);
});
