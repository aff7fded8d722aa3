/** All figures of the page about insights. They only count: nothing is predicted, averaged or ranked by team. */
import { countOverTime, type OverTime } from './count-over-time.ts';
import {
  type BarFigure,
  countCompleteness,
  countDetections,
  countFactors,
  countTriggers,
  type DetectionFigure,
  type FactorFigure,
} from './count-values.ts';
import { type InsightRecord, MEASURES } from './insight-record.ts';
import { countIssuesOverTime, type IssuesOverTime } from './issues-over-time.ts';
import { countOpenActions, type OpenActionsFigure } from './open-actions.ts';
import { countRelearnedOverTime, type RelearnedOverTime } from './relearned-over-time.ts';
import { measureSpread, type SpreadOfTimes } from './spread-of-times.ts';

export interface Insights {
  readonly overTime: OverTime;
  readonly issues: IssuesOverTime;
  readonly triggers: BarFigure;
  readonly factors: FactorFigure;
  readonly detections: DetectionFigure;
  readonly times: readonly SpreadOfTimes[];
  readonly relearned: RelearnedOverTime;
  readonly openActions: OpenActionsFigure;
  readonly completeness: BarFigure;
}

/** @param all the records from which these were selected by a filter */
export function createInsights(
  records: readonly InsightRecord[],
  all: readonly InsightRecord[] = records,
): Insights {
  return {
    overTime: countOverTime(records, all),
    issues: countIssuesOverTime(records, all),
    triggers: countTriggers(records),
    factors: countFactors(records),
    detections: countDetections(records),
    times: MEASURES.map((measure) => measureSpread(records, measure)),
    relearned: countRelearnedOverTime(records, all),
    openActions: countOpenActions(records),
    completeness: countCompleteness(records),
  };
}
