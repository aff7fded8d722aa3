/** Puts a figure together: what it rests on, its charts and its tables. */
import type { Element } from 'hast';
import { element } from './chart-element.ts';
import type { Figure, FigureTable, TableCell } from './insight-figures.ts';

export function drawFigure({ id, title, notes, charts, tables, wide }: Figure): Element {
  const drawings = charts.map(({ heading, note, drawing }) =>
    element(
      'figure',
      {},
      heading !== undefined && element('h3', {}, heading),
      note !== undefined && element('p', { class: 'notes' }, note),
      drawing,
    ),
  );
  return element(
    'section',
    { class: wide ? 'insight wide' : 'insight', 'aria-labelledby': id },
    element('h2', { id }, title),
    element('div', { class: 'notes' }, ...notes.map((note) => element('p', {}, note))),
    ...(charts.length === 0
      ? []
      : [
          element('a', { class: 'visually-hidden', href: `#${id}-table` }, `Skip the chart: ${title}`),
          element('div', { class: 'charts' }, ...drawings),
          element(
            'details',
            { class: 'tables', id: `${id}-table` },
            element('summary', {}, 'The numbers as a table'),
            ...tables.map(drawTable),
          ),
        ]),
  );
}

function drawTable({ caption, columns, rows }: FigureTable): Element {
  const drawRow = ([head, ...cells]: readonly TableCell[]) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, drawCell(head ?? '')),
      ...cells.map((cell) => element('td', {}, drawCell(cell))),
    );
  return element(
    'div',
    { class: 'scroll', role: 'region', 'aria-label': `Table: ${caption}`, tabindex: 0 },
    element(
      'table',
      { class: 'numbers' },
      element('caption', { class: 'visually-hidden' }, caption),
      element(
        'thead',
        {},
        element('tr', {}, ...columns.map((column) => element('th', { scope: 'col' }, column))),
      ),
      element('tbody', {}, ...rows.map(drawRow)),
    ),
  );
}

function drawCell(cell: TableCell): Element | string {
  return typeof cell === 'string' ? cell : element('a', { href: cell.href }, cell.text);
}
