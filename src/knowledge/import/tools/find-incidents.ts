/** Finds the incidents in the answers of an API as they were saved: one, a list, pages of a list, or one on each line. */
import { isRecord, parseJson } from '../flatten-json.ts';
import { UnreadableSourceError } from '../source-document.ts';

export type JsonRecord = Record<string, unknown>;

/** Returns a text, number or truth value as text; empty for anything else. */
export function toText(value: unknown): string {
  return typeof value === 'object' || value === undefined ? '' : String(value);
}

/** Returns the value that a table has for a word of the data. */
export function lookUp<Value>(table: Readonly<Record<string, Value>>, word: unknown): Value | undefined {
  const key = toText(word);
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

export interface FoundIncident {
  readonly record: JsonRecord;
  /** The values next to it and around it in the file, by name, such as `included` of JSON:API. */
  readonly around: JsonRecord;
}

/** The names under which APIs answer what was asked for. */
const WRAPPERS = new Set([
  'data',
  'entries',
  'incident',
  'incidents',
  'incidentPreviews',
  'issue',
  'issues',
  'items',
  'nodes',
  'project',
  'record',
  'records',
  'result',
  'results',
  'scheduled_maintenances',
  'values',
  'workItem',
]);

/**
 * Parses JSON, or JSON Lines: one value on each line.
 *
 * @throws an UnreadableSourceError if it is neither
 */
export function parseJsonOrLines(text: string): unknown {
  const lines = text.split('\n').filter((line) => line.trim());
  const areLines = lines.length > 1 && lines.every((line) => /^\s*\{.*\}\s*$/.test(line));
  return areLines ? lines.map(parseJson) : parseJson(text);
}

/** Answers are lists of pages of GraphQL at most, which is a few levels. */
const MAX_WRAPPERS = 12;

/** Finds the records that are incidents, the outermost ones. */
export function findIncidents(
  value: unknown,
  isIncident: (record: JsonRecord) => boolean,
  depth = 0,
): readonly FoundIncident[] {
  if (depth > MAX_WRAPPERS) return [];
  if (Array.isArray(value)) return value.flatMap((item) => findIncidents(item, isIncident, depth + 1));
  if (!isRecord(value)) return [];
  if (isIncident(value)) return [{ record: value, around: {} }];
  const others: JsonRecord = {};
  const found: FoundIncident[] = [];
  for (const [key, inner] of Object.entries(value)) {
    const below = WRAPPERS.has(key) ? findIncidents(inner, isIncident, depth + 1) : [];
    if (below.length === 0) others[key] = inner;
    found.push(...below);
  }
  return found.map(({ record, around }) => ({ record, around: { ...others, ...around } }));
}

/** @throws an UnreadableSourceError if there is none */
export function readIncidents(
  text: string,
  isIncident: (record: JsonRecord) => boolean,
  expected: string,
): readonly FoundIncident[] {
  const found = findIncidents(parseJsonOrLines(text), isIncident);
  if (found.length === 0) throw new UnreadableSourceError(`Unexpected JSON, expected ${expected}`);
  return found;
}

/** Matches the fields in which answers describe themselves: pages, counts, addresses of the next request. */
const FRAME =
  /^(?:@?odata\..*|count|cursor|error|expand|extensions|has_?more|id|isLast|jsonapi|limit|links|maxResults|meta|next(?:_?page(?:token)?)?|page_?(?:info|size|token)|pagination(?:_meta)?|per_?page|prev(?:ious)?|queryString|query|self|size|startAt|status|success|took|total(?:_?count)?|warningMessages)$/i;

/**
 * Returns what belongs to one incident of what is around it: everything if it is the only one, otherwise the records
 * that name its id, or whose id it names.
 */
export function selectCompanions(
  { record, around }: FoundIncident,
  ids: readonly string[],
  isOnly: boolean,
): { readonly companions: JsonRecord; readonly omitted: readonly string[] } {
  const companions: JsonRecord = {};
  const omitted: string[] = [];
  const own = JSON.stringify(record);
  const belongs = (item: unknown) => {
    if (!isRecord(item)) return false;
    const text = stringifyOnce(item);
    return (
      ids.some((id) => text.includes(JSON.stringify(id))) ||
      (typeof item.id === 'string' && own.includes(JSON.stringify(item.id)))
    );
  };
  for (const [key, value] of Object.entries(around)) {
    if (FRAME.test(key)) {
      if (value !== null && value !== '') omitted.push(key);
    } else if (isOnly || !Array.isArray(value)) companions[key] = value;
    else companions[key] = value.filter(belongs);
  }
  return { companions, omitted };
}

const TEXTS = new WeakMap<JsonRecord, string>();

/** A record can be next to thousands of incidents. */
function stringifyOnce(record: JsonRecord): string {
  const text = TEXTS.get(record) ?? JSON.stringify(record);
  TEXTS.set(record, text);
  return text;
}
