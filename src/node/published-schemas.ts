/** Creates the JSON Schemas of our output formats, which are published and in git, from the schemas in the code. */
import { z } from 'zod';
import { checkReportSchema } from '../knowledge/check/reporters/json.ts';

const PUBLISHED_SCHEMAS: readonly (readonly [path: string, schema: z.ZodType])[] = [
  ['schemas/check-report.schema.json', checkReportSchema],
];

/** Returns each schema with the path of its file. */
export function createPublishedSchemas(): [path: string, text: string][] {
  return PUBLISHED_SCHEMAS.map(([path, schema]) => [
    path,
    `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-2020-12' }), null, 2)}\n`,
  ]);
}
