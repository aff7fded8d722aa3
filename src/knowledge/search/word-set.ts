/**
 * A set of words in about one byte per word: sorted hashes, of which only the differences are stored, in Golomb-Rice
 * coding (Golomb, "Run-length encodings", 1966; Rice, "Some practical universal noiseless coding techniques", 1979). One
 * of 64 other words also counts as a member.
 */
import { stem } from './stem.ts';

const REMAINDER_BITS = 6;

export class WordSet {
  readonly #hashes: ReadonlySet<number>;
  readonly #range: number;

  constructor(hashes: ReadonlySet<number>, range: number) {
    this.#hashes = hashes;
    this.#range = range;
  }

  /** Returns whether a form of the word is in the set, or a word with the same hash. */
  has(word: string): boolean {
    return this.#hashes.has(hash(stem(word), this.#range));
  }
}

/** Returns the set of all forms of these words, in lower case, as text. */
export function encodeWordSet(words: Iterable<string>): string {
  const stems = new Set([...words].map(stem));
  const range = stems.size << REMAINDER_BITS;
  const hashes = [...new Set([...stems].map((word) => hash(word, range)))].sort((a, b) => a - b);
  const bits: number[] = [];
  let previous = -1;
  for (const value of hashes) {
    const difference = value - previous - 1;
    for (let count = difference >> REMAINDER_BITS; count > 0; count--) bits.push(1);
    bits.push(0);
    for (let bit = REMAINDER_BITS - 1; bit >= 0; bit--) bits.push((difference >> bit) & 1);
    previous = value;
  }
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  for (const [at, bit] of bits.entries()) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (bit << (7 - (at & 7)));
  return `${range} ${hashes.length} ${btoa(String.fromCharCode(...bytes))}`;
}

/** @throws if the text is not from `encodeWordSet` */
export function decodeWordSet(text: string): WordSet {
  const [range = '', count = '', encoded = ''] = text.split(' ');
  if (!/^\d+$/.test(range) || !/^\d+$/.test(count)) throw new Error('The word set cannot be read');
  const bytes = atob(encoded);
  let at = 0;
  const readBit = () => {
    const bit = (bytes.charCodeAt(at >> 3) >> (7 - (at & 7))) & 1;
    at++;
    return bit;
  };
  const hashes = new Set<number>();
  let previous = -1;
  while (hashes.size < Number(count)) {
    if (at > bytes.length * 8) throw new Error('The word set is cut off');
    let difference = 0;
    while (readBit() === 1) difference++;
    for (let bit = 0; bit < REMAINDER_BITS; bit++) difference = difference * 2 + readBit();
    previous += difference + 1;
    hashes.add(previous);
  }
  return new WordSet(hashes, Number(range));
}

/** Returns a hash below `range`: FNV-1a (Fowler, Noll and Vo), scaled down. */
function hash(word: string, range: number): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  // FNV-1a differs least in its high bits.
  value ^= value >>> 15;
  return Math.floor(((Math.imul(value, 0x2c1b3c6d) >>> 0) / 2 ** 32) * range);
}
