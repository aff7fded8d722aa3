/** Problems as JSON, in a published shape of its own: `schemas/check-report.schema.json` is made from this one. */
import { z } from 'zod';
import type { Report } from '../report.ts';

const count = z.int().min(0);
const position = z.int().min(1);

const problem = z.strictObject({
  path: z.string().describe('The file, as one would type it from where the check was run.'),
  line: position.describe('The line at which it begins, from 1.'),
  column: position.describe('The column at which it begins, from 1, in UTF-16 units.'),
  endLine: position.describe('The line at which it ends.'),
  endColumn: position.describe('The column behind its end.'),
  rule: z.string().describe('The name of the rule; it never changes.'),
  address: z.url().optional().describe('Where the rule is explained.'),
  severity: z.enum(['error', 'warning']).describe('Whether it makes the check fail.'),
  message: z.string().describe('What is there, and what was expected.'),
  hint: z.string().optional().describe('The nearest right thing.'),
  fixable: z.boolean().describe('Whether `--fix` mends it.'),
});

const postmortem = z.strictObject({
  path: z.string().describe('The file.'),
  completeness: z.int().min(0).max(100).describe('How complete it is, in percent.'),
  missing: z.array(z.string()).describe('The fields that are missing, the weightiest first.'),
});

export const checkReportSchema = z
  .strictObject({
    version: z.literal(1).describe('Raised when the shape changes in a way that breaks a reader.'),
    files: count.describe('How many files were judged.'),
    errors: count.describe('How many errors were found.'),
    warnings: count.describe('How many warnings were found.'),
    problems: z.array(problem).describe('What is wrong, in the order of files and places.'),
    postmortems: z.array(postmortem).describe('How complete the judged postmortems are.'),
  })
  .describe('What `npm run check -- --format json` prints.');

/** @returns JSON text that ends with a line break */
export function reportAsJson(report: Report): string {
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
  return `${JSON.stringify(value, null, 2)}\n`;
}
