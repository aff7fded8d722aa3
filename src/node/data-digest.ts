/** Hashes of data, to find out whether it changed. */
import { hash } from 'node:crypto';
import type { Entry } from '../knowledge/graph/entries.ts';

const digests = new WeakMap<Entry, string>();

/**
 * Returns a hash of plain data. Entries are part of many values, so the hash of each is found once.
 *
 * @throws if the value contains something that JSON cannot write, such as a Map or a function
 */
export function digestData(value: unknown): string {
  return isEntry(value) ? digestEntry(value) : hash('sha256', JSON.stringify(value, replaceValue) ?? '');
}

function digestEntry(entry: Entry): string {
  const known = digests.get(entry);
  if (known !== undefined) return known;
  const digest = hash('sha256', JSON.stringify(entry));
  digests.set(entry, digest);
  return digest;
}

function replaceValue(_: string, value: unknown): unknown {
  if (isEntry(value)) return digestEntry(value);
  // Otherwise, it would be the same as a value that is absent.
  if (value === undefined) return ['undefined'];
  if (typeof value === 'function' || typeof value === 'symbol') rejectValue(typeof value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) rejectValue(value.constructor?.name);
  return value;
}

function isEntry(value: unknown): value is Entry {
  return (
    typeof value === 'object' && value !== null && 'kind' in value && 'links' in value && 'data' in value
  );
}

function rejectValue(type: string): never {
  throw new Error(`Cannot find out whether a ${type} changed: expected plain data`);
}
