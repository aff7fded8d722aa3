/** Hashes of data, to find out whether it changed. */
import { hash } from 'node:crypto';
import type { Entry } from '../knowledge/graph/entries.ts';

/**
 * Returns a hash of plain data. An entry in it counts as a reference: what a page reads of an entry is a question of its
 * own.
 *
 * @throws if the value contains something that JSON cannot write, such as a Map or a function
 */
export function digestData(value: unknown): string {
  return hash('sha256', JSON.stringify(value, replaceValue) ?? '');
}

function replaceValue(_: string, value: unknown): unknown {
  if (isEntry(value)) return ['entry', value.kind, value.id, value.path];
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
