/**
 * The scalar fields that several schemas share. YAML is read so that every scalar arrives as the author's own text,
 * never as a boolean, a number or a date, so all of these accept strings.
 */
import { z } from 'zod';
import { COLOUR_PATTERN } from './colour.ts';
import { parseDuration } from './duration.ts';
import { type FieldRelation, formatWithArticle, type Kind } from './kinds.ts';
import { parseQuantity } from './quantity.ts';
import { parseTime } from './time.ts';

declare module 'zod' {
  interface GlobalMeta {
    /** The expected value, as a noun phrase that messages print after "expected": "one line of text". */
    expected?: string;
    /** The kind whose ids the field accepts. */
    reference?: Kind;
    /** The reason why an entry has such an id in the field. */
    relation?: FieldRelation;
    /** The kind of the text, unless it is a name or an id. */
    scalar?: 'prose' | 'verbatim' | 'role' | 'time' | 'duration' | 'quantity' | 'flag';
    /** The field also accepts `unknown`, because a page cannot always name an entry. */
    acceptsUnknown?: boolean;
  }
}

/** A name, or another text that is not a sentence. */
export const text = z.string().regex(/\S/).meta({ expected: 'text' });

/** A sentence by the author. The rules for wording and spelling apply to it, and it is searched. */
export const prose = z.string().regex(/\S/).meta({ expected: 'text', scalar: 'prose' });

/** A colour. The rule `min-accent-contrast` checks whether people can read it. */
export const accentColour = z
  .string()
  .regex(COLOUR_PATTERN)
  .meta({ expected: "a colour in quotation marks, such as '#0a51a8'" });

/** A picture in the content folder. The rule `valid-picture` checks its type, and whether it exists. */
export const picture = z
  .string()
  .regex(/^\.\//)
  .meta({ expected: 'a picture such as ./logo.png, next to this file' });

/** A name that people read in links and lists, so that it has to fit on one line. */
export function title(maxLength: number) {
  return prose.max(maxLength).meta({ expected: `a title of at most ${maxLength} characters` });
}

/** A text that was seen, kept character by character. */
export const verbatim = z
  .string()
  .regex(/\S/)
  .meta({ expected: 'the text exactly as it was seen', scalar: 'verbatim' });

/** A role or a team, never a person. */
export const role = text.meta({ scalar: 'role' });

/** One or more words in lower case, joined by hyphens, that can be the name of a file on every system. */
export const ID_PATTERN = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Returns a sentence if Windows keeps a name for a device, whatever its extension. */
export function describeReservedName(name: string): string | undefined {
  const [reserved] = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i.exec(name.trim()) ?? [];
  return reserved && `No file can be named \`${reserved}\` on Windows, which keeps this name for a device.`;
}

export const id = z
  .string()
  .regex(ID_PATTERN)
  .meta({ expected: 'an id: lower-case words joined by hyphens' });

/** A check by its lesson and its own id: `test-failover/read-the-roles`. The rule `known-check` checks whether it exists. */
export const checkPlace = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .meta({ expected: 'a check as `lesson-id/check-id`' });

/** A moment or a period of the calendar in EDTF, as precise as the source and no more. */
export const time = z
  .string()
  .refine((value) => parseTime(value) !== undefined)
  .meta({
    scalar: 'time',
    expected:
      'a time in EDTF: 2018-03-10, 2015-03, 2018-03-10~ (approximate), XXXX-03-21 (year not known) or 2018-03-10T09:30:00-05:00',
  });

/** An ISO 8601 duration; a trailing `~` marks it as approximate. */
export const duration = z
  .string()
  .refine((value) => parseDuration(value) !== undefined)
  .meta({ scalar: 'duration', expected: 'an ISO 8601 duration such as PT50M, PT17H or PT1H~ (approximate)' });

/** A number with its unit. A leading `~` marks it as approximate. */
export const quantity = z
  .string()
  .refine((value) => parseQuantity(value) !== undefined)
  .meta({
    scalar: 'quantity',
    expected:
      'a number with a unit: 1200 users, 3% of requests, 35 minutes, 4500 EUR, or ~1200 users (approximate)',
  });

/** A whole number from 0 to 100. */
export const percent = z
  .string()
  .regex(/^(?:\d{1,2}|100)$/)
  .meta({ expected: 'a whole number from 0 to 100' })
  .transform(Number);

export const megabytes = z
  .string()
  .regex(/^\d{1,6}$/)
  .meta({ expected: 'a whole number of megabytes' })
  .transform(Number);

/** A property that an entry either has or does not have. */
export const flag = z
  .string()
  .regex(/^true$/)
  .meta({ scalar: 'flag', expected: '`true`, or no field at all' })
  .transform(() => true as const);

/** A name or a number. `URL` accepts more, such as `a;b` or `*`, which would be something else in the header of a server. */
const HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}._-]*[\p{L}\p{M}\p{N}])?\.?|\[[\da-f:.]+\])$/iu;

/** A web address. `URL` ignores line breaks, which would start another line in a file of the server. */
export const webAddress = z
  .url({ protocol: /^https?$/, hostname: HOST })
  .regex(/^\S+$/)
  .meta({ expected: 'an address that starts with https:// or http://' });

/**
 * The notation of tickets: literal text around one part that changes. As a regular expression it has a single
 * repetition next to literal characters, so that none can take long.
 */
export const ticketPattern = z
  .string()
  .max(100)
  .regex(/^[\w #/:-]*\((?:\\d\+|\[A-Z\]\+-\\d\+|\[A-Z0-9\]\+-\\d\+)\)[\w #/:-]*$/)
  .meta({ expected: 'text with `(\\d+)`, `([A-Z]+-\\d+)` or `([A-Z0-9]+-\\d+)` in it, such as PAY-(\\d+)' });

/** A web address with `$1`, which cannot be in the name of its host. */
export const ticketAddress = z
  .string()
  .regex(/^https:\/\/[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*(?::\d+)?\/[^\s$]*\$1(?!\d)[^\s$]*$/u)
  .meta({ expected: 'an address that starts with https:// and has `$1` in it once' });

/** The id of an entry of the given kind. The rules `known-tag`, `known-lesson` and so on check whether it exists. */
export function reference<K extends Kind>(kind: K, relation: FieldRelation) {
  return z
    .string()
    .regex(/\S/)
    .meta({ reference: kind, relation, expected: `the id of ${formatWithArticle(kind)}` });
}

/** The value of a reference whose entry is not known. */
export const UNKNOWN_ID = 'unknown';

/** The id of an entry of the given kind, or `unknown`. */
export function referenceOrUnknown<K extends Kind>(kind: K, relation: FieldRelation) {
  return reference(kind, relation).meta({
    reference: kind,
    relation,
    acceptsUnknown: true,
    expected: `the id of ${formatWithArticle(kind)}, or ${UNKNOWN_ID}`,
  });
}

/** A list that can be omitted, which is the same as empty. */
export function optionalList<Item extends z.ZodType>(item: Item) {
  return z.array(item).default([]);
}
