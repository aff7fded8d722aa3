import { gzipSync } from 'node:zlib';
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawChainDiagram } from '../../src/charts/chain-diagram.ts';
import { createTimeScale } from '../../src/charts/dot-strip.ts';
import type { Figure } from '../../src/charts/figure.ts';
import { drawFigure } from '../../src/charts/figure-section.ts';
import { createFigures } from '../../src/charts/insight-figures.ts';
import { drawPairMatrix } from '../../src/charts/pair-matrix.ts';
import { isSparse } from '../../src/charts/sparse-list.ts';
import { createInsightRecords } from '../../src/knowledge/insights/create-records.ts';
import { countFailingTogether } from '../../src/knowledge/insights/failing-together.ts';
import { filterRecords } from '../../src/knowledge/insights/filter-records.ts';
import type { InsightRecord } from '../../src/knowledge/insights/insight-record.ts';
import { createInsights } from '../../src/knowledge/insights/insights.ts';
import { listSlices } from '../../src/knowledge/insights/slices.ts';
import { createAddresses } from '../../src/knowledge/source/addresses.ts';
import { createVariedKnowledge } from '../knowledge/insights/varied-content.ts';

const addresses = createAddresses('/kb/');
let records: InsightRecord[];

beforeAll(async () => {
  const some = createInsightRecords((await createVariedKnowledge(400)).knowledge, '2026-11-28');
  records = Array.from({ length: 5 }, (_, round) =>
    some.map((record) => ({ ...record, id: `${record.id}-${round}` })),
  ).flat();
}, 120_000);

const create = (kept: readonly InsightRecord[], query = '') =>
  createFigures(kept, records, { addresses, issues: new Map(), query });

function listElements(tree: Element, tagName: string): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (element.tagName === tagName) found.push(element);
  });
  return found;
}

/** Returns the label of a mark, which is its first child. */
function getLabel(mark: Element): string {
  const [title] = mark.children;
  const [text] = title?.type === 'element' && title.tagName === 'title' ? title.children : [];
  return text?.type === 'text' ? text.value : '';
}

const drawCharts = (figures: readonly Figure[]) =>
  figures.flatMap(({ charts }) => charts.flatMap(({ drawing }) => drawing ?? []));

function drawMap(): Element[] {
  const { services, chains } = countFailingTogether(records);
  const names = {
    title: 'Map',
    description: 'What fails together',
    getTitle: ({ id }: { id: string }) => id,
    getEntryAddress: addresses.entry,
    getLinkAddress: () => '#services-1',
  };
  return [
    drawPairMatrix({ ...names, id: 'services', selection: services }),
    drawChainDiagram({ ...names, id: 'chains', selection: chains }),
  ];
}

const drawAll = (kept: readonly InsightRecord[]) =>
  create(kept).flatMap((figure) => [drawFigure(figure, 'charts'), drawFigure(figure, 'tables')]);

test('every chart has a title and a description, and a table on the page of the numbers', () => {
  const figures = create(records);
  expect(figures.map(({ id }) => id)).toEqual([
    'over-time',
    'issues',
    'triggers',
    'factors',
    'detection',
    'relearned',
    'times',
    'open-actions',
    'completeness',
  ]);
  for (const chart of [...drawCharts(figures), ...drawMap()]) {
    const { properties, children } = chart;
    const ids = children.slice(0, 2).map((child) => (child.type === 'element' ? child.properties.id : ''));
    expect([properties['aria-labelledby'], properties['aria-describedby']]).toEqual(ids);
    expect(toHtml(chart)).toMatch(/<title id="[\w-]+">[^<]+<\/title><desc id="[\w-]+">[^<]+<\/desc>/);
  }
  for (const figure of figures) {
    expect(listElements(drawFigure(figure, 'tables'), 'table').length, figure.id).toBe(1);
    expect(toHtml(drawFigure(figure, 'charts'))).toContain(`href="/kb/insights/numbers/#${figure.id}"`);
    expect(figure.tables[0]?.rows.length, figure.id).toBeGreaterThan(0);
  }
});

