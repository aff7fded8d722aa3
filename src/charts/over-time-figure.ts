/** The figure of postmortems over time. */
import { describeBasis } from '../knowledge/insights/basis.ts';
import type { Insights } from '../knowledge/insights/insights.ts';
import { getPeriodValue } from '../knowledge/insights/slices.ts';
import { describeSeverity, formatCount } from '../knowledge/schema/labels.ts';
import type { FigureContent, FigurePage } from './figure.ts';
import { describePeriods, linkIfAny } from './figure-wording.ts';
import { drawSeverityColumns } from './severity-columns.ts';
import { drawSparseList, isSparse } from './sparse-list.ts';

export function createOverTimeFigure({ overTime }: Insights, page: FigurePage): FigureContent {
  const { periods, rows } = overTime;
  const title = 'Postmortems over time, by severity';
  const byPeriod = Map.groupBy(periods.counted, periods.find);
  const listSeverities = () =>
    periods.list.flatMap(({ key, label }) =>
      rows.map(({ severity, byPeriod: ids }) => ({
        label: `${label}, ${describeSeverity(severity)}`,
        entries: page.listPostmortems(ids.get(key) ?? []),
      })),
    );
  const isList = isSparse(rows.flatMap(({ byPeriod: ids }) => [...ids.values()].map(({ length }) => length)));
  const drawing = isList
    ? drawSparseList(listSeverities())
    : drawSeverityColumns({
        id: 'over-time-chart',
        title,
        description: rows
          .map(({ severity, total }) => `${describeSeverity(severity)}: ${formatCount(total, 'postmortem')}`)
          .join('; '),
        figure: overTime,
        getAddress: (ids, period, severity) => page.getList('started', getPeriodValue(period, severity), ids),
      });
  return {
    id: 'over-time',
    title,
    notes: [describeBasis(periods.basis), ...describePeriods(periods)],
    charts: periods.list.length > 0 ? [{ drawing }] : [],
    tables: [
      {
        caption: title,
        columns: [
          periods.unit === 'year' ? 'Year' : 'Quarter',
          'All',
          ...rows.map(({ severity }) => describeSeverity(severity)),
        ],
        rows: periods.list.map((period) => {
          const all = (byPeriod.get(period.key) ?? []).map(({ id }) => id);
          return [
            linkIfAny(period.label, all, page.getList('started', getPeriodValue(period), all)),
            String(all.length),
            ...rows.map(({ byPeriod: ids }) => String(ids.get(period.key)?.length ?? 0)),
          ];
        }),
      },
    ],
    wide: !isList,
  };
}
