import { expect, test } from 'vitest';
import { isTechnical, listTechnicalStems } from '../../../src/knowledge/search/technical-words.ts';
import { tokenize } from '../../../src/knowledge/search/tokens.ts';

test('lists the stems of the words of names, without short and common ones', () => {
  const stems = listTechnicalStems([
    { names: ['Redis Sentinels', 'db of the queue'], misspellings: [], type: 'service' },
  ]);
  expect([...stems]).toEqual(['redis', 'sentinel', 'queu']);
});

test.each([
  ['max_connections', true],
  ['maxConnections', true],
  ['TLS', true],
  ['h2', true],
  ['sentinel', true],
  ['Sentinels', true],
  ['error', false],
  ['fluffy', false],
])('%s is technical: %s', (word, expected) => {
  const [token] = tokenize(word);
  expect(token && isTechnical(token, new Set(['sentinel', 'error']))).toBe(expected);
});