test('every mark leads somewhere, and has a label', () => {
  const marks = [...drawCharts(create(records)), ...drawMap()].flatMap((chart) => listElements(chart, 'a'));
  expect(marks.length).toBeGreaterThan(300);
  for (const mark of marks) {
    expect(mark.properties.href).toMatch(/^\/kb\/|^#services-1$/);
    expect(getLabel(mark)).toMatch(/[^:]: (?:\d|about \d|less than 1 minute)/);
  }
});

test('lists that marks lead to exist, with as many postmortems as the mark states', () => {
  const slices = new Map(
    listSlices(createInsights(records)).map(({ figure, value, ids }) => [
      addresses.insightsList(figure, value),
      ids.length,
    ]),
  );
  const marks = drawCharts(create(records)).flatMap((chart) => listElements(chart, 'a'));
  const toLists = marks.filter(({ properties }) => String(properties.href).startsWith('/kb/insights/'));
  expect(toLists.length).toBeGreaterThan(80);
  for (const mark of toLists) {
    const href = String(mark.properties.href);
    const count = slices.get(href);
    expect(count, href).toBeGreaterThan(1);
    const label = getLabel(mark);
    if (!label.includes('lessons')) expect(label).toMatch(new RegExp(`(?::| of) ${count} postmortems$`));
  }
});

test('with a filter, marks keep it in the addresses of lists, which exist without it', () => {
  const all = new Set(
    listSlices(createInsights(records)).map(({ figure, value }) => addresses.insightsList(figure, value)),
  );
  const kept = filterRecords(records, { severity: 'sev1' });
  const marks = drawCharts(create(kept, '?severity=sev1')).flatMap((chart) => listElements(chart, 'a'));
  const lists = marks
    .map(({ properties }) => String(properties.href))
    .filter((href) => /\/insights\//.test(href));
  expect(lists.length).toBeGreaterThan(20);
  for (const href of lists) {
    expect(href).toMatch(/\?severity=sev1$/);
    expect(all).toContain(href.replace('?severity=sev1', ''));
  }
});

test('no chart has an inline style or a colour', () => {
  for (const chart of [...drawCharts(create(records)), ...drawMap()]) {
    expect(toHtml(chart)).not.toMatch(/ style=|<style|#[0-9a-f]{3,6}\b|rgb\(/);
  }
});

test('is the same each time', () => {
  const draw = () => [...drawAll(records), ...drawMap()].map((tree) => toHtml(tree));
  expect(draw()).toEqual(draw());
});

describe('with 2,000 postmortems', () => {
  const measure = (trees: readonly Element[]) => gzipSync(trees.map((tree) => toHtml(tree)).join('')).length;

  test('the figures are smaller than 60 KB, compressed, and the map as well', () => {
    expect(measure(drawAll(records))).toBeLessThan(60_000);
    expect(measure(drawMap())).toBeLessThan(60_000);
  });

  test('the charts have fewer than 1,200 elements, and so have the tables: the page around them has 300', () => {
    for (const part of ['charts', 'tables'] as const) {
      const html = create(records).map((figure) => toHtml(drawFigure(figure, part)));
      expect(html.join('').match(/<[a-z]/g)?.length, part).toBeLessThan(1_200);
    }
  });

  test('the table of times reports how many incidents it leaves out', () => {
    const times = create(records).find(({ id }) => id === 'times');
    expect(times?.tables[0]?.rows.length).toBe(50);
    expect(times?.tableNotes?.[0]).toMatch(/^The newest 50 of \d{3,} incidents\.$/);
    const [, count] = times ? drawFigure(times, 'tables').children : [];
    expect(count && toHtml(count)).toContain('The newest 50 of');
  });

  test('the map has at most 16 services in the matrix and 14 names in a column', () => {
    const [matrix, columns] = drawMap();
    expect(
      listElements(matrix as Element, 'a').filter((mark) => mark.properties.href !== '#services-1').length,
    ).toBe(16);
    const boxes = listElements(columns as Element, 'a').filter(
      (mark) => mark.properties.href !== '#services-1',
    );
    expect(boxes.length).toBeLessThanOrEqual(3 * 14);
  });

  test('counting and drawing takes less than two seconds', () => {
    const before = process.cpuUsage();
    drawAll(records);
    drawMap();
    expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
  });
});

test('a scale of times has room for as many as there are', () => {
  const { ticks } = createTimeScale([...Array(200_000).fill(90), 7_000]);
  expect(ticks.map(([label]) => label)).toEqual(['1 min', '10 min', '1 h', '6 h']);
  expect(createTimeScale([0, 90]).ticks.map(([label]) => label)).toEqual(['≤ 1 min', '10 min']);
});

test('with no postmortem or one, figures state what they rest on', () => {
  const describeFigures = (kept: readonly InsightRecord[]) =>
    createFigures(kept, kept, { addresses, issues: new Map(), query: '' }).map(({ notes }) => notes[0]);
  expect(describeFigures([]).slice(0, 3)).toEqual(Array(3).fill('There are no postmortems.'));
  const [one] = records.filter(({ year, kind }) => year && kind === 'incident');
  expect(describeFigures(one ? [one] : [])[0]).toBe('From the only postmortem.');
  for (const kept of [[], one ? [one] : []])
    for (const figure of drawAll(kept)) expect(toHtml(figure)).not.toMatch(/NaN|Infinity|undefined/);
});

describe('with so few postmortems that each count is 0 or 1', () => {
  const listLinks = (tree: Element) => listElements(tree, 'a').map(({ properties }) => properties.href);
  const getFigure = (kept: readonly InsightRecord[], id: string) => {
    const figure = createFigures(kept, kept, { addresses, issues: new Map(), query: '' }).find(
      (one) => one.id === id,
    );
    if (!figure) throw new Error(`There is no figure ${id}`);
    return figure;
  };
  const selectTriggers = (count: number) =>
    [...Map.groupBy(records, ({ trigger }) => trigger)]
      .flatMap(([trigger, [first]]) => (trigger === 'unknown' || !first ? [] : [first]))
      .slice(0, count);

  test('a figure lists its postmortems, once each, with its basis and its table', () => {
    const kept = selectTriggers(3);
    const figure = getFigure(kept, 'triggers');
    const [list] = drawCharts([figure]);
    expect(list?.tagName).toBe('ul');
    const addressesOf = kept.map(({ id }) => `/kb/postmortems/${id}/`).toSorted();
    expect(list && listLinks(list).toSorted()).toEqual(addressesOf);
    const html = toHtml(drawFigure(figure, 'charts'));
    expect(html).toContain('From all 3 postmortems.');
    expect(html).toContain('href="/kb/insights/numbers/#triggers"');
    expect(html).not.toContain('Skip the chart');
    expect(figure.tables[0]?.rows.map(([, count]) => count)).toEqual(['1', '1', '1']);
  });

  test('a second postmortem with the same value is a reason to draw', () => {
    const [first, ...others] = selectTriggers(3);
    if (!first) throw new Error('No record has a trigger');
    const figure = getFigure([first, { ...first, id: 'second' }, ...others], 'triggers');
    expect(drawCharts([figure])[0]?.tagName).toBe('svg');
  });

  test('every other figure lists what it counts, too', () => {
    const [one] = records.filter(
      ({ year, kind, issues }) => year && kind === 'incident' && issues.length > 0,
    );
    if (!one) throw new Error('No record is an incident of a known year');
    const kept = [{ ...one, openActions: [] }];
    for (const id of ['over-time', 'completeness'])
      expect(
        drawCharts([getFigure(kept, id)]).map(({ tagName }) => tagName),
        id,
      ).toEqual(['ul']);
    const again = [0, 1].map((index) => ({
      ...one,
      id: `case-${index}`,
      year: 2020 + index,
      started: `${2020 + index}-01-01`,
    }));
    const [list] = drawCharts([getFigure(again, 'issues')]);
    expect(list?.tagName).toBe('ul');
  });

  test('lessons that nobody learned again are a sentence', () => {
    const kept = selectTriggers(2).map((record) => ({
      ...record,
      year: 2020,
      learned: ['a', 'b'],
      relearned: 0,
    }));
    const figure = getFigure(kept, 'relearned');
    expect(drawCharts([figure])).toEqual([]);
    expect(toHtml(drawFigure(figure, 'charts'))).toContain('Of 4 lessons learned, none was learned again.');
  });
});

test('a chart is drawn for more counts than a list has room for', () => {
  expect(isSparse(Array(10).fill(1))).toBe(true);
  expect(isSparse(Array(11).fill(1))).toBe(false);
  expect(isSparse([0, 0])).toBe(false);
  expect(isSparse([1, 0, 2])).toBe(false);
});
