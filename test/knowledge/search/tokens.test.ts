import { describe, expect, test } from 'vitest';
import { tokenize, toNameKey } from '../../../src/knowledge/search/tokens.ts';

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

test('all spellings of a name have the same key', () => {
  expect(['Load-Balancer', 'load balancer', 'load_balancer', 'LoadBalancer'].map(toNameKey)).toEqual(
    Array(4).fill('load balancer'),
  );
});
