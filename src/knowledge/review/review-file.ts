/**
 * Writes a review to a file and reads it. One job of the workflow writes the file next to code that strangers sent,
 * another job may write comments: it must not trust anything in the file. So the file contains facts and no markup,
 * the length of each is limited, and addresses are created when it is read.
 */
import { z } from 'zod';
import type { Review } from './pull-request-review.ts';

const MAX_TEXT_LENGTH = 2_000;
/** The length of each list, by its field. */
const MAX_ITEMS = {
  problems: 5_000,
  postmortems: 5_000,
  missing: 50,
  reasons: 50,
  duplicates: 10,
  similar: 10,
  before: 200,
  relearned: 200,
  from: 10,
  offered: 10,
} as const;
/**
 * Puts text on one line without characters that could rearrange it: control characters and direction marks. Half of a
 * surrogate pair becomes `\uFFFD`, because it cannot be written as UTF-8 or in an address.
 */
const lineSchema = z
  .string()
  .max(MAX_TEXT_LENGTH)
  .transform((value) => value.toWellFormed().replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cf}\s]+/gu, ' '));
const textSchema = lineSchema.transform((value) => value.trim());
/** A path below the content folder: a report must not point at any other file of the repository. */
const pathSchema = lineSchema.refine((path) => !path.split('/').some((part) => /^\.{0,2}$/.test(part)));
const countSchema = z.int().min(0).max(1_000_000);
const positionSchema = z.int().min(1).max(10_000_000);
const entrySummaryFields = { id: textSchema, title: textSchema };

const problemSchema = z.strictObject({
  path: pathSchema,
  line: positionSchema,
  column: positionSchema,
  endLine: positionSchema,
  endColumn: positionSchema,
  rule: z
    .string()
    .regex(/^[a-z]+(?:-[a-z]+)*$/)
    .max(60),
  severity: z.enum(['error', 'warning']),
  message: textSchema,
  hint: textSchema.optional(),
});

const completenessSchema = z.strictObject({
  ...entrySummaryFields,
  path: pathSchema,
  percent: z.int().min(0).max(100),
  missing: z
    .array(z.strictObject({ field: textSchema, label: textSchema, weight: countSchema }))
    .max(MAX_ITEMS.missing),
});

const similarPostmortemSchema = z.strictObject({
  ...entrySummaryFields,
  reasons: z.array(textSchema).max(MAX_ITEMS.reasons),
});

const postmortemReviewSchema = z.strictObject({
  ...entrySummaryFields,
  path: pathSchema,
  duplicates: z.array(similarPostmortemSchema).max(MAX_ITEMS.duplicates),
  similar: z.array(similarPostmortemSchema).max(MAX_ITEMS.similar),
  relearned: z
    .array(
      z.strictObject({
        ...entrySummaryFields,
        after: textSchema,
        before: z.array(z.strictObject(entrySummaryFields)).max(MAX_ITEMS.before),
      }),
    )
    .max(MAX_ITEMS.relearned),
  offered: z
    .array(z.strictObject({ ...entrySummaryFields, from: z.array(textSchema).max(MAX_ITEMS.from) }))
    .max(MAX_ITEMS.offered),
});

const reviewSchema = z.strictObject({
  version: z.literal(1),
  changesSettings: z.boolean().optional(),
  report: z.strictObject({
    problems: z.array(problemSchema).max(MAX_ITEMS.problems),
    errors: countSchema,
    warnings: countSchema,
    files: countSchema,
    postmortems: z.array(completenessSchema).max(MAX_ITEMS.postmortems),
  }),
  postmortems: z.array(postmortemReviewSchema).max(MAX_ITEMS.postmortems),
});

/**
 * Leaves out what is beyond the limits, errors last.
 *
 * @returns JSON text that ends with a line break
 */
export function serializeReview({ report, changesSettings, postmortems }: Review): string {
  const problems = report.problems.map(({ excerpt: _, edits: __, address: ___, ...rest }) => rest);
  if (problems.length > MAX_ITEMS.problems)
    problems.sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
  const value = { version: 1, changesSettings, report: { ...report, problems }, postmortems };
  return `${JSON.stringify(value, limitLength, 2)}\n`;
}

function limitLength(key: string, part: unknown): unknown {
  if (typeof part === 'string') return part.slice(0, MAX_TEXT_LENGTH);
  return Array.isArray(part) && isLimited(key) ? part.slice(0, MAX_ITEMS[key]) : part;
}

function isLimited(key: string): key is keyof typeof MAX_ITEMS {
  return Object.hasOwn(MAX_ITEMS, key);
}

/** The length of the largest review that is read, in bytes. */
export const MAX_REVIEW_BYTES = 20_000_000;

/**
 * @param root the name of the content folder, with which every path in the review must start
 * @param getRuleAddress returns the page that explains a rule, or undefined if there is no such rule
 * @returns undefined if the text is not a review
 */
export function parseReview(
  json: string,
  root: string,
  getRuleAddress: (rule: string) => string | undefined,
): Review | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  const { data } = reviewSchema.safeParse(value);
  if (!data || !listPaths(data).every((path) => path.startsWith(`${root}/`))) return undefined;
  const problems = data.report.problems.map(({ hint, ...problem }) => {
    const address = getRuleAddress(problem.rule);
    return {
      ...problem,
      ...(hint === undefined ? {} : { hint }),
      ...(address === undefined ? {} : { address }),
    };
  });
  const { changesSettings, postmortems } = data;
  return { report: { ...data.report, problems }, changesSettings, postmortems };
}

function listPaths({ report, postmortems }: z.output<typeof reviewSchema>): string[] {
  return [...report.problems, ...report.postmortems, ...postmortems].map(({ path }) => path);
}
