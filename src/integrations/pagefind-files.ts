/** Reads and writes the files of Pagefind's index: gzip, a mark, and CBOR. */
import { hash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';

/** The files of the index, by their paths below its folder. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

/** A document: the name of its file, and the number of its words. */
export type PageName = readonly [hash: string, length: number];
/** A part of the index: the words from `first` to `last`. Pagefind finds the parts of a word by them. */
export type PartName = readonly [first: string, last: string, hash: string];
export type FilterName = readonly [name: string, hash: string];

/** The list of all other files. */
export type Meta = readonly [
  version: string,
  pages: readonly PageName[],
  parts: readonly PartName[],
  filters: readonly FilterName[],
  sorts: readonly unknown[],
  /** The names of the facts, sorted. */
  fields: readonly string[],
  ...rest: unknown[],
];

/** The bytes before the CBOR of every file. */
const MAGIC = Buffer.from('pagefind_dcd', 'latin1');
const ENTRY_FILE = 'pagefind-entry.json';
const META_FILE = /^pagefind\.(.+)\.pf_meta$/;

/** @throws if Pagefind's format has changed */
export function unpack<Value>(file: Uint8Array | undefined): Value {
  const bytes = gunzipSync(file ?? new Uint8Array());
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) throw new Error('Pagefind has another format');
  return decode(bytes.subarray(MAGIC.length));
}

export function pack(value: unknown): Uint8Array {
  return packEncoded(encodeValue(value));
}

export function packEncoded(bytes: Uint8Array): Uint8Array {
  return gzipSync(Buffer.concat([MAGIC, bytes]), { level: 9 });
}

export function encodeValue(value: unknown): Uint8Array {
  return encode(value);
}

/** Returns a list of values that are encoded already. */
export function encodeList(items: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([encodeListStart(items.length), ...items]);
}

/** The type of a list with its length in the least number of bytes, as in RFC 8949, section 3. */
function encodeListStart(length: number): Uint8Array {
  if (length < 24) return Buffer.of(0x80 | length);
  if (length < 0x100) return Buffer.of(0x98, length);
  if (length < 0x1_0000) return Buffer.of(0x99, length >> 8, length & 0xff);
  const bytes = Buffer.alloc(5, 0x9a);
  bytes.writeUInt32BE(length, 1);
  return bytes;
}

/** Names files by their content, as Pagefind does: `en_2489b4f`. */
export class FileNames {
  readonly #digits: number;
  readonly #contents = new Map<string, string>();

  /** @param digits the fewest of a name. It gets more if another file has the same ones */
  constructor(digits = 7) {
    this.#digits = digits;
  }

  find(file: Uint8Array): string {
    const content = hash('sha256', file);
    let name: string;
    let digits = this.#digits;
    do name = `en_${content.slice(0, digits++)}`;
    while ((this.#contents.get(name) ?? content) !== content);
    this.#contents.set(name, content);
    return name;
  }
}

/**
 * @param files of an index in one language
 * @throws if Pagefind's format has changed
 */
export function readMeta(files: IndexFiles): Meta {
  return unpack<Meta>(files.get(findMeta(files)));
}

/** The digits of Pagefind's own name for it. */
const META_DIGITS = 10;

/** Replaces the list of all other files. Its name contains a hash, so it changes too. */
export function replaceMeta(files: IndexFiles, change: (meta: Meta) => Meta): IndexFiles {
  const meta = change(readMeta(files));
  const replaced = new Map(files);
  const packed = pack(meta);
  const name = new FileNames(META_DIGITS).find(packed);
  replaced.delete(findMeta(files));
  replaced.set(`pagefind.${name}.pf_meta`, packed);
  const entry = JSON.parse(new TextDecoder().decode(files.get(ENTRY_FILE)));
  const [language = ''] = Object.keys(entry.languages);
  Object.assign(entry.languages[language], { hash: name, page_count: meta[1].length });
  return replaced.set(ENTRY_FILE, new TextEncoder().encode(JSON.stringify(entry)));
}

function findMeta(files: IndexFiles): string {
  const paths = [...files.keys()].filter((path) => META_FILE.test(path));
  const [path] = paths;
  if (path === undefined || paths.length > 1) throw new Error('Pagefind’s index has not one language');
  return path;
}
