/** The figure of lessons learned again. */
import { describeBasis } from '../knowledge/insights/basis.ts';
import type { Insights } from '../knowledge/insights/insights.ts';
import { drawBarChart } from './bar-chart.ts';
import type { FigureContent, FigurePage } from './figure.ts';
import { linkIfAny } from './figure-wording.ts';

export function createRelearnedFigure({ relearned }: Insights, page: FigurePage): FigureContent {
  const title = 'Lessons learned again';
  const describe = (again: number, all: number) => `${again} of ${all}`;
  const drawing = drawBarChart({
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
      'A bar is all lessons that the postmortems of a year learned. Its first part are those that an earlier postmortem of the same organization had already taught.',
    ],
    charts: relearned.years.length > 0 ? [{ drawing }] : [],
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
