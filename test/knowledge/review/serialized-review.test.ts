import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Review } from '../../../src/knowledge/review/pull-request-review.ts';
import { MAX_REVIEW_BYTES, parseReview, serializeReview } from '../../../src/knowledge/review/review-file.ts';
import type { Problem } from '../../../src/knowledge/source/problem.ts';

const PROBLEM: Problem = {
  path: 'content/a.mdx',
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
  rule: 'allowed-path',
  severity: 'error',
  message: 'Unexpected file',
};

function createReview(problems: readonly Problem[], change: Partial<Review['report']> = {}): Review {
  return {
    report: { problems, errors: problems.length, warnings: 0, files: 1, postmortems: [], ...change },
    postmortems: [],
  };
}

function writeAndRead(review: Review): Review {
  const json = serializeReview(review);
  expect(new TextEncoder().encode(json).length).toBeLessThanOrEqual(MAX_REVIEW_BYTES);
  const read = parseReview(json, 'content', () => undefined);
  if (!read) throw new Error('The written review is not read');
  return read;
}

const longText = fc
  .tuple(fc.string({ unit: 'binary' }), fc.constantFrom(1, 1, 1, 2_100), fc.string({ unit: 'binary' }))
  .map(([start, times, end]) => `${start.repeat(times)}${end}`);
/** Names as an operating system allows them, so none is empty, `.` or `..`. */
const name = longText
  .map((text) => text.replaceAll('/', '_').slice(0, 255))
  .filter((text) => !/^\.{0,2}$/.test(text));
const path = fc
  .array(fc.oneof(name, fc.constantFrom('x'.repeat(85), '漢'.repeat(85), '...', ' ')), {
    minLength: 1,
    maxLength: 40,
  })
  .map((names) => ['content', ...names].join('/'));
const entry = { id: longText, title: longText };
const count = fc.nat({ max: 2 ** 31 - 1 });
const position = fc.integer({ min: 1, max: 1_000_001 });
const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 2 });
/** Longer than any list in a review. */
const longList = <T>(item: fc.Arbitrary<T>) =>
  fc
    .tuple(list(item), fc.constantFrom(1, 1, 1, 201))
    .map(([items, times]) => Array.from({ length: times }, () => items).flat());
const similar = list(fc.record({ ...entry, reasons: longList(longText) }));
const anyReview: fc.Arbitrary<Review> = fc.record({
  base: fc.option(longText, { nil: undefined }),
  changesSettings: fc.option(fc.boolean(), { nil: undefined }),
  report: fc.record({
    problems: list(
      fc.record({
        path,
        line: position,
        column: position,
        endLine: position,
        endColumn: position,
        rule: fc.constantFrom('no-secret', 'allowed-path'),
        severity: fc.constantFrom('error', 'warning'),
        message: longText,
      }),
    ),
    errors: count,
    warnings: count,
    files: count,
    postmortems: list(
      fc.record({
        ...entry,
        path,
        percent: fc.nat({ max: 100 }),
        missing: longList(fc.record({ field: longText, label: longText, weight: fc.nat() })),
      }),
    ),
  }),
  postmortems: list(
    fc.record({
      ...entry,
      path,
      duplicates: similar,
      similar,
      relearned: list(fc.record({ ...entry, after: longText, before: longList(fc.record(entry)) })),
      offered: list(fc.record({ ...entry, from: longList(longText) })),
    }),
  ),
});

test('every review that is written is read', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyReview, (written) => {
      expect(writeAndRead(written).report.errors).toBe(written.report.errors);
    }),
    { numRuns: 100 },
  );
});

test.each([1_999, 2_000, 2_001])('a path with a slash as character %d is read', (at) => {
  const start = `content/${`${'x'.repeat(99)}/`.repeat(30)}`.slice(0, at - 1).replace(/\/$/, 'x');
  const [problem] = writeAndRead(createReview([{ ...PROBLEM, path: `${start}/y.mdx` }])).report.problems;
  expect(problem?.path.length).toBeLessThanOrEqual(2_000);
});

test('more problems with long paths than fit are cut, warnings first, and still counted', () => {
  const path = `content/${`${'漢'.repeat(85)}/`.repeat(14)}x.mdx`;
  const warnings = Array.from({ length: 5_100 }, (): Problem => ({ ...PROBLEM, path, severity: 'warning' }));
  const review = createReview([...warnings, PROBLEM], { errors: 1, warnings: 5_100 });
  const { report } = writeAndRead(review);
  expect(report.problems[0]?.severity).toBe('error');
  expect(report.problems.length).toBeGreaterThan(1_000);
  expect(report.warnings).toBe(5_100);
});

test('more than a million problems are counted', () => {
  expect(writeAndRead(createReview([PROBLEM], { errors: 3_000_000 })).report.errors).toBe(3_000_000);
});

test('one long item leaves room for the shorter ones after it', () => {
  const title = '漢'.repeat(2_000);
  const before = Array.from({ length: 200 }, () => ({ id: 'a', title }));
  const relearned = Array.from({ length: 10 }, () => ({ id: 'a', title, after: 'a day', before }));
  const postmortem = {
    id: 'a',
    title,
    path: 'content/a.mdx',
    duplicates: [],
    similar: [],
    relearned: [],
    offered: [],
  };
  const written = { ...createReview([PROBLEM]), postmortems: [{ ...postmortem, relearned }, postmortem] };
  expect(writeAndRead(written).postmortems).toEqual([expect.objectContaining({ relearned: [] })]);
});
