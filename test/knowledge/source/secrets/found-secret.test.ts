import { describe, expect, test } from 'vitest';
import { type FoundSecret, maskText } from '../../../../src/knowledge/source/secrets/found-secret.ts';

const createSecret = (start: number, end: number): FoundSecret => ({
  what: 'secret',
  family: 'secret',
  span: { start, end },
  masked: '•'.repeat(Number.isFinite(end - start) ? Math.max(0, end - start) : 0),
  fingerprint: '000000',
});

describe('maskText', () => {
  test('hides secrets that touch', () => {
    expect(maskText('abcdef', [createSecret(1, 3), createSecret(3, 4)])).toBe('a•••ef');
  });

  test.each([
    ['from nowhere', [createSecret(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY)]],
    ['behind the end', [createSecret(4, 7)]],
    ['before the start', [createSecret(-1, 2)]],
    ['that end before they start', [createSecret(3, 2)]],
    ['that overlap', [createSecret(1, 4), createSecret(3, 5)]],
    ['out of order', [createSecret(3, 4), createSecret(1, 2)]],
    ['at no number', [createSecret(Number.NaN, 3)]],
  ])('refuses secrets %s', (_, secrets) => {
    expect(() => maskText('abcdef', secrets)).toThrow(RangeError);
  });
});
