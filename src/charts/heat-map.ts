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

interface HeatMap {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly figure: IssuesOverTime;
  getTitle(issue: string): string;
  /** Of a cell, or of the whole row. */
  getAddress(row: IssueRow, ids?: readonly string[]): string;
}

export function drawHeatMap({ id, title, description, figure, getTitle, getAddress }: HeatMap): Element {
  const { periods, rows } = figure;
  const axis = createPeriodAxis(periods.list);
  const slot = 1 / Math.max(1, periods.list.length);
  const most = Math.max(1, ...rows.flatMap(({ cells }) => [...cells.values()].map(({ ids }) => ids.length)));
  const numberClass = getNumberClass(periods.list.length, most);
  const drawn = rows.map((row, index) => {
    const top = index * ROW;
    const name = getTitle(row.issue);
    const cells = periods.list.flatMap(({ key, label }, at) => {
      const cell = row.cells.get(key);
      if (!cell) return [];
      const { length } = cell.ids;
      const shade = getShade(length, most);
      const again = cell.again ? ', happened before' : '';
      const x = percent(at * slot + slot * 0.04);
      const width = percent(slot * 0.92);
      return drawMark(
        {
          href: getAddress(row, cell.ids),
          label: `${name}, ${label}: ${formatCount(length, 'case')}${again}`,
        },
        element('rect', {
          class: `cell cell-${shade}`,
          x,
          y: top + CELL_TOP,
          width,
          height: CELL_HEIGHT,
          rx: 2,
        }),
        numberClass !== undefined &&
          element(
            'text',
            {
              class: `${numberClass} on-cell-${shade}`,
              x: percent(axis.getMiddle(at)),
              y: top + CELL_TOP + 16,
            },
            String(length),
          ),
        cell.again &&
          element('rect', { class: 'again', x, y: top + CELL_TOP + CELL_HEIGHT + 2, width, height: 3 }),
      );
    });
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
      ...cells,
    );
  });
  const bottom = rows.length * ROW;
  return drawChart(
    { id, title, description, height: bottom + 20 },
    ...drawn,
    drawScenery(...axis.drawLabels(bottom + 14)),
  );
}
