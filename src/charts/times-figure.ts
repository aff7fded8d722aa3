/** The figure of how long incidents took. */
import { describeBasis } from '../knowledge/insights/basis.ts';
import type { Insights } from '../knowledge/insights/insights.ts';
import type { MeasuredIncident } from '../knowledge/insights/spread-of-times.ts';
import {
  describeMeasuredTime,
  describeQuartiles,
  MEASURE_MEANINGS,
  MEASURE_TITLES,
} from '../knowledge/insights/time-wording.ts';
import { createTimeScale, drawDotStrip, MAX_DOTS } from './dot-strip.ts';
import type { FigureContent, FigurePage } from './figure.ts';
import { drawSparseList } from './sparse-list.ts';

/** In the table. Each incident is on its own page, too. */
const MAX_TIMES = 50;

export function createTimesFigure({ times }: Insights, page: FigurePage): FigureContent {
  const scale = createTimeScale(times.flatMap(({ incidents }) => incidents.map(({ seconds }) => seconds)));
  const describe = (incident: MeasuredIncident | undefined) =>
    incident ? describeMeasuredTime(incident) : '–';
  const charts = times.map((spread) => {
    const { measure, incidents, basis } = spread;
    const heading = MEASURE_TITLES[measure];
    const newest = incidents.length > MAX_DOTS ? ` The dots are the newest ${MAX_DOTS}.` : '';
    const [only] = incidents;
    if (!only || incidents.length === 1) {
      const entry = only && { label: capitalize(describe(only)), entries: page.listPostmortems([only.id]) };
      return {
        heading,
        note: `${capitalize(MEASURE_MEANINGS[measure])}. ${describeBasis(basis)}`,
        ...(entry && { drawing: drawSparseList([entry]) }),
      };
    }
    const note = `${capitalize(MEASURE_MEANINGS[measure])}. ${describeQuartiles(spread)}${newest} ${describeBasis(basis)}`;
    const drawing = drawDotStrip({
      id: `time-${measure}-chart`,
      title: heading,
      description: `${describeQuartiles(spread)} The scale is logarithmic.`,
      spread,
      scale,
      getTitle: page.getTitle,
      getAddress: page.getPostmortem,
    });
    return { heading, note, drawing };
  });
  const hasDots = times.some(({ incidents }) => incidents.length > 1);
  const byMeasure = times.map(({ incidents }) => new Map(incidents.map((one) => [one.id, one])));
  const ids = page.ids.filter((id) => byMeasure.some((incidents) => incidents.has(id)));
  return {
    id: 'times',
    title: 'How long they took',
    notes: [],
    chartNotes: hasDots
      ? [
          'Each dot is an incident, on a logarithmic scale: each step is a longer unit of time. A hollow dot is approximate.',
        ]
      : [],
    tableNotes: ids.length > MAX_TIMES ? [`The newest ${MAX_TIMES} of ${ids.length} incidents.`] : [],
    charts,
    tables: [
      {
        caption: 'Each incident',
        columns: ['Incident', ...times.map(({ measure }) => MEASURE_TITLES[measure])],
        rows: ids
          .slice(0, MAX_TIMES)
          .map((id) => [
            { text: page.getTitle(id), href: page.getPostmortem(id) },
            ...byMeasure.map((incidents) => describe(incidents.get(id))),
          ]),
      },
    ],
    wide: hasDots,
  };
}

function capitalize(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
