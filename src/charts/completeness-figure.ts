/** The figure of how complete postmortems are. */
import type { Insights } from '../knowledge/insights/insights.ts';
import { drawBandColumns } from './band-columns.ts';
import { createBarFigure, describeBar, drawIfSparse } from './bar-figure.ts';
import type { FigureContent, FigurePage } from './figure.ts';

export function createCompletenessFigure({ completeness }: Insights, page: FigurePage): FigureContent {
  const names = {
    id: 'completeness',
    list: 'completeness',
    title: 'How complete they are',
    column: 'Completeness',
  } as const;
  const note = 'In percent of the parts that readers look for, by their weight.';
  const figure = createBarFigure(names, completeness, page, note);
  if (figure.charts.length === 0 || drawIfSparse(completeness.bars, page)) return figure;
  const drawing = drawBandColumns({
    id: 'completeness-chart',
    title: names.title,
    description: completeness.bars.map(describeBar).join('; '),
    bands: completeness.bars.map((bar, index) => ({
      label: index % 2 === 0 ? `${index * 10} %` : '',
      count: bar.ids.length,
      description: describeBar(bar),
      href: page.getList('completeness', bar.key, bar.ids),
    })),
  });
  return { ...figure, charts: [{ drawing }] };
}
