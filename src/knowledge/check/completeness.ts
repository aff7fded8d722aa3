/**
 * Measures how complete a postmortem is, and finds what is missing. Only fields that readers miss count, and `unknown`
 * counts as missing, because readers miss it too.
 */
import { type FieldCompleteness, LIST_ITEM, listFields } from '../schema/field.ts';
import { type PostmortemData, postmortemSchema } from '../schema/postmortem.ts';
import { getListAt, getValueAt } from '../source/field-values.ts';

export interface MissingPart {
  /** The field to fill in: `detection.method`. */
  readonly field: string;
  /** The missing part, as a noun phrase. */
  readonly label: string;
  /** Its weight in proportion to the other weights. */
  readonly weight: number;
}

export interface Completeness {
  /** From 0 to 100, rounded down: 100 only if nothing is missing. */
  readonly percent: number;
  /** The largest weights first. */
  readonly missing: readonly MissingPart[];
}

interface CompletenessPart extends MissingPart {
  readonly path: readonly string[];
  readonly asked: FieldCompleteness;
}

/** Lists all parts of a complete postmortem, the largest weights first. */
export function listCompletenessParts(): readonly MissingPart[] {
  return PARTS.map(toMissingPart);
}

const PARTS: readonly CompletenessPart[] = listFields(postmortemSchema)
  .flatMap(({ path, use: { completeness } }) => (completeness ? [createPart(path, completeness)] : []))
  .sort((a, b) => b.weight - a.weight);

function createPart(path: readonly string[], asked: FieldCompleteness): CompletenessPart {
  const field = path.filter((step) => step !== LIST_ITEM).join('.');
  return { field, label: asked.label, weight: asked.weight, path, asked };
}

function toMissingPart({ field, label, weight }: CompletenessPart): MissingPart {
  return { field, label, weight };
}

export function measureCompleteness(data: PostmortemData): Completeness {
  const missing = PARTS.filter((part) => !isPresent(part, data));
  const total = sumWeights(PARTS);
  const percent = Math.floor(((total - sumWeights(missing)) / total) * 100);
  return { percent, missing: missing.map(toMissingPart) };
}

function isPresent({ path, asked }: CompletenessPart, data: PostmortemData): boolean {
  const itemStep = path.indexOf(LIST_ITEM);
  if (itemStep < 0) {
    const paths = [path, ...(asked.alternatives ?? []).map((name) => [name])];
    return paths.some((place) => isKnown(getValueAt(data, place), asked.minItems));
  }
  const items = getListAt(data, path.slice(0, itemStep)) as readonly Readonly<Record<string, unknown>>[];
  const needed = items.filter((item) => asked.isNeeded?.(item) ?? true);
  return items.length > 0 && needed.every((item) => isKnown(getValueAt(item, path.slice(itemStep + 1))));
}

/** Returns whether a value is given: a list with enough items, fields of which some are given, or a known text. */
function isKnown(value: unknown, minItems = 1): boolean {
  if (Array.isArray(value)) return value.length >= minItems;
  if (typeof value === 'object' && value !== null) return Object.values(value).some((part) => isKnown(part));
  return value !== undefined && value !== 'unknown';
}

function sumWeights(parts: readonly MissingPart[]): number {
  return parts.reduce((sum, { weight }) => sum + weight, 0);
}
