/** Lists the entries of a figure that has too few of them for a chart: bars of one have nothing to show but their names. */
import type { Element } from 'hast';
import { element } from './chart-element.ts';
import type { TableCell } from './figure.ts';

export interface SparseRow {
  readonly label: TableCell;
  readonly entries: readonly TableCell[];
}

/** A chart of more entries than this is worth drawing. */
const MAX_ENTRIES = 10;

/** @returns whether each count is 0 or 1, and a list of the entries is short */
export function isSparse(counts: readonly number[]): boolean {
  const some = counts.filter((count) => count > 0);
  return some.length > 0 && some.length <= MAX_ENTRIES && some.every((count) => count === 1);
}

/** Draws "Code deploy: A deploy takes the site down" for each row that has entries. */
export function drawSparseList(rows: readonly SparseRow[]): Element {
  const items = rows
    .filter(({ entries }) => entries.length > 0)
    .map(({ label, entries }) =>
      element(
        'li',
        {},
        drawCell(label),
        ': ',
        ...entries.flatMap((entry, index) => [index > 0 && ', ', drawCell(entry)]),
      ),
    );
  return element('ul', { class: 'plain-list' }, ...items);
}

export function drawCell(cell: TableCell): Element | string {
  return typeof cell === 'string' ? cell : element('a', { href: cell.href }, cell.text);
}
