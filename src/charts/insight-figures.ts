/** The figures of the page about insights: what each shows and rests on, its chart, and its table. */
import type { InsightRecord } from '../knowledge/insights/insight-record.ts';
import { createInsights } from '../knowledge/insights/insights.ts';
import { formatCount } from '../knowledge/schema/labels.ts';
import { createBarFigure, createDetectionFigure } from './bar-figure.ts';
import { createCompletenessFigure } from './completeness-figure.ts';
import type { Figure, FigureContext, FigurePage } from './figure.ts';
import { createIssuesFigure } from './issues-figure.ts';
import { createOpenActionsFigure } from './open-actions-figure.ts';
import { createOverTimeFigure } from './over-time-figure.ts';
import { createRelearnedFigure } from './relearned-figure.ts';
import { createTimesFigure } from './times-figure.ts';

/**
 * Returns the figures in the order of the page.
 *
 * @param all the records from which these were selected by a filter
 */
export function createFigures(
  records: readonly InsightRecord[],
  all: readonly InsightRecord[],
  context: FigureContext,
): Figure[] {
  const insights = createInsights(records, all);
  const titles = new Map(records.map(({ id, title }) => [id, title]));
  const getTitle = (id: string) => titles.get(id) ?? id;
  const getPostmortem = (id: string) => context.addresses.entry({ kind: 'postmortem', id });
  const page: FigurePage = {
    ...context,
    ids: [...titles.keys()],
    getTitle,
    getPostmortem,
    listPostmortems: (ids) => ids.map((id) => ({ text: getTitle(id), href: getPostmortem(id) })),
    getList: (figure, value, ids) =>
      ids.length === 1 && ids[0]
        ? context.addresses.entry({ kind: 'postmortem', id: ids[0] })
        : `${context.addresses.insightsList(figure, value)}${context.query}`,
  };
  return [
    createOverTimeFigure(insights, page),
    createIssuesFigure(insights, page),
    createBarFigure(
      { id: 'triggers', list: 'trigger', title: 'What set them off', column: 'Trigger' },
      insights.triggers,
      page,
    ),
    createBarFigure(
      { id: 'factors', list: 'factor', title: 'Contributing factors by category', column: 'Category' },
      insights.factors,
      page,
      `${formatCount(insights.factors.factors, 'factor')} in all. A postmortem counts once for each category that it has.`,
    ),
    createDetectionFigure(insights, page),
    createRelearnedFigure(insights, page),
    createTimesFigure(insights, page),
    createOpenActionsFigure(insights, page),
    createCompletenessFigure(insights, page),
  ].map((figure) => ({
    ...figure,
    numbers: `${context.addresses.insightsNumbers}${context.query}#${figure.id}`,
  }));
}
