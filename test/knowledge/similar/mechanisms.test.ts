import { expect, test } from 'vitest';
import { MECHANISMS } from '../../../src/knowledge/similar/mechanism-glossary.ts';
import { findMechanisms } from '../../../src/knowledge/similar/mechanisms.ts';

const told: [sentence: string, ...mechanisms: string[]][] = [
  ['The certificate of the gateway had expired overnight.', 'expired certificate or signature'],
  ['Renewal of the licence was nobody’s task.', 'expired certificate or signature'],
  ['The data volume filled within an hour.', 'full disk'],
  ['All phones reconnected at the same moment.', 'thundering herd'],
  ['The workers used every connection in the pool.', 'connections used up'],
  ['Nobody was hurt.'],
];

test.each(told)('%s', (sentence, ...mechanisms) => {
  expect(findMechanisms(sentence)).toEqual(mechanisms);
});

test('the words must stand in one sentence', () => {
  expect(findMechanisms('The certificate was new. The lease expired.')).toEqual([]);
});

test('words that stand together are one name', () => {
  expect(findMechanisms('A leap second was inserted.')).toEqual(['clock or calendar']);
  expect(findMechanisms('In the second leap the frog fell.')).toEqual([]);
});

test('a mechanism is counted once for each sentence', () => {
  expect(findMechanisms('The failover hung. A second failover, like a failover before, worked.')).toEqual([
    'failover',
    'failover',
  ]);
});

test('every line of the glossary is a name with patterns, and no name stands twice', () => {
  const lines = MECHANISMS.trim().split('\n');
  for (const line of lines) expect(line).toMatch(/^[a-z][a-z’' -]+: \S+(?: \S+)*$/);
  const names = lines.map((line) => line.split(':')[0]);
  expect(new Set(names).size).toBe(names.length);
});
