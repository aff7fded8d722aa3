/** The names of the caches. Several knowledge bases can share an origin, so that each name has the path of one. */

/** Another number for another format of what is kept. */
const FORMAT = 1;

/** Returns the start of the names of a site's caches. */
export function createCachePrefix(homePath: string): string {
  return `hindsight ${FORMAT} ${homePath}`;
}

/** Returns the names of a site's caches in any format. */
export function filterCacheNames(names: readonly string[], homePath: string): string[] {
  return names.filter((name) => /^hindsight \d+ (.+) (?:files|values)$/.exec(name)?.[1] === homePath);
}
