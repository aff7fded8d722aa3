/** The figures of the page about insights: what each shows and rests on, its chart, and its table. */
import type { Element } from 'hast';
import { describeBasis } from '../knowledge/insights/basis.ts';
import type { Bar, BarFigure } from '../knowledge/insights/count-values.ts';
import type { InsightRecord } from '../knowledge/insights/insight-record.ts';
import { createInsights, type Insights } from '../knowledge/insights/insights.ts';
import type { Periods } from '../knowledge/insights/periods.ts';
import { getPeriodValue, type SlicedFigure } from '../knowledge/insights/slices.ts';
import type { MeasuredIncident } from '../knowledge/insights/spread-of-times.ts';
import {
  describeMeasuredTime,
  describeQuartiles,
  MEASURE_MEANINGS,
  MEASURE_TITLES,
} from '../knowledge/insights/time-wording.ts';
import { describeSeverity, formatCount } from '../knowledge/schema/labels.ts';
import type { Addresses } from '../knowledge/source/addresses.ts';
import { drawBandColumns } from './band-columns.ts';
import { drawBarChart } from './bar-chart.ts';
import { createTimeScale, drawDotStrip, MAX_DOTS } from './dot-strip.ts';
import { drawHeatMap, isDense } from './heat-map.ts';
import { drawSeverityColumns } from './severity-columns.ts';

/** A text, or one that leads somewhere. */
export type TableCell = string | { readonly text: string; readonly href: string };

export interface FigureTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

export interface Figure {
  /** Its anchor. */
  readonly id: string;
  readonly title: string;
  /** Sentences before the charts and the tables. */
  readonly notes: readonly string[];
  /** Sentences that explain the charts only. */
  readonly chartNotes?: readonly string[];
  readonly tableNotes?: readonly string[];
  readonly charts: readonly {
    readonly heading?: string;
    readonly note?: string;
    /** Absent if there is nothing to draw. */
    readonly drawing?: Element;
  }[];
  readonly tables: readonly FigureTable[];
  /** The address of the tables. */
  readonly numbers: string;
  /** It takes the whole width of the page. */
  readonly wide: boolean;
}

type FigureContent = Omit<Figure, 'numbers'>;

export interface FigureContext {
  readonly addresses: Addresses;
  /** The titles of issues by their ids. */
  readonly issues: ReadonlyMap<string, string>;
  /** Added to the addresses of lists: the filter of the page, `?team=oma`. */
  readonly query: string;
}

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
  const page: FigurePage = {
    ...context,
    ids: [...titles.keys()],
    getTitle: (id) => titles.get(id) ?? id,
    getPostmortem: (id) => context.addresses.entry({ kind: 'postmortem', id }),
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
    createCompletenessFigure(insights, page),
  ].map((figure) => ({
    ...figure,
    numbers: `${context.addresses.insightsNumbers}${context.query}#${figure.id}`,
  }));
}

interface FigurePage extends FigureContext {
  /** Of all postmortems, newest first. */
  readonly ids: readonly string[];
  getTitle(id: string): string;
  getPostmortem(id: string): string;
  getList(figure: SlicedFigure, value: string, ids: readonly string[]): string;
}

function createOverTimeFigure({ overTime }: Insights, page: FigurePage): FigureContent {
  const { periods, rows } = overTime;
  const title = 'Postmortems over time, by severity';
  const drawing = drawSeverityColumns({
    id: 'over-time-chart',
    title,
    description: rows
      .map(({ severity, total }) => `${describeSeverity(severity)}: ${formatCount(total, 'postmortem')}`)
      .join('; '),
    figure: overTime,
    getAddress: (ids, period, severity) => page.getList('started', getPeriodValue(period, severity), ids),
  });
  const byPeriod = Map.groupBy(periods.counted, periods.find);
  return {
    id: 'over-time',
    title,
    notes: [describeBasis(periods.basis), ...describePeriods(periods)],
    charts: periods.list.length > 0 ? [{ drawing }] : [],
    tables: [
      {
        caption: title,
        columns: [
          periods.unit === 'year' ? 'Year' : 'Quarter',
          'All',
          ...rows.map(({ severity }) => describeSeverity(severity)),
        ],
        rows: periods.list.map((period) => {
          const all = (byPeriod.get(period.key) ?? []).map(({ id }) => id);
          return [
            linkIfAny(period.label, all, page.getList('started', getPeriodValue(period), all)),
            String(all.length),
            ...rows.map(({ byPeriod: ids }) => String(ids.get(period.key)?.length ?? 0)),
          ];
        }),
      },
    ],
    wide: true,
  };
}

