/** Compares every figure with counts made from the raw fields, by other means than the code that it tests. */
import { beforeAll, describe, expect, test } from 'vitest';
import { describeBasis } from '../../../src/knowledge/insights/basis.ts';
import { createInsightRecords } from '../../../src/knowledge/insights/create-records.ts';
import { countFailingTogether } from '../../../src/knowledge/insights/failing-together.ts';
import { findOpenActions } from '../../../src/knowledge/insights/find-open-actions.ts';
import type { InsightRecord } from '../../../src/knowledge/insights/insight-record.ts';
import { createInsights, type Insights } from '../../../src/knowledge/insights/insights.ts';
import { listSlices } from '../../../src/knowledge/insights/slices.ts';
import type { PostmortemData } from '../../../src/knowledge/schema/postmortem.ts';
import { parseTime } from '../../../src/knowledge/schema/time.ts';
import { createVariedKnowledge, type RawPostmortem } from './varied-content.ts';

const TODAY = '2026-11-28';

let raw: RawPostmortem[];
let generic: Set<string>;
let records: InsightRecord[];
let insights: Insights;

beforeAll(async () => {
  const varied = await createVariedKnowledge(400);
  raw = varied.raw;
  const services = varied.knowledge.all('service');
  generic = new Set(services.filter(({ data }) => data.generic).map(({ id }) => id));
  records = createInsightRecords(varied.knowledge, TODAY);
  insights = createInsights(records);
}, 60_000);

/** Counts values in the simplest way there is. */
function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

const toCounts = (bars: Insights['triggers']['bars']) =>
  Object.fromEntries(bars.map(({ key, ids }) => [key, ids.length]));
const hasYear = ({ started }: RawPostmortem) => !started.startsWith('X');
const yearOf = ({ started }: RawPostmortem) => started.slice(0, 4);

test('counts postmortems by year and severity, and leaves out unknown years', () => {
  const { periods, rows } = insights.overTime;
  expect(periods.unit).toBe('year');
  const dated = raw.filter(hasYear);
  expect(periods.basis).toEqual({
    counted: dated.length,
    leftOut: [{ reason: 'without a known year', count: raw.length - dated.length }],
  });
  const counted = Object.fromEntries(
    rows.flatMap(({ severity, byPeriod }) =>
      [...byPeriod].map(([year, ids]) => [`${year} ${severity}`, ids.length]),
    ),
  );
  expect(counted).toEqual(tally(dated.map((one) => `${yearOf(one)} ${one.severity}`)));
  expect(periods.approximate).toBe(dated.filter(({ started }) => /[~?]$/.test(started)).length);
  const years = dated.map((one) => Number(yearOf(one)));
  expect(periods.list.map(({ year }) => year)).toEqual(
    Array.from({ length: Math.max(...years) - Math.min(...years) + 1 }, (_, at) => Math.min(...years) + at),
  );
});

test('counts the cases of issues by year, and the issues that it does not show', () => {
  const { rows, cut, single, basis } = insights.issues;
  const dated = raw.filter((one) => hasYear(one) && one.tags.length > 0);
  expect(basis.counted).toBe(dated.length);
  const cases = tally(dated.flatMap(({ tags }) => tags));
  const recurring = Object.values(cases).filter((count) => count > 1);
  expect(rows.length + cut).toBe(recurring.length);
  expect(single).toBe(Object.keys(cases).length - recurring.length);
  expect(rows.map((row) => row.cases)).toEqual(recurring.sort((a, b) => b - a).slice(0, rows.length));
  for (const { issue, cells } of rows) {
    const years = tally(dated.filter(({ tags }) => tags.includes(issue)).map(yearOf));
    expect(Object.fromEntries([...cells].map(([year, { ids }]) => [year, ids.length]))).toEqual(years);
  }
});

