/** `content/redirects.yaml`: where entries went that were renamed, so that their old addresses keep working. */
import { z } from 'zod';
import { KINDS } from './kinds.ts';
import { text } from './scalars.ts';

export const redirectSchema = z.strictObject({
  kind: z.enum(KINDS).describe('What was renamed.'),
  from: text
    .meta({ expected: 'an id that is no longer in use' })
    .describe("The id that it had; for a procedure its note's id, a `#` and its own."),
  to: text
    .meta({ expected: 'the id of an entry of the same kind' })
    .describe('The id under which it is found now, written in the same way.'),
});

export type RedirectData = z.output<typeof redirectSchema>;
