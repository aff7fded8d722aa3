/** The figure of the actions that nobody has done yet. */
import { describeBasis } from '../knowledge/insights/basis.ts';
import type { Insights } from '../knowledge/insights/insights.ts';
import type { OpenActionsFigure } from '../knowledge/insights/open-actions.ts';
import { formatCount } from '../knowledge/schema/labels.ts';
import { drawBarChart } from './bar-chart.ts';
import type { FigureContent, FigurePage } from './figure.ts';
import { drawSparseList, isSparse } from './sparse-list.ts';

export function createOpenActionsFigure({ openActions }: Insights, page: FigurePage): FigureContent {
  const { basis, actions } = openActions;
  const bars = openActions.bars.filter(({ ids }) => ids.length > 0);
  const title = 'Actions still open';
  const drawing = isSparse(bars.map((bar) => bar.actions))
    ? drawSparseList(bars.map(({ label, ids }) => ({ label, entries: page.listPostmortems(ids) })))
    : drawBarChart({
        id: 'open-actions-chart',
        title,
        description: bars.map(describeAge).join('; '),
        bars: bars.map((bar) => ({
          label: bar.label,
          count: bar.actions,
          description: describeAge(bar),
          href: page.getList('open-actions', bar.key, bar.ids),
        })),
      });
  return {
    id: 'open-actions',
    title,
    notes: [
      describeBasis(basis),
      ...(actions > 0
        ? [`${formatCount(actions, 'action')} in all, by the time since the incident started.`]
        : []),
    ],
    charts: actions > 0 ? [{ drawing }] : [],
    tables: [
      {
        caption: title,
        columns: ['Since the incident', 'Open actions', 'Postmortems'],
        rows: bars.map(({ key, label, ids, actions: count }) => [
          { text: label, href: page.getList('open-actions', key, ids) },
          String(count),
          String(ids.length),
        ]),
      },
    ],
    wide: false,
  };
}

function describeAge({ label, actions, ids }: OpenActionsFigure['bars'][number]): string {
  return `${label}: ${formatCount(actions, 'open action')} of ${formatCount(ids.length, 'postmortem')}`;
}
