/** Suggests what an author meant by a value that its field does not accept. */
import { slug } from 'github-slugger';
import type { z } from 'zod';
import { findEqualDuration, findEqualTimes, isMissingOffset } from '../schema/foreign-times.ts';
import { findEqualValue } from '../schema/foreign-values.ts';
import { getElement, getEnumValues, getScalar, unwrapSchema } from '../schema/inspect-schema.ts';
import { findEqualQuantity } from '../schema/quantity.ts';
import { describeReservedName, ID_PATTERN } from '../schema/scalars.ts';
import { findNearest } from './find-nearest.ts';

/** Longer texts are sentences, and no value in another notation. */
const MAX_VALUE_LENGTH = 100;

/** Returns a sentence for a hint. Every suggestion is a value that the field accepts. */
export function suggestValue(schema: z.ZodType, found: unknown): string | undefined {
  if (typeof found !== 'string' || found === '') return suggestInstead(schema, found);
  if (found.length > MAX_VALUE_LENGTH) return undefined;
  const suggestions = listCandidates(schema, found).filter(
    (value) => value !== undefined && schema.safeParse(value).success,
  );
  const texts = suggestions.map((value) => (Array.isArray(value) ? `[${value.join(', ')}]` : String(value)));
  if (texts.length > 0) {
    const isClock = getScalar(schema) === 'time' && isMissingOffset(found);
    const note = isClock ? ' A clock time has its offset from UTC: `Z`, or for example `+01:00`.' : '';
    return `${formatSuggestions(texts.slice(0, 2))}${note}`;
  }
  if (getScalar(schema) === 'flag' && /^(?:no|false|off|n|0)$/i.test(found.trim()))
    return 'Leave the field out instead.';
  return describeReservedName(found);
}

/** Returns the value of a closed list that is meant, in the words of another tool or mistyped. */
export function suggestEnumValue(found: string, values: readonly string[]): string | undefined {
  return findEqualValue(found, values) ?? findNearest(found, values);
}

function formatSuggestions(texts: readonly string[]): string {
  return `Did you mean ${texts.map((text) => `\`${text}\``).join(' or ')}?`;
}

function suggestInstead(schema: z.ZodType, found: unknown): string | undefined {
  if (found === null || found === '') {
    if (schema.safeParse(undefined).success) return 'Leave the field out instead.';
    return found === null ? 'If you mean the word, put it in quotes.' : undefined;
  }
  const [only, ...more] = Array.isArray(found) ? found : [];
  if (typeof only !== 'string' || more.length > 0 || !schema.safeParse(only).success) return undefined;
  return formatSuggestions([only]);
}

function listCandidates(schema: z.ZodType, found: string): unknown[] {
  const values = getEnumValues(schema);
  if (values) return [suggestEnumValue(found, values)];
  const element = getElement(schema);
  if (element) return [splitList(element, found)];
  switch (getScalar(schema)) {
    case 'time':
      return findEqualTimes(found);
    case 'duration':
      return [findEqualDuration(found)];
    case 'quantity':
      return [findEqualQuantity(found)];
    case 'flag':
      return /^(?:yes|true|on|y|1)$/i.test(found.trim()) ? ['true'] : [];
    default:
      return listTextCandidates(schema, found.trim());
  }
}

function splitList(element: z.ZodType, found: string): unknown {
  const items = found.split(/[,;]/).map((item) => item.trim());
  return items.every((item) => item && element.safeParse(item).success) ? items : undefined;
}

/** An id, a percentage or a web address. */
function listTextCandidates(schema: z.ZodType, found: string): string[] {
  const { expected = '' } = unwrapSchema(schema).meta() ?? {};
  const id = slug(found.replaceAll('_', '-')).replace(/-+/g, '-').replace(/^-|-$/g, '');
  return [
    ...(/^\d{1,3}\s*%$/.test(found) ? [found.replace(/\s*%$/, '')] : []),
    ...(/^0?\.\d{1,2}$/.test(found) ? [String(Math.round(Number(found) * 100))] : []),
    ...(/^(?:www\.|[\w-]+(?:\.[\w-]+)+(?:\/|$))/.test(found) ? [`https://${found}`] : []),
    ...(/^an id/.test(expected) && ID_PATTERN.test(id) ? [id] : []),
  ];
}
