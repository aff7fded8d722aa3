/** Divides long lists into pages, so that no page grows with the number of entries. */

/** About as many rows as a page of 1,500 elements has room for. */
export const MAX_ROWS = 100;

/** A list without rows has one page, too. */
export function countPages(rows: number, size = MAX_ROWS): number {
  return Math.max(1, Math.ceil(rows / size));
}

/** Returns the rows of each page. */
export function divideIntoPages<Row>(rows: readonly Row[], size = MAX_ROWS): (readonly Row[])[] {
  return Array.from({ length: countPages(rows.length, size) }, (_, index) =>
    rows.slice(index * size, (index + 1) * size),
  );
}

const MAX_NUMBERS = 12;

/**
 * Returns the numbers of the pages to which a page links: all of them, or of many the first, the last, those next to it
 * and ten in between.
 *
 * @param page the first one is 1
 */
export function listPageNumbers(page: number, count: number): number[] {
  const all = Array.from({ length: count }, (_, index) => index + 1);
  if (count <= MAX_NUMBERS) return all;
  const step = Math.ceil(count / 10);
  return all.filter(
    (number) => number === 1 || number === count || Math.abs(number - page) <= 1 || number % step === 0,
  );
}

/** The year of rows whose year is not known. */
export const UNKNOWN_YEAR = 'unknown';

export function describeYear(year: string): string {
  return year === UNKNOWN_YEAR ? 'Year not known' : year;
}

export interface GroupPages {
  readonly key: string;
  readonly count: number;
  /** The page on which the group starts. */
  readonly page: number;
}

/**
 * Returns the groups of the rows of a list that has pages.
 *
 * @param keys the group of each row, in the order of the list
 */
export function listGroupPages(keys: readonly string[], size = MAX_ROWS): GroupPages[] {
  const groups = Map.groupBy(keys.entries(), ([, key]) => key);
  return [...groups].map(([key, rows]) => ({
    key,
    count: rows.length,
    page: Math.floor((rows[0]?.[0] ?? 0) / size) + 1,
  }));
}
