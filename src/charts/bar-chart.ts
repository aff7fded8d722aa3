/** Draws horizontal bars, each with its label above and its number behind. */
import type { Element } from 'hast';
import { drawChart, drawMark, element, percent } from './chart-element.ts';

interface ChartBar {
  readonly label: string;
  readonly count: number;
  /** The number as it is drawn: "3 of 17". */
  readonly words?: string;
  /** A longer bar behind it, of which it is a part. */
  readonly of?: number;
  /** Read aloud: "Code deploy: 3 postmortems". */
  readonly description: string;
  /** Absent if there is nothing to lead to. */
  readonly href?: string;
}

interface BarChart {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly bars: readonly ChartBar[];
  /** In pixels: set for short labels, which are then in front of the bars. */
  readonly labelWidth?: number;
}

const ROW = 48;
const LOW_ROW = 26;
/** The rest is for the number behind the longest bar. */
const LONGEST = 0.84;
/** If the labels are in front. */
const LONGEST_WITH_LABEL = 0.6;

export function drawBarChart({ id, title, description, bars, labelWidth }: BarChart): Element {
  const most = Math.max(1, ...bars.map(({ count, of }) => of ?? count));
  const longest = labelWidth === undefined ? LONGEST : LONGEST_WITH_LABEL;
  const row = labelWidth === undefined ? ROW : LOW_ROW;
  const barTop = labelWidth === undefined ? 23 : 4;
  const left = labelWidth ?? 0;
  const toWidth = (count: number) => percent((count / most) * longest);
  const drawRect = (className: string, top: number, count: number) =>
    element('rect', { class: className, x: left, y: top + barTop, width: toWidth(count), height: 18, rx: 2 });
  const drawBar = (bar: ChartBar, index: number): Element => {
    const top = index * row;
    const shapes = [
      element('rect', { class: 'hit', y: top, width: '100%', height: row - 2 }),
      element('text', { class: 'label', y: top + (labelWidth === undefined ? 16 : 18) }, bar.label),
      bar.of !== undefined && drawRect('whole', top, bar.of),
      drawRect('bar', top, bar.count),
      element(
        'text',
        { class: 'number', x: toWidth(bar.of ?? bar.count), dx: left + 8, y: top + barTop + 14 },
        bar.words ?? String(bar.count),
      ),
    ];
    return bar.href
      ? drawMark({ href: bar.href, label: bar.description }, ...shapes)
      : element('g', { class: 'empty' }, ...shapes);
  };
  return drawChart({ id, title, description, height: Math.max(1, bars.length) * row }, ...bars.map(drawBar));
}
