import { describe, expect, test } from 'vitest';
import { listWords, normalizeText, tokenize, toNameKey } from '../../../src/knowledge/search/tokens.ts';

describe('an identifier is kept whole and also split', () => {
  test.each([
    ['max_connections', 'max_connections', ['max', 'connections']],
    ['net.ipv4.tcp_tw_reuse', 'netipv4tcp_tw_reuse', ['net', 'ipv4', 'tcp', 'tw', 'reuse']],
    ['OutOfMemoryError', 'outofmemoryerror', ['out', 'of', 'memory', 'error']],
    [
      'java.lang.OutOfMemoryError:',
      'javalangoutofmemoryerror',
      ['java', 'lang', 'out', 'of', 'memory', 'error'],
    ],
    ['SQLSTATE[53300]', 'sqlstate53300', ['sqlstate', '53300']],
    ['HTTPServer', 'httpserver', ['http', 'server']],
    ['ECONNREFUSED', 'econnrefused', ['econnrefused']],
    ['/var/run/graphite', 'varrungraphite', ['var', 'run', 'graphite']],
    ['fail-over', 'failover', ['fail', 'over']],
  ])('%s', (typed, whole, parts) => {
    expect(tokenize(typed).map((token) => [token.whole, token.parts])).toEqual([[whole, parts]]);
  });
});

test('strips punctuation around words and skips pieces without a letter or digit', () => {
  expect(tokenize('"too many" — (clients), already! …').map(({ typed }) => typed)).toEqual([
    'too',
    'many',
    'clients',
    'already',
  ]);
});

test('removes accents', () => {
  expect(tokenize('Café Zürich').flatMap(({ parts }) => parts)).toEqual(['cafe', 'zurich']);
});

test('spells out letters that have no accent to remove', () => {
  expect(tokenize('Straße Ærø Łódź').map(({ whole }) => whole)).toEqual(['strasse', 'aero', 'lodz']);
});

test('keeps the marks of Japanese and Korean letters', () => {
  expect(normalizeText('バグ が 데이터')).toBe('バグ が 데이터');
});

test('splits CJK text into words, whose parts are their letters', () => {
  expect(tokenize('Redis接続プール：满。').map(({ typed, parts }) => [typed, parts])).toEqual([
    ['Redis', ['redis']],
    ['接続', ['接', '続']],
    ['プール', ['プ', 'ー', 'ル']],
    ['满', ['满']],
  ]);
});

test('a Japanese word is the same with and without its final length mark', () => {
  expect(toNameKey('サーバー')).toBe(toNameKey('サーバ'));
});

test('all spellings of a name have the same key', () => {
  expect(['Load-Balancer', 'load balancer', 'load_balancer', 'LoadBalancer'].map(toNameKey)).toEqual(
    Array(4).fill('load balancer'),
  );
});

test('lists the words by which texts are compared', () => {
  expect(listWords('max_connections 接続 of it')).toEqual(['max', 'connections', '接続', 'of', 'it']);
});

test('splits an identifier at several signs in a row, and at the last capital before a word', () => {
  expect(tokenize('a--b').map(({ parts }) => parts)).toEqual([['a', 'b']]);
  expect(tokenize('IPv4 DBAs XMLHttp').map(({ parts }) => parts)).toEqual([
    ['ipv4'],
    ['dbas'],
    ['xml', 'http'],
  ]);
  expect(tokenize('__init__').map(({ whole, parts }) => [whole, parts])).toEqual([['__init__', ['init']]]);
});

test('has each part of an identifier once', () => {
  expect(tokenize('a-b-A')[0]?.parts).toEqual(['a', 'b']);
});
