/**
 * A review as a file, on its way from where a pull request is checked to where the comment is written. The first
 * place runs beside what strangers sent, the second may write: so nothing in the file is taken on trust. It holds
 * facts and no markup, each is bounded, and addresses are made anew.
 */
import { z } from 'zod';
import type { Review } from './review.ts';

const LONGEST = 2_000;
/** On one line, without what could rearrange it: control characters and marks of direction. */
const text = z
  .string()
  .max(LONGEST)
  .transform((value) => value.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cf}\s]+/gu, ' ').trim());
const count = z.int().min(0).max(1_000_000);
const position = z.int().min(1).max(10_000_000);
const named = { id: text, title: text };

const problem = z.strictObject({
  path: text,
  line: position,
  column: position,
  endLine: position,
  endColumn: position,
  rule: z
    .string()
    .regex(/^[a-z]+(?:-[a-z]+)*$/)
    .max(60),
  severity: z.enum(['error', 'warning']),
  message: text,
  hint: text.optional(),
});

const judged = z.strictObject({
  ...named,
  path: text,
  percent: z.int().min(0).max(100),
  missing: z.array(z.strictObject({ field: text, label: text, weight: count })).max(50),
});

const withReasons = z.strictObject({ ...named, reasons: z.array(text).max(50) });

const reviewed = z.strictObject({
  ...named,
  path: text,
  duplicates: z.array(withReasons).max(10),
  similar: z.array(withReasons).max(10),
  relearned: z
    .array(z.strictObject({ ...named, after: text, before: z.array(z.strictObject(named)).max(200) }))
    .max(200),
  offered: z.array(z.strictObject({ ...named, from: z.array(text).max(10) })).max(10),
});

const reviewSchema = z.strictObject({
  version: z.literal(1),
  report: z.strictObject({
    problems: z.array(problem).max(5_000),
    errors: count,
    warnings: count,
    files: count,
    postmortems: z.array(judged).max(5_000),
  }),
  postmortems: z.array(reviewed).max(5_000),
});

/** @returns JSON text that ends with a line break */
export function writeReview({ report, postmortems }: Review): string {
  const problems = report.problems.map(({ excerpt: _, edits: __, address: ___, ...rest }) => rest);
  const value = { version: 1, report: { ...report, problems }, postmortems };
  const bounded = (_: string, part: unknown) => (typeof part === 'string' ? part.slice(0, LONGEST) : part);
  return `${JSON.stringify(value, bounded, 2)}\n`;
}

/**
 * @param addressOf where a rule is explained; undefined for one that does not exist
 * @returns undefined where the text is no review
 */
export function readReview(
  json: string,
  addressOf: (rule: string) => string | undefined,
): Review | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  const { data } = reviewSchema.safeParse(value);
  if (!data) return undefined;
  const problems = data.report.problems.map(({ hint, ...problem }) => {
    const address = addressOf(problem.rule);
    return {
      ...problem,
      ...(hint === undefined ? {} : { hint }),
      ...(address === undefined ? {} : { address }),
    };
  });
  return { report: { ...data.report, problems }, postmortems: data.postmortems };
}
