/** The JSON Schemas that are published and checked in, made from the schemas in the code. */
import { z } from 'zod';
import { checkReportSchema } from '../knowledge/check/reporters/json.ts';

const PUBLISHED_SCHEMAS: readonly (readonly [path: string, schema: z.ZodType])[] = [
  ['schemas/check-report.schema.json', checkReportSchema],
];

/** Each with the path at which it is kept. */
export function createPublishedSchemas(): [path: string, text: string][] {
  return PUBLISHED_SCHEMAS.map(([path, schema]) => [
    path,
    `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-2020-12' }), null, 2)}\n`,
  ]);
}
