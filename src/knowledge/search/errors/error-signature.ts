/** The shape of a known error, as the files of this folder describe it. */
import { z } from 'zod';

export const familiesSchema = z.record(
  z.string(),
  z.strictObject({
    title: z.string().min(1),
    /** Words of postmortems about errors of the family, the most telling first. */
    words: z.array(z.string().min(1)).min(3),
  }),
);

export const signaturesSchema = z.array(
  z.strictObject({
    name: z.string().min(1),
    family: z.string(),
    /** The programs that report the error; absent if any may. */
    services: z.array(z.string().min(1)).default([]),
    /** Its names in postmortems, the most telling first. */
    means: z.array(z.string().min(1)).min(1),
    /** One template per line. */
    messages: z.string().default(''),
    /** Status codes of HTTP. */
    statuses: z.array(z.number().int()).default([]),
    sqlStates: z.array(z.string().length(5)).default([]),
    /** A line that matches. */
    example: z.string().min(1),
    /** A similar line that does not match. */
    counterexample: z.string().min(1),
    /** Names of other known errors that the example matches too. */
    overlaps: z.array(z.string()).default([]),
    /** The documentation of the messages. */
    source: z.url(),
  }),
);

export type ErrorFamilies = z.infer<typeof familiesSchema>;
export type ErrorSignature = z.infer<typeof signaturesSchema>[number];

/** Returns the name with the program: `Too many connections: PostgreSQL`. */
export function formatErrorName({
  name,
  services,
}: {
  readonly name: string;
  readonly services: readonly string[];
}): string {
  return services.length > 0 ? `${name}: ${services.join(', ')}` : name;
}
