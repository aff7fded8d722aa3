/** `content/redirects.yaml`: the new ids of renamed entries, so that their old addresses keep working. */
import { z } from 'zod';
import { field } from './field.ts';
import { KINDS } from './kinds.ts';
import { ID_PATTERN, text } from './scalars.ts';
import { VISIBILITIES } from './visibility.ts';

/** An id, or those of a note and of its procedure. */
const ENTRY_ID_PATTERN = new RegExp(`${ID_PATTERN.source.slice(0, -1)}(?:#[a-z0-9]+(?:-[a-z0-9]+)*)?$`);

export const redirectSchema = z.strictObject({
  kind: field(z.enum(KINDS), 'The kind of the renamed entry.'),
  // The old id is part of an address that the site serves.
  from: field(
    z
      .string()
      .regex(ENTRY_ID_PATTERN)
      .meta({ expected: 'an id that is no longer in use: lower-case words joined by hyphens' }),
    'Its old id; for a procedure, the id of its note, a `#`, and its own id.',
  ),
  to: field(
    text.meta({ expected: 'the id of an entry of the same kind' }),
    'Its new id, written in the same way.',
  ),
  // Also the old id of a public entry can be internal: such an id is often the reason for a new one.
  visibility: field(
    z.enum(VISIBILITIES).default('internal'),
    'Who may read the old id: a public site has only redirects that are `public`, and lead to a public entry.',
  ),
});
