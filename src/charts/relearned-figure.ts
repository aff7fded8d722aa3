/** The figure of lessons learned again. */
import { describeBasis } from '../knowledge/insights/basis.ts';
import type { Insights } from '../knowledge/insights/insights.ts';
import { formatCount } from '../knowledge/schema/labels.ts';
import { drawBarChart } from './bar-chart.ts';
import type { FigureContent, FigurePage } from './figure.ts';
import { linkIfAny } from './figure-wording.ts';
import { drawSparseList, isSparse } from './sparse-list.ts';

export function createRelearnedFigure({ relearned }: Insights, page: FigurePage): FigureContent {
  const title = 'Lessons learned again';
  const describe = (again: number, all: number) => `${again} of ${all}`;
  const learned = relearned.years.reduce((sum, one) => sum + one.learned, 0);
  const hasYears = relearned.years.length > 0;
  const isNone = relearned.years.every((one) => one.relearned === 0);
  const isList = isSparse(relearned.years.map((one) => one.relearned));
  const drawing = isList
    ? drawSparseList(
        relearned.years.map(({ year, learned: all, ids }) => ({
          label: `${year}, ${describe(ids.length, all)} lessons`,
          entries: page.listPostmortems(ids),
        })),
      )
    : drawBarChart({
        id: 'relearned-chart',
        title,
        labelWidth: 44,
        description: relearned.years
          .map((one) => `${one.year}: ${describe(one.relearned, one.learned)} lessons`)
          .join('; '),
        bars: relearned.years.map((one) => ({
          label: one.year,
          count: one.relearned,
          of: one.learned,
          words: describe(one.relearned, one.learned),
          description: `${one.year}: ${describe(one.relearned, one.learned)} lessons learned again`,
          ...(one.ids.length > 0 ? { href: page.getList('relearned', one.year, one.ids) } : {}),
        })),
      });
  return {
    id: 'relearned',
    title,
    notes: [
      describeBasis(relearned.basis),
      'A lesson is learned again if an earlier postmortem of the same organization had already taught it.',
    ],
    chartNotes:
      isNone || isList
        ? []
        : [
            'A bar is all lessons that the postmortems of a year learned. Its first part are those learned again.',
          ],
    charts: !hasYears
      ? []
      : isNone
        ? [{ note: `Of ${formatCount(learned, 'lesson')} learned, none was learned again.` }]
        : [{ drawing }],
    tables: [
      {
        caption: title,
        columns: ['Year', 'Learned', 'Of these, again', 'Postmortems that learned again'],
        rows: relearned.years.map((one) => [
          one.year,
          String(one.learned),
          String(one.relearned),
          linkIfAny(String(one.ids.length), one.ids, page.getList('relearned', one.year, one.ids)),
        ]),
      },
    ],
    wide: false,
  };
}
