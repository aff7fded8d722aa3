/**
 * Sorts the filters in Pagefind's index. Pagefind writes them, and the values of each, in a random order, so that two
 * indexes of equal content differ.
 */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';

/** The files of the index, by their paths below its folder. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

/** The bytes before the CBOR of every file of an index. */
const MAGIC = 'pagefind_dcd';
const ENTRY_FILE = 'pagefind-entry.json';
const META_FILE = /^pagefind\.(.+)\.pf_meta$/;
const FILTER_FILE = /^filter\/(.+)\.pf_filter$/;

type FilterValue = readonly [value: string, pages: readonly number[]];
type Filter = readonly [name: string, values: readonly FilterValue[]];
type FilterName = readonly [name: string, hash: string];

/**
 * Returns the files with sorted filters. Their names contain hashes, so these change too, and with them the list of the
 * filters and its name.
 *
 * @param files of an index in one language
 * @throws if Pagefind's format has changed
 */
export function sortFilters(files: IndexFiles): IndexFiles {
  const sorted = new Map(files);
  const newHashes = new Map<string, string>();
  for (const [path, content] of files) {
    const hash = FILTER_FILE.exec(path)?.[1];
    if (hash === undefined) continue;
    const [name, values] = unpack<Filter>(content);
    const packed = pack([name, values.toSorted(compareNames)]);
    const newHash = hashLike(hash, packed);
    newHashes.set(hash, newHash);
    sorted.delete(path);
    sorted.set(path.replace(hash, newHash), packed);
  }
  return renameMeta(sorted, newHashes);
}

/** The fourth part of the file is the list of filters. */
type Meta = readonly [
  version: string,
  pages: unknown,
  chunks: unknown,
  filters: readonly FilterName[],
  ...rest: unknown[],
];

function renameMeta(files: Map<string, Uint8Array>, newHashes: ReadonlyMap<string, string>): IndexFiles {
  const [path, hash] = findMeta(files);
  const [version, pages, chunks, filters, ...rest] = unpack<Meta>(files.get(path));
  const newFilters = filters.map(([name, old]): FilterName => {
    const newHash = newHashes.get(old);
    if (newHash === undefined) throw new Error(`Pagefind's index has no file of the filter ${name}`);
    return [name, newHash];
  });
  const packed = pack([version, pages, chunks, newFilters.toSorted(compareNames), ...rest]);
  const newHash = hashLike(hash, packed);
  files.delete(path);
  files.set(path.replace(hash, newHash), packed);
  const entry = new TextDecoder().decode(files.get(ENTRY_FILE));
  files.set(ENTRY_FILE, new TextEncoder().encode(entry.replaceAll(`"${hash}"`, `"${newHash}"`)));
  return files;
}

function findMeta(files: IndexFiles): [path: string, hash: string] {
  const paths = [...files.keys()].filter((path) => META_FILE.test(path));
  const [path = ''] = paths;
  const hash = META_FILE.exec(path)?.[1];
  if (hash === undefined || paths.length > 1) throw new Error('Pagefind’s index has not one language');
  return [path, hash];
}

function unpack<Value>(file: Uint8Array | undefined): Value {
  const bytes = gunzipSync(file ?? new Uint8Array());
  if (bytes.subarray(0, MAGIC.length).toString('latin1') !== MAGIC)
    throw new Error('Pagefind has another format');
  return decode(bytes.subarray(MAGIC.length));
}

function pack(value: unknown): Uint8Array {
  return gzipSync(Buffer.concat([Buffer.from(MAGIC, 'latin1'), encode(value)]), { level: 9 });
}

/** Returns a hash of a file in the form of another one: `en_2489b4f`. */
function hashLike(hash: string, file: Uint8Array): string {
  const [, language = '', digits = ''] = /^(.*_)([\da-f]+)$/.exec(hash) ?? [];
  return language + createHash('sha256').update(file).digest('hex').slice(0, digits.length);
}

/** In the order of the code units, so that it is the same on every machine. */
function compareNames([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
