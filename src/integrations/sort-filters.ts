/**
 * Sorts the filters in Pagefind's index. Pagefind writes them, and the values of each, in a random order, so that two
 * indexes of equal content differ.
 */
import {
  type FilterName,
  hashLike,
  type IndexFiles,
  pack,
  readMeta,
  replaceMeta,
  unpack,
} from './pagefind-files.ts';

const FILTER_FILE = /^filter\/(.+)\.pf_filter$/;

type FilterValue = readonly [value: string, pages: readonly number[]];
type Filter = readonly [name: string, values: readonly FilterValue[]];

/**
 * Returns the files with sorted filters. Their names contain hashes, so these change too.
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
  const [version, pages, parts, filters, ...rest] = readMeta(files);
  const newFilters = filters.map(([name, old]): FilterName => {
    const newHash = newHashes.get(old);
    if (newHash === undefined) throw new Error(`Pagefind's index has no file of the filter ${name}`);
    return [name, newHash];
  });
  return replaceMeta(sorted, [version, pages, parts, newFilters.toSorted(compareNames), ...rest]);
}

/** In the order of the code units, so that it is the same on every machine. */
function compareNames([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
