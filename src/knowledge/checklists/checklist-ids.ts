/** Computes ids of items and versions of lists: hashes that change only if the content changes. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Block, Item } from './checklist.ts';

/** Returns the first hexadecimal digits of the SHA-256 of a value's JSON. */
function computeHash(value: unknown, digits: number): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(value)))).slice(0, digits);
}

/** Returns 12 hexadecimal digits that depend on the text, the expected value, the commands and the condition. */
export function computeItemId({
  text,
  expect,
  code,
  onlyIf,
}: Pick<Item, 'text' | 'expect' | 'code' | 'onlyIf'>): string {
  const commands = code.map(({ text: command, where }) => [command, where ?? '']);
  return computeHash([text, expect ?? '', commands, ...(onlyIf === undefined ? [] : [onlyIf])], 12);
}

/** Returns 8 hexadecimal digits that depend only on the items and their order, block by block. */
export function computeVersion(blocks: readonly Pick<Block, 'id' | 'items'>[]): string {
  return computeHash(
    blocks.map(({ id, items }) => [id, items.map((item) => item.id)]),
    8,
  );
}
