/** Problems as JSON, in a published shape of its own: `schemas/check-report.schema.json` is made from this one. */
import { z } from 'zod';
import { toPrintableJson } from '../../source/invisible-characters.ts';
import type { CheckReport } from '../check-report.ts';

const countSchema = z.int().min(0);
const positionSchema = z.int().min(1);

const problemSchema = z.strictObject({
  path: z.string().describe('The path of the file, relative to the folder where the check ran.'),
  line: positionSchema.describe('The line at which it begins, from 1.'),
  column: positionSchema.describe('The column at which it begins, from 1, in UTF-16 units.'),
  endLine: positionSchema.describe('The line at which it ends.'),
  endColumn: positionSchema.describe('The column behind its end.'),
  rule: z.string().describe('The name of the rule; it never changes.'),
  address: z.url().optional().describe('Where the rule is explained.'),
  severity: z.enum(['error', 'warning']).describe('Whether it makes the check fail.'),
  message: z.string().describe('What is there, and what was expected.'),
  hint: z.string().optional().describe('The nearest right thing.'),
  fixable: z.boolean().describe('Whether `--fix` can fix it.'),
});

const postmortemSchema = z.strictObject({
  path: z.string().describe('The file.'),
  completeness: z.int().min(0).max(100).describe('How complete it is, in percent.'),
  missing: z.array(z.string()).describe('The missing fields, most important first.'),
});

export const checkReportSchema = z
  .strictObject({
    version: z.literal(1).describe('Raised when the shape changes in a way that breaks a reader.'),
    files: countSchema.describe('The number of checked files.'),
    errors: countSchema.describe('How many errors were found.'),
    warnings: countSchema.describe('How many warnings were found.'),
    problems: z.array(problemSchema).describe('What is wrong, in the order of files and places.'),
    postmortems: z.array(postmortemSchema).describe('The completeness of the checked postmortems.'),
  })
  .describe('What `npm run check -- --format json` prints.');

/** @returns JSON text that ends with a line break */
export function formatJsonReport(report: CheckReport): string {
  const value: z.input<typeof checkReportSchema> = {
    version: 1,
    files: report.files,
    errors: report.errors,
    warnings: report.warnings,
    problems: report.problems.map(({ excerpt: _, edits, ...rest }) => ({
      ...rest,
      fixable: edits !== undefined,
    })),
    postmortems: report.postmortems.map(({ path, percent, missing }) => ({
      path,
      completeness: percent,
      missing: missing.map(({ field }) => field),
    })),
  };
  return toPrintableJson(value);
}
