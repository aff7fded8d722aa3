/** The lists of postmortems to which marks of the figures lead. A mark for a single postmortem leads to its page. */
import { describeSeverity } from '../schema/labels.ts';
import type { Bar } from './count-values.ts';
import type { InsightRecord } from './insight-record.ts';
import type { Insights } from './insights.ts';
import type { Period } from './periods.ts';

/** The figures whose marks stand for a list, as in the addresses of the lists. */
export type SlicedFigure =
  'started' | 'trigger' | 'factor' | 'detection' | 'relearned' | 'open-actions' | 'completeness';

export interface Slice {
  readonly figure: SlicedFigure;
  /** `2019` or `code-deploy`. */
  readonly value: string;
  /** The fact that its postmortems have in common, as a title. */
  readonly title: string;
  /** At least two, newest first. */
  readonly ids: readonly string[];
}

/** Returns the value of the list of a period, or of one severity in it. */
export function getPeriodValue(period: Pick<Period, 'key'>, severity?: InsightRecord['severity']): string {
  return severity ? `${period.key}-${severity}` : period.key;
}

export function listSlices(insights: Insights): Slice[] {
  return [
    ...listPeriodSlices(insights),
    ...listBars('trigger', 'Trigger', insights.triggers.bars),
    ...listBars('factor', 'Contributing factor', insights.factors.bars),
    ...listBars('detection', 'Detected by', insights.detections.bars),
    ...listBars('open-actions', 'With open actions', insights.openActions.bars),
    ...listBars('completeness', 'Completeness', insights.completeness.bars),
    ...insights.relearned.years.map(({ year, ids }): Slice => ({
      figure: 'relearned',
      value: year,
      title: `Learned again in ${year}`,
      ids,
    })),
  ].filter(({ ids }) => ids.length > 1);
}

function listPeriodSlices({ overTime: { periods, rows } }: Insights): Slice[] {
  const byPeriod = Map.groupBy(periods.counted, periods.find);
  return periods.list.flatMap((period): Slice[] => {
    const all = (byPeriod.get(period.key) ?? []).map(({ id }) => id);
    const title = `Started in ${period.label}`;
    return [
      { figure: 'started', value: getPeriodValue(period), title, ids: all },
      ...rows.map(({ severity, byPeriod: ids }): Slice => ({
        figure: 'started',
        value: getPeriodValue(period, severity),
        title: `${title}: ${describeSeverity(severity)}`,
        ids: ids.get(period.key) ?? [],
      })),
    ];
  });
}

function listBars(figure: SlicedFigure, name: string, bars: readonly Bar[]): Slice[] {
  return bars.map(({ key, label, ids }) => ({
    figure,
    value: key,
    title: `${name}: ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
    ids,
  }));
}
