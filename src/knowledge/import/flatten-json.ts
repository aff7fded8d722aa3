/** Turns the data of a source into facts: each value that is not empty becomes a fact, named by its path. */
import { locateSpan } from '../source/problem.ts';
import {
  type Fact,
  formatNestingError,
  MAX_SOURCE_NESTING,
  UnreadableSourceError,
} from './source-document.ts';

/**
 * Parses JSON and keeps its numbers as they are written: a long id or `1.10` would change if it became a number.
 *
 * @throws an UnreadableSourceError if it is not JSON, or nested too deeply
 */
export function parseJson(source: string): unknown {
  const text = source.replace(/^\uFEFF/, '');
  if (isNestedTooDeeply(text)) throw new UnreadableSourceError(formatNestingError());
  const reviver = (_: string, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' ? (context?.source ?? String(value)) : value;
  try {
    return JSON.parse(text, reviver as (key: string, value: unknown) => unknown);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const [, offset] = /at position (\d+)/.exec(error.message) ?? [];
    const start = offset === undefined ? text.length : Number(offset);
    const { line, column } = locateSpan(text, { start, end: start });
    throw new UnreadableSourceError(`Unexpected text on line ${line}, column ${column}, expected JSON`);
  }
}

function isNestedTooDeeply(json: string): boolean {
  let depth = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (depth > MAX_SOURCE_NESTING) return true;
  }
  return false;
}

/**
 * Maps and lists become facts down to their texts: `{ service: { summary: 'API' } }` is `service.summary`. A list of
 * texts is one fact with several values. Null and what is empty say nothing.
 *
 * @param toFact makes a fact of one name and its values
 */
export function flattenToFacts(
  value: unknown,
  toFact: (name: string, values: readonly string[]) => Fact = (name, values) => ({ name, values }),
  name = '',
): Fact[] {
  if (value === null || value === undefined || value === '') return [];
  if (typeof value !== 'object') return [toFact(name || 'value', [String(value)])];
  if (Array.isArray(value)) {
    const texts = value.filter((item) => item === null || typeof item !== 'object');
    const rest = value.filter((item) => item !== null && typeof item === 'object');
    const own = texts.filter((item) => item !== null && item !== '').map(String);
    return [
      ...(own.length > 0 ? [toFact(name || 'value', own)] : []),
      ...rest.flatMap((item, index) =>
        flattenToFacts(item, toFact, rest.length > 1 ? `${name}.${index + 1}` : name),
      ),
    ];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    flattenToFacts(inner, toFact, name ? `${name}.${key}` : key),
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text of a record, or undefined. */
export function getNonEmptyText(record: Record<string, unknown>, name: string): string | undefined {
  const value = record[name];
  return typeof value === 'string' && value.trim() ? value : undefined;
}
