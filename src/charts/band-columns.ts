/** Draws a column for each of several bands of a scale. */
import type { Element } from 'hast';
import { drawChart, drawMark, drawScenery, element, percent } from './chart-element.ts';

interface BandColumns {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly bands: readonly {
    /** The start of the band; empty if the axis does not show it. */
    readonly label: string;
    readonly count: number;
    readonly description: string;
    readonly href: string;
  }[];
}

const TALLEST = 120;
const NUMBER = 18;

export function drawBandColumns({ id, title, description, bands }: BandColumns): Element {
  const most = Math.max(1, ...bands.map(({ count }) => count));
  const slot = 1 / Math.max(1, bands.length);
  const unit = Math.min(18, TALLEST / most);
  const base = NUMBER + most * unit;
  const columns = bands.flatMap((band, index) => {
    if (band.count === 0) return [];
    const top = base - band.count * unit;
    return drawMark(
      { href: band.href, label: band.description },
      element('rect', {
        class: 'bar',
        x: percent((index + 0.06) * slot),
        y: top,
        width: percent(slot * 0.88),
        height: base - top,
      }),
      element(
        'text',
        { class: 'number middle', x: percent((index + 0.5) * slot), y: top - 5 },
        String(band.count),
      ),
    );
  });
  return drawChart(
    { id, title, description, height: base + 22 },
    drawScenery(
      element('line', { class: 'base', x1: 0, x2: '100%', y1: base, y2: base }),
      ...bands.map(({ label }, index) =>
        element('text', { class: 'axis start', x: percent(index * slot), y: base + 16 }, label),
      ),
    ),
    ...columns,
  );
}
