import { describe, expect, test } from 'vitest';
import {
  foldWidth,
  isCjkParticle,
  joinCjk,
  listLetterPairs,
  segmentByScript,
  segmentRun,
  separateCjk,
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
