import { expect, test } from 'vitest';
import { redirectSchema } from '../../../src/knowledge/schema/redirect.ts';

const isValid = (from: string) => redirectSchema.safeParse({ kind: 'note', from, to: 'redis' }).success;

test.each(['redis', 'redis-2', 'note#restart-it'])('`%s` can be an old id', (from) => {
  expect(isValid(from)).toBe(true);
});

test.each(['../../notes/foo', '..', 'a/b', 'a.json', 'A', 'con', 'a#b#c', 'a#../x', '%2e%2e', ''])(
  '`%s` is no old id',
  (from) => {
    expect(isValid(from)).toBe(false);
  },
);
