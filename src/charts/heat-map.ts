/** Draws in which periods the cases of recurring issues were: the darker, the more. A line marks what happened again. */
import type { Element } from 'hast';
import type { IssueRow, IssuesOverTime } from '../knowledge/insights/issues-over-time.ts';
import { formatCount } from '../knowledge/schema/labels.ts';
import { drawChart, drawMark, drawScenery, element, percent } from './chart-element.ts';
import { createPeriodAxis, getNumberClass } from './period-axis.ts';
import { getShade } from './shade.ts';

const ROW = 52;
const CELL_TOP = 21;
const CELL_HEIGHT = 22;
const LINE_HEIGHT = 3;
/** As a share of a period. */
const CELL_WIDTH = 0.92;
/** Each linked cell takes five elements, and a page with thousands of them is slow on a phone. */
const MAX_LINKED_CELLS = 60;

interface HeatMap {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly figure: IssuesOverTime;
  getTitle(issue: string): string;
  /** Of a cell, or of the whole row. */
  getAddress(row: IssueRow, ids?: readonly string[]): string;
}

/** Returns whether the cells are too many for a link and a number in each. */
export function isDense({ rows }: IssuesOverTime): boolean {
  return rows.reduce((sum, { cells }) => sum + cells.size, 0) > MAX_LINKED_CELLS;
}

export function drawHeatMap({ id, title, description, figure, getTitle, getAddress }: HeatMap): Element {
  const { periods, rows } = figure;
  const axis = createPeriodAxis(periods.list);
  const cells = placeCells(figure);
  const cellsByRow = Map.groupBy(cells, ({ row }) => row);
  const drawCell = createCellDrawer(figure, getTitle, getAddress);
  const bottom = rows.length * ROW;
  const drawn = rows.map((row, index) => {
    const top = index * ROW;
    const name = getTitle(row.issue);
    return element(
      'g',
      {},
      drawMark(
        { href: getAddress(row), label: `${name}: ${formatCount(row.cases, 'case')}` },
        element(
          'text',
          { class: 'label', y: top + 14 },
          name,
          element('tspan', { class: 'number', dx: 8 }, String(row.cases)),
        ),
      ),
      drawScenery(
        element('rect', { class: 'lane', y: top + CELL_TOP, width: '100%', height: CELL_HEIGHT, rx: 2 }),
      ),
      ...(isDense(figure) ? [] : (cellsByRow.get(row) ?? []).map(drawCell)),
    );
  });
  return drawChart(
    { id, title, description, height: bottom + 20 },
    ...drawn,
    isDense(figure) && drawAllCells(cells, periods.list.length, bottom),
    drawScenery(...axis.drawLabels(bottom + 14)),
  );
}

interface PlacedCell {
  readonly row: IssueRow;
  readonly ids: readonly string[];
  readonly again: boolean;
  readonly shade: number;
  /** The number of its period, and the name. */
  readonly at: number;
  readonly label: string;
  readonly y: number;
}

function placeCells(figure: IssuesOverTime): PlacedCell[] {
  const most = findMost(figure);
  return figure.rows.flatMap((row, index) =>
    figure.periods.list.flatMap(({ key, label }, at) => {
      const cell = row.cells.get(key);
      const y = index * ROW + CELL_TOP;
      return cell ? [{ ...cell, row, at, label, y, shade: getShade(cell.ids.length, most) }] : [];
    }),
  );
}

function findMost({ rows }: IssuesOverTime): number {
  return Math.max(1, ...rows.flatMap(({ cells }) => [...cells.values()].map(({ ids }) => ids.length)));
}

function createCellDrawer(
  figure: IssuesOverTime,
  getTitle: HeatMap['getTitle'],
  getAddress: HeatMap['getAddress'],
): (cell: PlacedCell) => Element {
  const { list } = figure.periods;
  const axis = createPeriodAxis(list);
  const numberClass = getNumberClass(list.length, findMost(figure));
  return ({ row, ids, again, shade, at, label, y }) => {
    const x = percent((at + (1 - CELL_WIDTH) / 2) / list.length);
    const width = percent(CELL_WIDTH / list.length);
    return drawMark(
      {
        href: getAddress(row, ids),
        label: `${getTitle(row.issue)}, ${label}: ${formatCount(ids.length, 'case')}${again ? ', happened before' : ''}`,
      },
      element('rect', { class: `cell cell-${shade}`, x, y, width, height: CELL_HEIGHT, rx: 2 }),
      numberClass !== undefined &&
        element(
          'text',
          { class: `${numberClass} on-cell-${shade}`, x: percent(axis.getMiddle(at)), y: y + 16 },
          String(ids.length),
        ),
      again && element('rect', { class: 'again', x, y: y + CELL_HEIGHT + 2, width, height: LINE_HEIGHT }),
    );
  };
}

/** Draws all cells of a shade as one path. A period is one unit wide, and the picture is stretched to the chart. */
function drawAllCells(cells: readonly PlacedCell[], periods: number, height: number): Element {
  const draw = (chosen: readonly PlacedCell[], offset: number, cellHeight: number) =>
    chosen
      .map(
        ({ at, y }) =>
          `M${at + (1 - CELL_WIDTH) / 2} ${y + offset}h${CELL_WIDTH}v${cellHeight}h-${CELL_WIDTH}z`,
      )
      .join('');
  return element(
    'svg',
    {
      width: '100%',
      height,
      viewBox: `0 0 ${periods} ${height}`,
      preserveAspectRatio: 'none',
      'aria-hidden': 'true',
    },
    ...[...Map.groupBy(cells, ({ shade }) => shade)].map(([shade, own]) =>
      element('path', { class: `cell cell-${shade}`, d: draw(own, 0, CELL_HEIGHT) }),
    ),
    element('path', {
      class: 'again',
      d: draw(
        cells.filter(({ again }) => again),
        CELL_HEIGHT + 2,
        LINE_HEIGHT,
      ),
    }),
  );
}
