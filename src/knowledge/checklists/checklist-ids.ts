/** Ids of items and versions of lists: hashes that stay the same as long as what is asked does. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Block, Item } from './checklist.ts';

/** The first hexadecimal digits of the SHA-256 of a value's JSON. */
function computeHash(value: unknown, digits: number): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(value)))).slice(0, digits);
}

/** 12 hexadecimal digits that follow from what is asked, what is expected and which commands are given. */
export function computeItemId({ text, expect, code }: Pick<Item, 'text' | 'expect' | 'code'>): string {
  return computeHash(
    [text, expect ?? '', code.map(({ text: command, where }) => [command, where ?? ''])],
    12,
  );
}

/** 8 hexadecimal digits that follow from the items and their order, block by block, and from nothing else. */
export function computeVersion(blocks: readonly Pick<Block, 'id' | 'items'>[]): string {
  return computeHash(
    blocks.map(({ id, items }) => [id, items.map((item) => item.id)]),
    8,
  );
}
