import { expect, test } from 'vitest';
import { MECHANISMS } from '../../../src/knowledge/similar/mechanism-glossary.ts';
import { findMechanisms } from '../../../src/knowledge/similar/mechanisms.ts';

const sentences: [sentence: string, ...mechanisms: string[]][] = [
  ['The certificate of the gateway had expired overnight.', 'expired certificate or signature'],
  ['Renewal of the licence was nobody’s task.', 'expired certificate or signature'],
  ['The data volume filled within an hour.', 'full disk'],
  ['All phones reconnected at the same moment.', 'thundering herd'],
  ['The workers used every connection in the pool.', 'too many connections'],
  ['Nobody was hurt.'],
];

test.each(sentences)('finds the mechanisms of: %s', (sentence, ...mechanisms) => {
  expect(findMechanisms(sentence)).toEqual(mechanisms);
});

test('finds no mechanism across two sentences', () => {
  expect(findMechanisms('The certificate was new. The lease expired.')).toEqual([]);
});

test('finds a phrase only if its words are next to each other', () => {
  expect(findMechanisms('A leap second was inserted.')).toEqual(['clock or calendar']);
  expect(findMechanisms('In the second leap the frog fell.')).toEqual([]);
});

test('counts a mechanism once per sentence', () => {
  expect(findMechanisms('The failover hung. A second failover, like a failover before, worked.')).toEqual([
    'failover',
    'failover',
  ]);
});

test('every line of the glossary has a unique name and patterns', () => {
  const lines = MECHANISMS.trim().split('\n');
  for (const line of lines) expect(line).toMatch(/^[a-z][a-z’' -]+: \S+(?: \S+)*$/);
  const names = lines.map((line) => line.split(':')[0]);
  expect(new Set(names).size).toBe(names.length);
});

test.each([
  ['The change was rolled out without a failover.', 'failover'],
  ['There was no hardware failure.', 'broken hardware'],
  ['No user data was lost in the transaction.', 'data lost or overwritten'],
])('finds no mechanism that a text denies: %s', (text, mechanism) => {
  expect(findMechanisms(text)).not.toContain(mechanism);
});

test.each([
  ['A site for the United States with a wrong number of seats', 'wrong number or unit'],
  ['RabbitMQ moved to quorum queues', 'coordination service'],
  ['A third-party library leaked memory', 'provider failed'],
  ['The binaries went into a crash loop', 'endless loop'],
  ['Customers could not route HTTP traffic after the update', 'routing'],
  ['The tiered cache served a faulty version of the data', 'stale copy'],
])('does not take a word in another sense for a mechanism: %s', (text, mechanism) => {
  expect(findMechanisms(text)).not.toContain(mechanism);
});
