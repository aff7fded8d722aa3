import { expect, test } from 'vitest';
import { describeLeftOut, describeState, formatMegabytes } from '../../src/offline/wording.ts';

test('describes which postmortems are left out, and why', () => {
  expect(describeLeftOut({ count: 1, newest: '4 March 2012', budget: 50 })).toBe(
    'The oldest postmortem (4 March 2012) is not in it, because it is limited to 50 MB.',
  );
  expect(describeLeftOut({ count: 3, newest: '4 March 2012', budget: 50 })).toBe(
    'The oldest 3 postmortems (the newest of them: 4 March 2012) are not in it, because it is limited to 50 MB.',
  );
});

test('a length has one decimal', () => {
  expect(formatMegabytes(7_123_456)).toBe('7.1 MB');
});

const state = {
  built: '2026-11-27T14:02:00.000Z',
  files: 654,
  keptFiles: 312,
  size: 7_100_000,
  keptSize: 2_900_000,
  hasMore: false,
};

test.each([
  [{ hasMore: true }, 'The rest is downloading.'],
  [{ problem: 'full' } as const, 'This device has no room for the rest.'],
])('describes a copy with a part of the files: %o', (progress, sentence) => {
  expect(describeState({ ...state, ...progress })).toEqual([
    'This browser keeps 312 of 654 files (2.9 MB of 7.1 MB) of the site as of 27 Nov 2026, 14:02 UTC.',
    sentence,
  ]);
});

test('calls a copy whole only after each file was checked', () => {
  const whole = { ...state, keptFiles: 654, keptSize: 7_100_000 };
  expect(describeState({ ...whole, hasMore: true }).at(-1)).toBe('Checking the files…');
  expect(describeState(whole)).toEqual([
    'This browser keeps the site as of 27 Nov 2026, 14:02 UTC: 654 files, 7.1 MB.',
    'Everything is there.',
  ]);
});
