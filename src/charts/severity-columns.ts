/** Draws how many postmortems each period has, in a row for each severity. All rows have the same scale. */
import type { Element } from 'hast';
import type { OverTime, SeverityRow } from '../knowledge/insights/count-over-time.ts';
import type { Period } from '../knowledge/insights/periods.ts';
import { describeSeverity, formatCount } from '../knowledge/schema/labels.ts';
import { drawChart, drawMark, drawScenery, element, percent } from './chart-element.ts';
import { createPeriodAxis, getNumberClass } from './period-axis.ts';

const LABEL = 22;
const NUMBER = 16;
const GAP = 14;
const TALLEST = 110;

interface SeverityColumns {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly figure: OverTime;
  getAddress(ids: readonly string[], period: Period, severity: SeverityRow['severity']): string;
}

export function drawSeverityColumns({
  id,
  title,
  description,
  figure,
  getAddress,
}: SeverityColumns): Element {
  const { periods, rows } = figure;
  const axis = createPeriodAxis(periods.list);
  const counts = rows.map(({ byPeriod }) => Math.max(...[...byPeriod.values()].map(({ length }) => length)));
  const most = Math.max(1, ...counts);
  const unit = Math.min(18, TALLEST / most);
  const numberClass = getNumberClass(periods.list.length, most);
  let top = 0;
  const drawn = rows.map(({ severity, total, byPeriod }, index) => {
    const bottom = top + LABEL + NUMBER + unit * (counts[index] ?? 0);
    const label = element(
      'text',
      { class: 'label', y: top + 16 },
      describeSeverity(severity),
      element('tspan', { class: 'number', dx: 8 }, String(total)),
    );
    const columns = periods.list.flatMap((period, at) => {
      const ids = byPeriod.get(period.key);
      if (!ids) return [];
      const height = ids.length * unit;
      const middle = axis.getMiddle(at);
      const words = `${period.label}, ${describeSeverity(severity)}: ${formatCount(ids.length, 'postmortem')}`;
      return drawMark(
        { href: getAddress(ids, period, severity), label: words },
        element('rect', {
          class: severity === 'unknown' ? 'bar uncertain' : 'bar',
          x: percent(middle - axis.width / 2),
          y: bottom - height,
          width: percent(axis.width),
          height,
        }),
        numberClass !== undefined &&
          element(
            'text',
            { class: numberClass, x: percent(middle), y: bottom - height - 4 },
            String(ids.length),
          ),
      );
    });
    const line = element('line', { class: 'base', x1: 0, x2: '100%', y1: bottom, y2: bottom });
    top = bottom + GAP;
    return element('g', {}, drawScenery(label, line), ...columns);
  });
  const height = top + 12;
  return drawChart({ id, title, description, height }, ...drawn, drawScenery(...axis.drawLabels(top + 4)));
}
