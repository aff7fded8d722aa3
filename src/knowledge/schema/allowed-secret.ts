/**
 * `content/allowed-secrets.yaml`: what looks like a secret or like personal data and stands in the content
 * on purpose. One file, so that a review sees every exception.
 */
import { z } from 'zod';
import { text } from './scalars.ts';

export const allowedSecretSchema = z.strictObject({
  file: text.describe('The file that holds it, below the content folder: `postmortems/x.mdx`.'),
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{6}$/)
    .meta({ expected: 'the six hexadecimal digits that the message names' })
    .describe('What is allowed, as the message names it: six digits that do not give it away.'),
  reason: text.describe('Why it may be read by everyone.'),
});

export type AllowedSecretData = z.output<typeof allowedSecretSchema>;