function createIssuesFigure({ issues }: Insights, page: FigurePage): FigureContent {
  const { periods, rows, cut, single } = issues;
  const title = 'When recurring issues came up';
  const getTitle = (id: string) => page.issues.get(id) ?? id;
  const getIssue = (id: string) => page.addresses.entry({ kind: 'tag', id });
  const drawing = drawHeatMap({
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
      ...(rows.length > 0 ? ['A line under a cell: a case in it had certainly happened before.'] : []),
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
    wide: true,
  };
}

interface BarNames {
  readonly id: string;
  readonly list: SlicedFigure;
  readonly title: string;
  readonly column: string;
}

function createBarFigure(
  { id, list, title, column }: BarNames,
  { basis, bars }: BarFigure,
  page: FigurePage,
  note?: string,
): FigureContent {
  const drawing = drawBarChart({
    id: `${id}-chart`,
    title,
    description: bars.map(describeBar).join('; '),
    bars: bars.map((bar) => ({
      label: bar.label,
      count: bar.ids.length,
      description: describeBar(bar),
      ...(bar.ids.length > 0 ? { href: page.getList(list, bar.key, bar.ids) } : {}),
    })),
  });
  return {
    id,
    title,
    notes: [describeBasis(basis), ...(note && basis.counted > 0 ? [note] : [])],
    charts: basis.counted > 0 ? [{ drawing }] : [],
    tables: [
      {
        caption: title,
        columns: [column, 'Postmortems'],
        rows: bars.map(({ key, label, ids }) => [
          linkIfAny(label, ids, page.getList(list, key, ids)),
          String(ids.length),
        ]),
      },
    ],
    wide: false,
  };
}

function createDetectionFigure({ detections }: Insights, page: FigurePage): FigureContent {
  const names = {
    id: 'detection',
    list: 'detection',
    title: 'How they were detected',
    column: 'Method',
  } as const;
  const { customersFirst, basis } = detections;
  const first = `Customers noticed first in ${customersFirst} of ${basis.counted}.`;
  return createBarFigure(names, detections, page, first);
}

function createRelearnedFigure({ relearned }: Insights, page: FigurePage): FigureContent {
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

function createCompletenessFigure({ completeness }: Insights, page: FigurePage): FigureContent {
  const names = {
    id: 'completeness',
    list: 'completeness',
    title: 'How complete they are',
    column: 'Completeness',
  } as const;
  const note = 'In percent of the parts that readers look for, by their weight.';
  const figure = createBarFigure(names, completeness, page, note);
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
  return { ...figure, charts: figure.charts.map(() => ({ drawing })) };
}

function describeBar({ label, ids }: Bar): string {
  return `${label}: ${formatCount(ids.length, 'postmortem')}`;
}

/** In the table. Each incident is on its own page, too. */
const MAX_TIMES = 50;

function createTimesFigure({ times }: Insights, page: FigurePage): FigureContent {
  const scale = createTimeScale(times.flatMap(({ incidents }) => incidents.map(({ seconds }) => seconds)));
  const describe = (incident: MeasuredIncident | undefined) =>
    incident ? describeMeasuredTime(incident) : '–';
  const charts = times.map((spread) => {
    const { measure, incidents, basis } = spread;
    const heading = MEASURE_TITLES[measure];
    const newest = incidents.length > MAX_DOTS ? ` The dots are the newest ${MAX_DOTS}.` : '';
    if (incidents.length === 0)
      return { heading, note: `${capitalize(MEASURE_MEANINGS[measure])}. ${describeBasis(basis)}` };
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
  const byMeasure = times.map(({ incidents }) => new Map(incidents.map((one) => [one.id, one])));
  const ids = page.ids.filter((id) => byMeasure.some((incidents) => incidents.has(id)));
  return {
    id: 'times',
    title: 'How long they took',
    notes: [],
    chartNotes: [
      'Each dot is an incident, on a logarithmic scale: each step is a longer unit of time. A hollow dot is approximate.',
    ],
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
    wide: true,
  };
}

function describePeriods({ why, approximate, unit }: Periods): string[] {
  return [
    ...(why ? [why] : []),
    ...(approximate > 0
      ? [
          `${formatCount(approximate, 'date')} ${approximate === 1 ? 'is' : 'are'} approximate, and ${approximate === 1 ? 'is' : 'are'} counted in the ${unit} as written.`,
        ]
      : []),
  ];
}

function linkIfAny(text: string, ids: readonly string[], href: string): TableCell {
  return ids.length > 0 ? { text, href } : text;
}

function capitalize(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
