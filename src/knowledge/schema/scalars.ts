/**
 * The scalar fields that several schemas share. YAML is read so that every scalar arrives as the
 * author's own text (no booleans, numbers or dates made of it), so all of these take strings.
 *
 * `expected` in a field's meta is the noun phrase that a refusal prints after "expected".
 */
import { z } from 'zod';
import { parseDuration } from './duration.ts';
import { formatWithArticle, type Kind } from './kinds.ts';
import { parseTime } from './time.ts';

declare module 'zod' {
  interface GlobalMeta {
    /** What a value here should be, as a noun phrase: "one line of text". */
    expected?: string;
    /** The kind whose ids may stand here. */
    reference?: Kind;
  }
}

/** Text that is not empty. */
export const text = z.string().regex(/\S/).meta({ expected: 'text' });

/** A name that people read in links and lists; short enough for one line of them. */
export function title(maxLength: number) {
  return text.max(maxLength).meta({ expected: `a title of at most ${maxLength} characters` });
}

/** Text that was seen: kept to the letter, white space included. */
export const verbatim = z.string().regex(/\S/).meta({ expected: 'the text exactly as it was seen' });

/** A word or words in lower case, joined by hyphens. */
export const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const id = z
  .string()
  .regex(ID_PATTERN)
  .meta({ expected: 'an id: lower-case words joined by hyphens' });

/** A moment or a stretch of the calendar in EDTF, as precise as the source and no more. */
export const time = z
  .string()
  .refine((value) => parseTime(value) !== undefined)
  .meta({
    expected:
      'a time in EDTF: 2018-03-10, 2015-03, 2018-03-10~ (approximate), XXXX-03-21 (year not known) or 2018-03-10T09:30:00-05:00',
  });

/** An ISO 8601 duration; a trailing `~` says that it is approximate. */
export const duration = z
  .string()
  .refine((value) => parseDuration(value) !== undefined)
  .meta({ expected: 'an ISO 8601 duration such as PT50M, PT17H or PT1H~ (approximate)' });

/** A whole number from 0 to 100. */
export const percent = z
  .string()
  .regex(/^(?:\d{1,2}|100)$/)
  .meta({ expected: 'a whole number from 0 to 100' })
  .transform(Number);

/** An address on the web. */
export const webAddress = z
  .url({ protocol: /^https?$/ })
  .meta({ expected: 'an address that begins with https:// or http://' });

/** The id of an entry of the given kind. Whether it exists is judged by the rule `known-reference`. */
export function reference<K extends Kind>(kind: K) {
  return z
    .string()
    .regex(/\S/)
    .meta({ reference: kind, expected: `the id of ${formatWithArticle(kind)}` });
}

/** A list that may be left out, which is the same as empty. */
export function optionalList<Item extends z.ZodType>(item: Item) {
  return z.array(item).default([]);
}
