import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeEditDistance, findNearest } from '../../../src/knowledge/source/find-nearest.ts';

describe('the distance between two words', () => {
  const table: [a: string, b: string, distance: number][] = [
    ['', '', 0],
    ['redis', 'redis', 0],
    ['', 'redis', 5],
    ['redis', '', 5],
    ['redis', 'reids', 1],
    ['sev2', 'sve2', 1],
    ['sev2', 'sev3', 1],
    ['sevrity', 'severity', 1],
    ['kitten', 'sitting', 3],
    // A part is never edited twice: Damerau's distance without that rule would be 2.
    ['ca', 'abc', 3],
  ];
  test.each(table)('%s and %s', (a, b, distance) => {
    expect(computeEditDistance(a, b)).toBe(distance);
  });

  test('is the same in both directions, and a limit never changes what is within it', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.nat(8), (a, b, limit) => {
        const exact = computeEditDistance(a, b);
        expect(computeEditDistance(b, a)).toBe(exact);
        const limited = computeEditDistance(a, b, limit);
        if (exact <= limit) expect(limited).toBe(exact);
        else expect(limited).toBeGreaterThan(limit);
      }),
    );
  });
});

describe('did you mean', () => {
  const services = ['elasticsearch', 'redis', 'redis-sentinel', 'mongodb', 'pg', 'es'];
  const table: [word: string, meant: string | undefined][] = [
    ['elastisearch', 'elasticsearch'],
    ['Redis', 'redis'],
    ['reids', 'redis'],
    ['redis-sentinal', 'redis-sentinel'],
    ['gp', 'pg'],
    ['mysql', undefined],
    ['', undefined],
    ['x', undefined],
    ['kubernetes', undefined],
  ];
  test.each(table)('%j', (word, meant) => {
    expect(findNearest(word, services)).toBe(meant);
  });

  test('of two that are equally near, the first', () => {
    expect(findNearest('sev5', ['sev1', 'sev2'])).toBe('sev1');
  });

  test('a nearer one that comes later wins', () => {
    expect(findNearest('test-failovr', ['test-fallover', 'test-failover'])).toBe('test-failover');
  });
});
