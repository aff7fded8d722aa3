/** Draws times of incidents as dots on a logarithmic scale, with the quartiles if there are enough of them. */
import type { Element } from 'hast';
import type { MeasuredIncident, SpreadOfTimes } from '../knowledge/insights/spread-of-times.ts';
import { describeMeasuredTime } from '../knowledge/insights/time-wording.ts';
import { drawChart, drawMark, drawScenery, element, percent } from './chart-element.ts';

/** Of each measure, the newest. More would hide each other. */
export const MAX_DOTS = 15;

const TICKS = [
  ['1 min', 60],
  ['10 min', 600],
  ['1 h', 3_600],
  ['6 h', 21_600],
  ['1 day', 86_400],
  ['1 week', 604_800],
  ['30 days', 2_592_000],
  ['1 year', 31_536_000],
  ['10 years', 315_360_000],
  ['100 years', 3_153_600_000],
] as const;

/** As many labels as have room on a phone. */
const MAX_NARROW_TICKS = 6;
const RADIUS = 6;
const STRIP = 84;
const EDGE = 0.05;
/** As a share of the width: dots nearer than this are stacked. */
const STACK_WIDTH = 0.025;

interface DotStrip {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly spread: SpreadOfTimes;
  readonly scale: TimeScale;
  getTitle(id: string): string;
  getAddress(id: string): string;
}

/** From 0 to 1, with round times. */
export interface TimeScale {
  readonly ticks: readonly (readonly [label: string, seconds: number])[];
  place(seconds: number): number;
}

/** Returns a logarithmic scale that has room for all these times: strips with the same scale can be compared. */
export function createTimeScale(seconds: readonly number[]): TimeScale {
  const chosen = chooseTicks(seconds);
  const isShorter = seconds.some((time) => time < (chosen[0]?.[1] ?? 0));
  const ticks = chosen.map(
    ([label, tick], at) => [at === 0 && isShorter ? `≤ ${label}` : label, tick] as const,
  );
  const [first, last] = [Math.log(ticks[0]?.[1] ?? 1), Math.log(ticks.at(-1)?.[1] ?? 10)];
  // A time shorter than the first tick is at the first tick: no logarithmic scale has a zero.
  const place = (time: number) => {
    const share = (Math.log(Math.max(time, 1)) - first) / (last - first);
    return EDGE + Math.min(1, Math.max(0, share)) * (1 - 2 * EDGE);
  };
  return { ticks, place };
}

export function drawDotStrip({
  id,
  title,
  description,
  spread,
  scale,
  getTitle,
  getAddress,
}: DotStrip): Element {
  const { quartiles, incidents } = spread;
  const { ticks, place } = scale;
  const drawLine = (className: string, seconds: number, top: number) =>
    element('line', {
      class: className,
      x1: percent(place(seconds)),
      x2: percent(place(seconds)),
      y1: top,
      y2: STRIP,
    });
  return drawChart(
    { id, title, description, height: STRIP + 22 },
    drawScenery(
      quartiles &&
        element('rect', {
          class: 'quartiles',
          x: percent(place(quartiles.lower)),
          width: percent(place(quartiles.upper) - place(quartiles.lower)),
          height: STRIP,
        }),
      ...ticks.map(([, seconds]) => drawLine('grid', seconds, 0)),
      element('line', { class: 'base', x1: 0, x2: '100%', y1: STRIP, y2: STRIP }),
      quartiles && drawLine('median', quartiles.median, 0),
      ...ticks.map(([label, seconds], at) =>
        element(
          'text',
          {
            class: at % 2 === 1 && ticks.length > MAX_NARROW_TICKS ? 'axis wide-only' : 'axis',
            x: percent(place(seconds)),
            y: STRIP + 16,
          },
          label,
        ),
      ),
    ),
    ...stackDots(incidents.slice(0, MAX_DOTS), place).map(({ incident, x, level }) =>
      drawMark(
        {
          href: getAddress(incident.id),
          label: `${getTitle(incident.id)}: ${describeMeasuredTime(incident)}`,
        },
        element('circle', {
          class: incident.approximate ? 'dot uncertain' : 'dot',
          cx: percent(x),
          cy: STRIP - RADIUS - 3 - level,
          r: RADIUS,
        }),
      ),
    ),
  );
}

/** Returns the round times from the one at or before the shortest to the one at or after the longest. */
function chooseTicks(seconds: readonly number[]): readonly (readonly [label: string, seconds: number])[] {
  const least = seconds.reduce((shortest, each) => Math.min(shortest, each), Number.POSITIVE_INFINITY);
  const most = seconds.reduce((longest, each) => Math.max(longest, each), 0);
  const first = Math.max(
    0,
    TICKS.findLastIndex(([, tick]) => tick <= least),
  );
  const last = TICKS.findIndex(([, tick]) => tick >= most);
  return TICKS.slice(first, Math.max(last < 0 ? TICKS.length : last + 1, first + 2));
}

/** Stacks dots that would cover each other. */
function stackDots(
  incidents: readonly MeasuredIncident[],
  place: (seconds: number) => number,
): { readonly incident: MeasuredIncident; readonly x: number; readonly level: number }[] {
  const stacks = Map.groupBy(incidents, ({ seconds }) => Math.round(place(seconds) / STACK_WIDTH));
  return [...stacks.values()].flatMap((stack) => {
    const step = Math.min(RADIUS * 2 + 1, (STRIP - 2 * RADIUS - 6) / Math.max(1, stack.length - 1));
    return stack.map((incident, index) => ({ incident, x: place(incident.seconds), level: index * step }));
  });
}
