/** The figures that count postmortems by the values of a field. */
import type { Element } from 'hast';
import { describeBasis } from '../knowledge/insights/basis.ts';
import type { Bar, BarFigure } from '../knowledge/insights/count-values.ts';
import type { Insights } from '../knowledge/insights/insights.ts';
import type { SlicedFigure } from '../knowledge/insights/slices.ts';
import { formatCount } from '../knowledge/schema/labels.ts';
import { drawBarChart } from './bar-chart.ts';
import type { FigureContent, FigurePage } from './figure.ts';
import { linkIfAny } from './figure-wording.ts';
import { drawSparseList, isSparse } from './sparse-list.ts';

interface BarNames {
  readonly id: string;
  readonly list: SlicedFigure;
  readonly title: string;
  readonly column: string;
}

export function createBarFigure(
  { id, list, title, column }: BarNames,
  { basis, bars }: BarFigure,
  page: FigurePage,
  note?: string,
): FigureContent {
  const drawing =
    drawIfSparse(bars, page) ??
    drawBarChart({
      id: `${id}-chart`,
      title,
      description: bars.map(describeBar).join('; '),
      bars: bars.map((bar) => ({
        label: bar.label,
        count: bar.ids.length,
        description: describeBar(bar),
        ...(bar.ids.length > 0 ? { href: page.getList(list, bar.key, bar.ids) } : {}),
      })),
    });
  return {
    id,
    title,
    notes: [describeBasis(basis), ...(note && basis.counted > 0 ? [note] : [])],
    charts: basis.counted > 0 ? [{ drawing }] : [],
    tables: [
      {
        caption: title,
        columns: [column, 'Postmortems'],
        rows: bars.map(({ key, label, ids }) => [
          linkIfAny(label, ids, page.getList(list, key, ids)),
          String(ids.length),
        ]),
      },
    ],
    wide: false,
  };
}

export function createDetectionFigure({ detections }: Insights, page: FigurePage): FigureContent {
  const names = {
    id: 'detection',
    list: 'detection',
    title: 'How they were detected',
    column: 'Method',
  } as const;
  const { customersFirst, basis } = detections;
  const first = `Customers noticed first in ${customersFirst} of ${basis.counted}.`;
  return createBarFigure(names, detections, page, first);
}

/** Returns a list of the postmortems if each bar has at most one. */
export function drawIfSparse(bars: readonly Bar[], page: FigurePage): Element | undefined {
  if (!isSparse(bars.map(({ ids }) => ids.length))) return undefined;
  return drawSparseList(bars.map(({ label, ids }) => ({ label, entries: page.listPostmortems(ids) })));
}

export function describeBar({ label, ids }: Bar): string {
  return `${label}: ${formatCount(ids.length, 'postmortem')}`;
}
