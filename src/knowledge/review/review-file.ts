/**
 * Writes a review to a file and reads it. One job of the workflow writes the file next to code that strangers sent,
 * another job may write comments: it must not trust anything in the file. So the file contains facts and no markup,
 * the length of each is limited, and addresses are created when it is read.
 */
import { z } from 'zod';
import { shorten } from '../source/problem.ts';
import type { Review } from './pull-request-review.ts';

const MAX_TEXT_LENGTH = 2_000;
const MAX_LIST_LENGTH = 5_000;
/** The length of each list, by its field. */
const MAX_ITEMS = {
  problems: MAX_LIST_LENGTH,
  postmortems: MAX_LIST_LENGTH,
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
const toLine = (value: string) => value.toWellFormed().replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cf}\s]+/gu, ' ');
const lineSchema = z.string().max(MAX_TEXT_LENGTH).transform(toLine);
const textSchema = lineSchema.transform((value) => value.trim());
/** A path below the content folder: a report must not point at any other file of the repository. */
const pathSchema = lineSchema.refine((path) => !path.split('/').some((part) => /^\.{0,2}$/.test(part)));
const countSchema = z.int().min(0);
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
  base: textSchema.optional(),
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

/** The length of the largest review that is read, in bytes. */
export const MAX_REVIEW_BYTES = 20_000_000;
/** For each of the three lists. The rest is for what is around them. */
const MAX_LIST_BYTES = 6_000_000;

/**
 * Leaves out what is beyond the limits, errors last. `parseReview` reads every result.
 *
 * @returns JSON text that ends with a line break, of at most `MAX_REVIEW_BYTES`
 */
export function serializeReview({ report, base, changesSettings, postmortems }: Review): string {
  const { errors, warnings, files } = report;
  const problems = report.problems.map(({ excerpt: _, edits: __, address: ___, ...rest }) => rest);
  problems.sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
  const lists = [problems, report.postmortems, postmortems].map(
    (list) => `[\n${limitList(list).join(',\n')}\n]`,
  );
  const facts = JSON.stringify({ version: 1, base, changesSettings }, limitLength).slice(0, -1);
  return `${facts}, "report": {"errors": ${errors}, "warnings": ${warnings}, "files": ${files},
"problems": ${lists[0]},
"postmortems": ${lists[1]}},
"postmortems": ${lists[2]}}\n`;
}

/** Returns the JSON of the items for which there is room. A long one leaves room for shorter ones after it. */
function limitList(items: readonly unknown[]): string[] {
  const encoder = new TextEncoder();
  let room = MAX_LIST_BYTES;
  return items.slice(0, MAX_LIST_LENGTH).flatMap((item) => {
    const json = JSON.stringify(item, limitLength);
    const size = encoder.encode(json).length + 2;
    if (size > room) return [];
    room -= size;
    return [json];
  });
}

function limitLength(key: string, part: unknown): unknown {
  // Cut at a slash, a path would end in an empty name, which no path has.
  if (typeof part === 'string') return shorten(part, MAX_TEXT_LENGTH);
  return Array.isArray(part) && isLimited(key) ? part.slice(0, MAX_ITEMS[key]) : part;
}

function isLimited(key: string): key is keyof typeof MAX_ITEMS {
  return Object.hasOwn(MAX_ITEMS, key);
}

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
  if (!data || !listPaths(data).every((path) => path.startsWith(`${toLine(root)}/`))) return undefined;
  const problems = data.report.problems.map(({ hint, ...problem }) => {
    const address = getRuleAddress(problem.rule);
    return {
      ...problem,
      ...(hint === undefined ? {} : { hint }),
      ...(address === undefined ? {} : { address }),
    };
  });
  const { base, changesSettings, postmortems } = data;
  return { report: { ...data.report, problems }, base, changesSettings, postmortems };
}

function listPaths({ report, postmortems }: z.output<typeof reviewSchema>): string[] {
  return [...report.problems, ...report.postmortems, ...postmortems].map(({ path }) => path);
}
