import { describe, expect, test } from 'vitest';
import {
  foldWidth,
  getGapAfter,
  isCjkParticle,
  isMostlyCjk,
  joinCjk,
  joinLetters,
  listLetterPairs,
  listLetters,
  removeJoint,
  segmentByScript,
  segmentRun,
  separateCjk,
  splitRuns,
} from '../../../src/knowledge/search/cjk.ts';

const listIndexedWords = (text: string) => separateCjk(text).split(/\s+/);

describe('the index has every CJK letter as a word', () => {
  test.each([
    ['接続プール', ['接', '続', 'プ', 'ー', 'ル']],
    ['数据库，连接', ['数', '据', '库，', '连', '接']],
    ['「障害」です。', ['「', '障', '害」', 'で', 'す。']],
    ['Redis接続がtimeout', ['Redis', '接', '続', 'が', 'timeout']],
    ['서버 다운', ['서', '버', '다', '운']],
    ['plain, text', ['plain,', 'text']],
  ])('%s', (text, words) => {
    expect(listIndexedWords(text).map((word) => word.replace('\u2060', ''))).toEqual(words);
    expect(joinCjk(separateCjk(text))).toBe(text);
  });
});

test('a query is split into words', () => {
  expect(segmentRun('データベースの接続がタイムアウトしました')).toEqual(
    expect.arrayContaining(['データベース', '接続', 'タイムアウト']),
  );
  expect(segmentRun('数据库连接')).toEqual(expect.arrayContaining(['连接']));
});

test('without a dictionary, a query is split where its script changes', () => {
  expect(segmentByScript('データベースの接続プールが枯渇')).toEqual([
    'データベース',
    'の',
    '接続',
    'プール',
    'が',
    '枯渇',
  ]);
});

test('full-width letters and half-width Katakana get their usual widths', () => {
  expect(foldWidth('ＲＥＤＩＳ：６３７９　ｻｰﾊﾞｰ ①')).toBe('REDIS:6379 サーバー ①');
});

test('particles carry no meaning', () => {
  expect(['の', 'した', '的', '接続', '落', 'サーバ'].filter(isCjkParticle)).toEqual(['の', 'した', '的']);
});

test('a longer Chinese word is also searched for by the pairs of its letters', () => {
  expect(listLetterPairs('连接池').map((pair) => pair.join(''))).toEqual(['连接', '接池']);
  expect(listLetterPairs('连接')).toEqual([]);
  expect(listLetterPairs('タイムアウト')).toEqual([]);
});

test('a text is mostly CJK if more than half of its words are letters', () => {
  const isMostly = (text: string) => isMostlyCjk(listIndexedWords(text));
  expect(['接続 a', '接続 a b', '接続プー a b', '接続プール a b', ''].map(isMostly)).toEqual([
    false,
    false,
    false,
    true,
    false,
  ]);
});

test('words of the index get back the text between them', () => {
  const [first = '', second = '', third = ''] = listIndexedWords('接a 続');
  expect([first, second, third].map(getGapAfter)).toEqual(['', ' ', ' ']);
  expect([first, second, third].map(removeJoint)).toEqual(['接', 'a', '続']);
});

test('a piece of text is split at the borders of its CJK runs', () => {
  const split = (text: string) => splitRuns(text).map((run) => `${run.isCjk ? 'cjk' : 'other'}: ${run.text}`);
  expect(split('Redis接続timeout')).toEqual(['other: Redis', 'cjk: 接続', 'other: timeout']);
  expect(split('接続')).toEqual(['cjk: 接続']);
  expect(split('redis')).toEqual(['other: redis']);
  expect(split('')).toEqual([]);
});

test('neighbouring Katakana words are one word', () => {
  expect(segmentRun('タイムアウト')).toEqual(['タイムアウト']);
  expect(segmentRun('接続タイムアウト')).toEqual(['接続', 'タイムアウト']);
});

test('a particle is short Hiragana alone, or Chinese particles alone', () => {
  expect(['しました', 'の接', '接の', '的落', '落的', '是的'].filter(isCjkParticle)).toEqual(['是的']);
});

test('only words of Chinese and Korean letters have pairs', () => {
  const pairs = (word: string) => listLetterPairs(word).map((pair) => pair.join(''));
  expect(pairs('데이터')).toEqual(['데이', '이터']);
  expect([pairs('接続プ'), pairs('プ接続'), pairs('接')]).toEqual([[], [], []]);
});

test('letters that were looked up as a phrase are one word', () => {
  expect(joinLetters('接 続 プ ー ル')).toBe('接続プール');
  expect(joinLetters('redis 接 続 a b')).toBe('redis 接続 a b');
});

test('a word is looked up without its final length mark, unless it is short', () => {
  expect(listLetters('サーバー').join('')).toBe('サーバ');
  expect(listLetters('キー').join('')).toBe('キー');
  expect(listLetters('サーバ').join('')).toBe('サーバ');
});
