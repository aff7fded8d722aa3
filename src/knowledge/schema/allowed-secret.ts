/**
 * `content/allowed-secrets.yaml`: what looks like a secret or like personal data and is in the content on purpose.
 * They are in one file, so that a review sees every exception.
 */
import { z } from 'zod';
import { field } from './field.ts';
import { prose, text } from './scalars.ts';

export const allowedSecretSchema = z.strictObject({
  file: field(text, 'The file that contains it, relative to the content folder: `postmortems/x.mdx`.'),
  fingerprint: field(
    z
      .string()
      .regex(/^[0-9a-f]{6}$/)
      .meta({ expected: 'the six hexadecimal digits in the message' }),
    'The six digits that the message prints. They are part of a digest, so anyone can check a guess of a weak password with them.',
  ),
  reason: field(prose, 'Why everyone may read it.'),
});