test('marks a cell if one of its cases certainly happened after another case', () => {
  const toSpan = ({ started }: RawPostmortem): [number, number] => {
    if (started.length === 4)
      return [Date.parse(`${started}-01-01`), Date.parse(`${started}-12-31T23:59:59Z`)];
    const [, year, month, day, rest] = /^(\d{4})-(\d\d)(?:-(\d\d))?(.*)$/.exec(started) ?? [];
    if (rest?.startsWith('T')) return [Date.parse(started), Date.parse(started)];
    const first = Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1));
    const next = day ? first + 86_400_000 : Date.UTC(Number(year), Number(month), 1);
    const more = rest ? next - first : 0;
    return [first - more, next - 1 + more];
  };
  const dayOf = (instant: number) => Math.floor(instant / 86_400_000);
  const isBefore = (a: RawPostmortem, b: RawPostmortem) =>
    a.started.includes('T') && b.started.includes('T')
      ? toSpan(a)[1] < toSpan(b)[0]
      : dayOf(toSpan(a)[1]) < dayOf(toSpan(b)[0]);
  const dated = raw.filter(hasYear);
  let marked = 0;
  for (const { issue, cells } of insights.issues.rows) {
    const cases = dated.filter(({ tags }) => tags.includes(issue));
    for (const [year, cell] of cells) {
      const again = cases.some((one) => yearOf(one) === year && cases.some((other) => isBefore(other, one)));
      expect(cell.again, `${issue} ${year}`).toBe(again);
      if (again) marked++;
    }
  }
  expect(marked).toBeGreaterThan(50);
});

test('counts triggers, without the unknown ones', () => {
  const known = raw.filter(({ trigger }) => trigger !== 'unknown');
  expect(toCounts(insights.triggers.bars)).toEqual(tally(known.map(({ trigger }) => trigger)));
  expect(insights.triggers.basis).toEqual({
    counted: known.length,
    leftOut: [{ reason: 'without a known trigger', count: raw.length - known.length }],
  });
});

test('counts a postmortem once for each category of its factors', () => {
  const known = raw.map(({ factors }) =>
    factors.map(({ category }) => category).filter((one) => one !== 'unknown'),
  );
  expect(toCounts(insights.factors.bars)).toEqual(
    tally(known.flatMap((categories) => [...new Set(categories)])),
  );
  expect(insights.factors.factors).toBe(known.flat().length);
  expect(insights.factors.basis.counted).toBe(known.filter(({ length }) => length > 0).length);
});

test('counts how incidents were detected, without drills, and how often customers noticed first', () => {
  const real = raw.filter(({ kind }) => kind !== 'drill');
  const known = real.map(({ detection }) => detection.method).filter((method) => method !== 'unknown');
  expect(toCounts(insights.detections.bars)).toEqual(tally(known));
  expect(insights.detections.customersFirst).toBe(known.filter((one) => one === 'customer-report').length);
  expect(insights.detections.basis.leftOut).toEqual(
    expect.arrayContaining([
      { reason: 'about a drill', count: raw.length - real.length },
      { reason: 'without a known detection method', count: real.length - known.length },
    ]),
  );
});

describe('times of incidents', () => {
  const incidents = () => raw.filter(({ kind }) => kind === 'incident');
  const between = (from: string, to: string | undefined) =>
    from.includes('T') && to?.includes('T') ? (Date.parse(to) - Date.parse(from)) / 1_000 : undefined;

  test.each([
    ['detect', ({ started, detected }: RawPostmortem) => between(started, detected)],
    ['mitigate', ({ started, mitigated }: RawPostmortem) => between(started, mitigated)],
    ['resolve', ({ started, resolved }: RawPostmortem) => between(started, resolved)],
    [
      'duration',
      ({ started, resolved, duration }: RawPostmortem) =>
        duration ? (duration === 'PT2H' ? 7_200 : 5_400) : between(started, resolved),
    ],
  ] as const)('are exact for “%s”', (measure, calculate) => {
    const spread = insights.times.find((one) => one.measure === measure);
    const expected = incidents().flatMap((one) => calculate(one) ?? []);
    expect(expected.length).toBeGreaterThan(20);
    expect(spread?.incidents.map(({ seconds }) => seconds).sort()).toEqual(expected.sort());
    expect(spread?.basis.counted).toBe(expected.length);
    const left = spread?.basis.leftOut.reduce((sum, { count }) => sum + count, 0);
    expect(left).toBe(raw.length - expected.length);
  });

  test('mark the approximate ones', () => {
    const spread = insights.times.find(({ measure }) => measure === 'duration');
    expect(spread?.approximate).toBe(incidents().filter(({ duration }) => duration?.endsWith('~')).length);
  });

  test('have quartiles from ten on, interpolated, and never before', () => {
    const take = (count: number) => {
      const some = Array.from({ length: count }, (_, index) => ({
        ...(records[0] as InsightRecord),
        id: `p${index}`,
        kind: 'incident' as const,
        times: {
          ...(records[0] as InsightRecord).times,
          detect: { seconds: (index + 1) * 60, approximate: false },
        },
      }));
      return createInsights(some).times[0]?.quartiles;
    };
    expect(take(9)).toBeUndefined();
    expect(take(10)).toEqual({ lower: 195, median: 330, upper: 465 });
    expect(take(11)).toEqual({ lower: 210, median: 360, upper: 510 });
  });
});

