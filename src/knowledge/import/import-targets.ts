/** Lists the fields of a postmortem that a value of a source can fill, and how such a value is read. */
import type { z } from 'zod';
import {
  getElement,
  getEnumValues,
  getReferenceKind,
  getScalar,
  getShape,
} from '../schema/inspect-schema.ts';
import { type PostmortemData, postmortemSchema } from '../schema/postmortem.ts';

/** Fields that a draft sets by itself, those whose value is an id that no source knows, and fields with more parts than a value of a source has. */
const OTHER_FIELDS = [
  'status',
  'visibility',
  'team',
  'mitigations',
  'timeline',
  'lessons',
  'sources',
] as const;

export type ImportTarget = Exclude<keyof PostmortemData, (typeof OTHER_FIELDS)[number]>;

/** A value of a source for `detection` is the method. */
const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  ...postmortemSchema.shape,
  detection: postmortemSchema.shape.detection.shape.method,
};

export const IMPORT_TARGETS = Object.keys(SCHEMAS).filter(
  (name) => !(OTHER_FIELDS as readonly string[]).includes(name),
) as readonly ImportTarget[];

/** `lines` are texts or items that start as a text, `names` are those of entries. */
export type Reading = 'text' | 'time' | 'duration' | 'choice' | 'lines' | 'names';

const READINGS = new Map(IMPORT_TARGETS.map((target) => [target, chooseReading(SCHEMAS[target])]));

function chooseReading(schema: z.ZodType | undefined): Reading | undefined {
  if (!schema) return undefined;
  const item = getElement(schema);
  if (getReferenceKind(item ?? schema)) return 'names';
  if (item) return 'lines';
  if (getEnumValues(schema)) return 'choice';
  const scalar = getScalar(schema);
  return scalar === 'time' || scalar === 'duration' ? scalar : 'text';
}

/** Returns undefined for a target that is no field of a postmortem. */
export function getReading(target: string): Reading | undefined {
  return READINGS.get(target as ImportTarget);
}

/** Returns the values of a closed list. */
export function getChoices(target: ImportTarget): readonly string[] {
  return getEnumValues(SCHEMAS[target]) ?? [];
}

/** Returns whether a list takes a text as an item. An item with fields of its own starts as a text. */
export function acceptsItem(target: ImportTarget, text: string): boolean {
  const item = getElement(SCHEMAS[target] as z.ZodType);
  return !item || getShape(item) !== undefined || item.safeParse(text).success;
}
