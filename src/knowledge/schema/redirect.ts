/** `content/redirects.yaml`: the new ids of renamed entries, so that their old addresses keep working. */
import { z } from 'zod';
import { field } from './field.ts';
import { KINDS } from './kinds.ts';
import { text } from './scalars.ts';

export const redirectSchema = z.strictObject({
  kind: field(z.enum(KINDS), 'The kind of the renamed entry.'),
  from: field(
    text.meta({ expected: 'an id that is no longer in use' }),
    'Its old id; for a procedure, the id of its note, a `#`, and its own id.',
  ),
  to: field(
    text.meta({ expected: 'the id of an entry of the same kind' }),
    'Its new id, written in the same way.',
  ),
});