test('counts the lessons learned again of each year', () => {
  const { years } = insights.relearned;
  const teaching = raw.filter((one) => hasYear(one) && one.lessons.learned.length > 0);
  expect(Object.fromEntries(years.map(({ year, learned }) => [year, learned]))).toEqual(
    tally(teaching.flatMap((one) => one.lessons.learned.map(() => yearOf(one)))),
  );
  // Only whole instants can be compared without the code under test: a lower bound of what happened again.
  const exact = teaching.filter(({ started }) => started.includes('T'));
  const again = exact.flatMap((one) =>
    one.lessons.learned
      .filter((lesson) =>
        exact.some(
          (other) =>
            other.organization === one.organization &&
            Date.parse(other.started) < Date.parse(one.started) &&
            other.lessons.learned.includes(lesson),
        ),
      )
      .map(() => yearOf(one)),
  );
  const least = tally(again);
  for (const { year, relearned, learned } of years) {
    expect(relearned).toBeGreaterThanOrEqual(least[year] ?? 0);
    expect(relearned).toBeLessThanOrEqual(learned);
  }
  expect(again.length).toBeGreaterThan(100);
});

describe('the actions that are open', () => {
  const countOpen = ({ actions }: RawPostmortem) =>
    actions.filter(({ status }) => ['open', 'in-progress'].includes(status)).length;

  test('are counted by the age of their incident', () => {
    const { bars, actions, basis } = insights.openActions;
    const days = ({ started }: RawPostmortem) =>
      Math.floor((Date.parse(TODAY) - Date.parse(started.slice(0, 10))) / 86_400_000);
    const exact = raw.filter(({ started }) => /^\d{4}-\d\d-\d\d(?:T.*)?$/.test(started));
    const old = exact.filter((one) => days(one) > 400 && countOpen(one) > 0);
    expect(old.length).toBeGreaterThan(20);
    expect(bars[0]?.ids).toEqual(expect.arrayContaining(old.map(({ id }) => id)));
    const counted = new Set(bars.flatMap(({ ids }) => ids));
    const all = raw.filter(({ id }) => counted.has(id));
    expect(actions).toBe(all.reduce((sum, one) => sum + countOpen(one), 0));
    expect(basis.counted).toBe(counted.size);
    expect(basis.leftOut).toContainEqual({
      reason: 'without an open action',
      count: raw.filter((one) => countOpen(one) === 0).length,
    });
  });

  test.each([
    ['2026-11-27', 'recent'],
    ['2026-10', undefined],
    ['2026-09', 'month'],
    ['2026-06-01', 'quarter'],
    ['2025-11-28', 'year'],
    ['2025-11-29', 'half-year'],
    ['2025', undefined],
    ['2024', 'year'],
    ['2024~', undefined],
    ['2009-12-12~', 'year'],
    ['2026-10-01~', 'month'],
    ['202X', undefined],
  ])('of an incident of %s have the age %s', (started, age) => {
    const time = parseTime(started);
    const action = { status: 'open' } as PostmortemData['actions'][number];
    expect(time && findOpenActions([action], time, TODAY)).toEqual({ count: 1, ...(age ? { age } : {}) });
  });
});

test('has every postmortem in one band of completeness', () => {
  const { bars } = insights.completeness;
  expect(bars.map(({ label }) => label)).toEqual([
    ...[0, 10, 20, 30, 40, 50, 60, 70, 80].map((from) => `${from} to ${from + 9} %`),
    '90 to 100 %',
  ]);
  expect(bars.flatMap(({ ids }) => ids).sort()).toEqual(raw.map(({ id }) => id).sort());
});

