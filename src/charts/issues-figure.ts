/** The figure of recurring issues over time. */
import { describeBasis } from '../knowledge/insights/basis.ts';
import type { Insights } from '../knowledge/insights/insights.ts';
import type { IssueRow } from '../knowledge/insights/issues-over-time.ts';
import { formatCount } from '../knowledge/schema/labels.ts';
import type { FigureContent, FigurePage } from './figure.ts';
import { describePeriods } from './figure-wording.ts';
import { drawHeatMap, isDense } from './heat-map.ts';
import { drawSparseList, isSparse } from './sparse-list.ts';

export function createIssuesFigure({ issues }: Insights, page: FigurePage): FigureContent {
  const { periods, rows, cut, single } = issues;
  const title = 'When recurring issues came up';
  const getTitle = (id: string) => page.issues.get(id) ?? id;
  const getIssue = (id: string) => page.addresses.entry({ kind: 'tag', id });
  const isList = isSparse(rows.flatMap(({ cells }) => [...cells.values()].map(({ ids }) => ids.length)));
  const listPeriods = ({ cells }: IssueRow) =>
    periods.list.flatMap(({ key, label }) => {
      const { ids = [], again = false } = cells.get(key) ?? {};
      return ids.map((id) => ({ text: `${label}${again ? ' (again)' : ''}`, href: page.getPostmortem(id) }));
    });
  const drawing = isList
    ? drawSparseList(
        rows.map((row) => ({
          label: { text: getTitle(row.issue), href: getIssue(row.issue) },
          entries: listPeriods(row),
        })),
      )
    : drawHeatMap({
        id: 'issues-chart',
        title,
        description: `The issues with the most cases. ${rows.map(({ issue, cases }) => `${getTitle(issue)}: ${formatCount(cases, 'case')}`).join('; ')}`,
        figure: issues,
        getTitle,
        getAddress: ({ issue }, ids) =>
          ids?.length === 1 && ids[0] ? page.getPostmortem(ids[0]) : getIssue(issue),
      });
  return {
    id: 'issues',
    title,
    notes: [
      describeBasis(issues.basis),
      ...(rows.length > 0 ? describePeriods(periods) : ['No issue has two cases.']),
      ...(cut > 0 ? [`These ${rows.length} have the most cases. ${cut} more have at least two.`] : []),
      ...(single > 0 ? [`Not shown: ${formatCount(single, 'issue')} with a single case.`] : []),
    ],
    chartNotes: [
      ...(rows.length > 0 && !isList
        ? ['A line under a cell: a case in it had certainly happened before.']
        : []),
      ...(isDense(issues)
        ? ['There are too many cells for a number in each: the table has the numbers.']
        : []),
    ],
    charts: rows.length > 0 ? [{ drawing }] : [],
    tables: [
      {
        caption: title,
        columns: ['Issue', 'Cases', 'When'],
        rows: rows.map(({ issue, cases, cells }) => [
          { text: getTitle(issue), href: getIssue(issue) },
          String(cases),
          periods.list
            .flatMap(({ key, label }) => {
              const cell = cells.get(key);
              return cell ? `${label}: ${cell.ids.length}${cell.again ? ' (again)' : ''}` : [];
            })
            .join(', '),
        ]),
      },
    ],
    wide: !isList,
  };
}
