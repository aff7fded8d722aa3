/** The fields of an entry without the internal ones, and without what a public site does not have. */
import type { z } from 'zod';
import { getUseWithin } from '../schema/field.ts';
import {
  acceptsUnknown,
  getElement,
  getReferenceKind,
  getScalar,
  getShape,
  unwrapSchema,
} from '../schema/inspect-schema.ts';
import { checkPlace, UNKNOWN_ID } from '../schema/scalars.ts';
import type { Content } from '../source/content.ts';
import { getListAt, getTextAt } from '../source/field-values.ts';
import { isPublicAddress, unlinkSentence } from './missing-links.ts';

/** In the place of a value that is left out. */
export const OMITTED = Symbol('omitted');

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the fields of an entry without those that its `internalFields` names, and their number. */
export function omitInternalFields(value: unknown, schema: z.ZodType): { value: unknown; count: number } {
  if (!isFields(value)) return { value, count: 0 };
  const { internalFields: _, ...fields } = value;
  const names = getListAt(value, ['internalFields']).filter((name) => typeof name === 'string');
  return {
    value: names.reduce<unknown>((rest, name) => omitField(rest, schema, name.split('.')), fields),
    count: names.length,
  };
}

function omitField(value: unknown, schema: z.ZodType, path: readonly string[]): unknown {
  const element = getElement(schema);
  if (element && Array.isArray(value)) return value.map((item) => omitField(item, element, path));
  const [name = '', ...rest] = path;
  const field = getShape(schema)?.[name];
  if (!field || !isFields(value) || !Object.hasOwn(value, name)) return value;
  if (rest.length > 0) return { ...value, [name]: omitField(value[name], field, rest) };
  const { [name]: _, ...others } = value;
  return field.safeParse(undefined).success ? others : { ...value, [name]: UNKNOWN_ID };
}

export interface ValueContext {
  readonly content: Content;
  /** The places of all checks: `lesson-id/check-id`. */
  readonly checkPlaces: ReadonlySet<string>;
  /** The id of the lesson that the value belongs to. */
  readonly lesson?: string | undefined;
  /** Counts what is left out. */
  omit(part: 'item' | 'link'): void;
}

/** Returns a value without references to missing entries: the same value if there are none. */
export function omitMissing(schema: z.ZodType, value: unknown, context: ValueContext): unknown {
  const element = getElement(schema);
  if (element && Array.isArray(value)) return omitMissingItems(element, value, context);
  if (getShape(schema) && isFields(value)) return omitMissingFields(schema, value, context);
  return typeof value === 'string' ? omitMissingText(schema, value, context) : value;
}

function omitMissingItems(element: z.ZodType, items: readonly unknown[], context: ValueContext): unknown {
  const results = items.map((item) => omitMissing(element, item, context));
  if (results.every((item, index) => item === items[index])) return items;
  return results.filter((item) => item !== OMITTED);
}

function omitMissingFields(schema: z.ZodType, value: Fields, context: ValueContext): unknown {
  const shape = getShape(schema) ?? {};
  const results: [string, unknown][] = [];
  for (const [name, before] of Object.entries(value)) {
    const field = shape[name];
    const after = field ? omitMissing(field, before, context) : before;
    const isEmptied = Array.isArray(after) && after.length === 0 && after !== before;
    const isLost = after === OMITTED || isEmptied;
    if (
      field &&
      isLost &&
      (getUseWithin(field, undefined).qualifies || !field.safeParse(undefined).success)
    ) {
      context.omit('item');
      return OMITTED;
    }
    if (after !== OMITTED) results.push([name, after]);
  }
  const isSame =
    results.length === Object.keys(value).length && results.every(([name, after]) => after === value[name]);
  return isSame ? value : Object.fromEntries(results);
}

function omitMissingText(schema: z.ZodType, value: string, context: ValueContext): unknown {
  const { content } = context;
  const kind = getReferenceKind(schema);
  if (kind) {
    if (isKnownReference(schema, value, context)) return value;
    context.omit('link');
    return acceptsUnknown(schema) ? UNKNOWN_ID : OMITTED;
  }
  if (schema === checkPlace && !context.checkPlaces.has(value)) {
    context.omit('link');
    return OMITTED;
  }
  if (getScalar(schema) === 'prose') {
    const { text, count } = unlinkSentence(value, content);
    for (let link = 0; link < count; link += 1) context.omit('link');
    return text;
  }
  const addresses = value.match(/https?:\/\/[^\s<>"'`]*[^\s<>"'`.,;:!?)\]]/gi) ?? [];
  if (!addresses.every((address) => isPublicAddress(address, content))) {
    context.omit('link');
    return OMITTED;
  }
  return value;
}

function isKnownReference(schema: z.ZodType, id: string, { content, lesson }: ValueContext): boolean {
  const { reference: kind, relation } = unwrapSchema(schema).meta() ?? {};
  if (!kind || (acceptsUnknown(schema) && id === UNKNOWN_ID)) return true;
  if (!content.has({ kind, id })) return false;
  if (relation !== 'backed-by' || lesson === undefined) return true;
  // A check is backed only by a postmortem that names its lesson, and the postmortem can keep its lessons internal.
  const postmortem = content.findDocument('postmortem', id);
  return Boolean(
    postmortem?.fieldRefs.some(
      ({ ref, path }) => path[0] === 'lessons' && ref.kind === 'lesson' && ref.id === lesson,
    ),
  );
}

/** Returns the fields of a document without a team that its organization does not have. */
export function omitMissingTeam(value: unknown, content: Content): unknown {
  const team = getTextAt(value, ['team']);
  if (team === undefined || !isFields(value)) return value;
  const id = getTextAt(value, ['organization']) ?? '';
  const teams = content.findItem('organization', id)?.validated.data?.teams ?? [];
  if (teams.some((known) => known.id === team)) return value;
  const { team: _, ...others } = value;
  return others;
}
