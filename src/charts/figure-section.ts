/** Puts a figure together: what it rests on, and its charts or its tables. */
import type { Element } from 'hast';
import { element } from './chart-element.ts';
import type { Figure, FigureTable, TableCell } from './figure.ts';
import { drawCell } from './sparse-list.ts';

/** `tables`: the numbers of the charts. They have a page of their own, so that both are fast on a phone. */
export type FigurePart = 'charts' | 'tables';

export function drawFigure(figure: Figure, part: FigurePart): Element {
  const { id, title, wide, chartNotes = [], tableNotes = [] } = figure;
  const notes = [...figure.notes, ...(part === 'charts' ? chartNotes : tableNotes)];
  const parts = part === 'charts' ? drawCharts(figure) : figure.tables.map(drawTable);
  return element(
    'section',
    { class: wide || part === 'tables' ? 'insight wide' : 'insight', 'aria-labelledby': id },
    element('h2', { id }, title),
    element('div', { class: 'notes' }, ...notes.map((note) => element('p', {}, note))),
    ...(figure.charts.length === 0 ? [] : parts),
  );
}

function drawCharts({ id, title, charts, numbers }: Figure): Element[] {
  const drawings = charts.map(({ heading, note, drawing }) =>
    element(
      'figure',
      {},
      heading !== undefined && element('h3', {}, heading),
      note !== undefined && element('p', { class: 'notes' }, note),
      drawing,
    ),
  );
  const hasChart = charts.some(({ drawing }) => drawing?.tagName === 'svg');
  return [
    ...(hasChart
      ? [element('a', { class: 'visually-hidden', href: `#${id}-numbers` }, `Skip the chart: ${title}`)]
      : []),
    element('div', { class: 'charts' }, ...drawings),
    element(
      'p',
      { class: 'numbers-link', id: `${id}-numbers` },
      element(
        'a',
        { href: numbers, 'aria-label': `The numbers as a table: ${title}` },
        'The numbers as a table',
      ),
    ),
  ];
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