test('lists for each mark of several postmortems exactly these', () => {
  const slices = listSlices(insights);
  const addresses = slices.map(({ figure, value }) => `${figure}/${value}`);
  expect(new Set(addresses).size).toBe(addresses.length);
  const find = (address: string) => slices[addresses.indexOf(address)]?.ids.toSorted();
  const idsOf = (isWanted: (one: RawPostmortem) => boolean) =>
    raw
      .filter(isWanted)
      .map(({ id }) => id)
      .sort();
  expect(find('trigger/code-deploy')).toEqual(idsOf(({ trigger }) => trigger === 'code-deploy'));
  expect(find('started/2020')).toEqual(idsOf((one) => yearOf(one) === '2020'));
  expect(find('started/2020-sev1')).toEqual(
    idsOf((one) => yearOf(one) === '2020' && one.severity === 'sev1'),
  );
  expect(slices.filter(({ ids }) => ids.length < 2)).toEqual([]);
});

describe('what fails together', () => {
  test('is how many postmortems have both', () => {
    const { services, chains } = countFailingTogether(records);
    expect(services.links.length).toBeGreaterThan(10);
    const affected = ({ factors }: RawPostmortem) => factors.flatMap((factor) => factor.services);
    const has = (one: RawPostmortem, { kind, id }: { kind: string; id: string }) =>
      (kind === 'service' ? affected(one) : kind === 'tag' ? one.tags : one.lessons.learned).includes(id);
    for (const { from, to, ids } of [...services.links, ...chains.links]) {
      const both = raw.filter((one) => has(one, from) && has(one, to)).map(({ id }) => id);
      expect(ids.toSorted(), `${from.id} ${to.id}`).toEqual(both.sort());
    }
  });

  test('keeps the strongest links, and counts the others', () => {
    const { services } = countFailingTogether(records);
    const pairs = new Set(
      raw.flatMap(({ factors }) => {
        const ids = [...new Set(factors.flatMap((factor) => factor.services))]
          .filter((id) => !generic.has(id))
          .sort();
        return ids.flatMap((a, index) => ids.slice(index + 1).map((b) => `${a} ${b}`));
      }),
    );
    expect(services.links.length + services.cut).toBe(pairs.size);
    expect(services.nodes.length).toBeLessThanOrEqual(16);
    const counts = services.links.map(({ ids }) => ids.length);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });

  test('leaves out a postmortem that names almost everything', () => {
    const names = (letter: string, count: number) =>
      Array.from({ length: count }, (_, at) => `${letter}${at}`);
    const all = {
      ...(records[0] as InsightRecord),
      affected: names('s', 40),
      issues: [],
      learned: names('l', 20),
    };
    expect(countFailingTogether([all]).basis).toEqual({
      counted: 0,
      leftOut: [{ reason: 'with more than 50 services, issues and lessons', count: 1 }],
    });
  });
});

describe('periods', () => {
  const at = (year: number, quarter?: number): InsightRecord => {
    const { year: _, quarter: __, ...record } = records[0] as InsightRecord;
    return { ...record, id: `${year}-${quarter}`, year, ...(quarter ? { quarter } : {}) };
  };

  test('are quarters if every date says its quarter and there are few', () => {
    const { periods } = createInsights([at(2020, 2), at(2021, 1)]).overTime;
    expect(periods.list.map(({ label }) => label)).toEqual(
      [2020, 2021].flatMap((year) => [1, 2, 3, 4].map((quarter) => `Q${quarter} ${year}`)),
    );
    expect(periods.why).toBeUndefined();
  });

  test('are years if a date does not say its quarter', () => {
    const { periods } = createInsights([at(2020, 2), at(2021)]).overTime;
    expect(periods.list.map(({ label }) => label)).toEqual(['2020', '2021']);
    expect(periods.why).toBe('By year, because 1 of the dates does not say the quarter for certain.');
  });

  test('leave out what is long ago', () => {
    const { periods } = createInsights([at(1900), at(2021)]).overTime;
    expect(periods.list.length).toBe(1);
    expect(periods.basis.leftOut).toEqual([{ reason: 'from before 1992', count: 1 }]);
  });
});

test('works with no postmortem and with one', () => {
  const none = createInsights([]);
  expect(none.overTime.periods.list).toEqual([]);
  expect(listSlices(none)).toEqual([]);
  expect(describeBasis(none.triggers.basis)).toBe('There are no postmortems.');
  const one = createInsights(records.slice(-1));
  expect(listSlices(one)).toEqual([]);
  expect(describeBasis(one.completeness.basis)).toBe('From the only postmortem.');
});
