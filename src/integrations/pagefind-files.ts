/** Reads and writes the files of Pagefind's index: gzip, a mark, and CBOR. */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';

/** The files of the index, by their paths below its folder. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

/** A part of the index: the words from `first` to `last`. Pagefind finds the parts of a word by them. */
export type PartName = readonly [first: string, last: string, hash: string];
export type FilterName = readonly [name: string, hash: string];

/** The list of all other files. */
export type Meta = readonly [
  version: string,
  pages: unknown,
  parts: readonly PartName[],
  filters: readonly FilterName[],
  ...rest: unknown[],
];

/** The bytes before the CBOR of every file. */
const MAGIC = 'pagefind_dcd';
const ENTRY_FILE = 'pagefind-entry.json';
const META_FILE = /^pagefind\.(.+)\.pf_meta$/;

/** @throws if Pagefind's format has changed */
export function unpack<Value>(file: Uint8Array | undefined): Value {
  const bytes = gunzipSync(file ?? new Uint8Array());
  if (bytes.subarray(0, MAGIC.length).toString('latin1') !== MAGIC)
    throw new Error('Pagefind has another format');
  return decode(bytes.subarray(MAGIC.length));
}

export function pack(value: unknown): Uint8Array {
  return gzipSync(Buffer.concat([Buffer.from(MAGIC, 'latin1'), encode(value)]), { level: 9 });
}

/** Returns the number of bytes of a value in an unpacked file. */
export function measure(value: unknown): number {
  return encode(value).length;
}

/** Returns a hash of a file in the form of another one: `en_2489b4f`. */
export function hashLike(hash: string, file: Uint8Array): string {
  const [, language = '', digits = ''] = /^(.*_)([\da-f]+)$/.exec(hash) ?? [];
  return language + createHash('sha256').update(file).digest('hex').slice(0, digits.length);
}

/**
 * @param files of an index in one language
 * @throws if Pagefind's format has changed
 */
export function readMeta(files: IndexFiles): Meta {
  return unpack<Meta>(files.get(findMeta(files).path));
}

/** Replaces the list of all other files. Its name contains a hash, so it changes too. */
export function replaceMeta(files: IndexFiles, meta: Meta): IndexFiles {
  const replaced = new Map(files);
  const { path, hash } = findMeta(files);
  const packed = pack(meta);
  const newHash = hashLike(hash, packed);
  replaced.delete(path);
  replaced.set(path.replace(hash, newHash), packed);
  const entry = new TextDecoder().decode(files.get(ENTRY_FILE));
  return replaced.set(ENTRY_FILE, new TextEncoder().encode(entry.replaceAll(`"${hash}"`, `"${newHash}"`)));
}

function findMeta(files: IndexFiles): { path: string; hash: string } {
  const paths = [...files.keys()].filter((path) => META_FILE.test(path));
  const [path = ''] = paths;
  const hash = META_FILE.exec(path)?.[1];
  if (hash === undefined || paths.length > 1) throw new Error('Pagefind’s index has not one language');
  return { path, hash };
}
