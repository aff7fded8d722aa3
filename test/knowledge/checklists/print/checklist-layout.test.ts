import { describe, expect, test } from 'vitest';
import type { Block, Checklist } from '../../../../src/knowledge/checklists/checklist.ts';
import {
  type ChecklistLayout,
  layoutChecklist,
} from '../../../../src/knowledge/checklists/print/checklist-layout.ts';
import type { StyledLines } from '../../../../src/knowledge/checklists/print/checklist-measurer.ts';
import {
  BOX_GAP,
  BOX_SIZE,
  COLUMN_GAP,
  MARGIN,
  QR_SIZE,
  STYLES,
} from '../../../../src/knowledge/checklists/print/paper.ts';
import { OVERDUE, PLAIN } from '../full-list.ts';

/** Each paragraph is one line. */
const NO_WIDTH = () => 0;
const MANY_POINTS = 5000;
const A_BIT = 0.01;

function createBlock(id: string, count: number): Block {
  const items = Array.from({ length: count }, (_, index) => ({
    id: `${id}-${index}`,
    text: `Read ${id} ${index}`,
    code: [],
    evidence: [],
    lessons: [],
  }));
  return { id, title: `Title ${id}`, mode: 'do-confirm', items };
}

function layOut(list: Partial<Checklist>, height = MANY_POINTS): ChecklistLayout {
  return layoutChecklist({ ...PLAIN, ...list }, { width: 500, height }, NO_WIDTH);
}

/** Margins, footer, completion line, and the header with title, objective, audience and the line to fill in. */
const getFixedHeight = (scale: number) =>
  2 * MARGIN + (QR_SIZE + 22) + (15 + 14) * scale + (20 + 3 + 27 + 15 + 14) * scale + 30;
const getBlockHeight = (scale: number, count: number) =>
  (17 + 20) * scale + count * (Math.max(15 * scale, BOX_SIZE) + 8 * scale);

const toTexts = ({ lines }: StyledLines) => lines.map((line) => line.map(({ text }) => text).join(''));
/** Returns the title and the items of each block, sheet by sheet. */
const listBlocks = ({ sheets }: ChecklistLayout) =>
  sheets.map(({ blocks }) =>
    blocks.map(({ title, items }) => [...toTexts(title), ...items.map(({ item }) => item.id)].join(' | ')),
  );

describe('the scale', () => {
  test.each([
    [1.25, 1.12],
    [1.12, 1],
    [1, 0.94],
    [0.94, 0.88],
    [0.88, 0.82],
    [0.82, 0.76],
  ])('is %d if the list fits on one sheet, and %d if it is too long by a bit', (scale, smaller) => {
    const height = getFixedHeight(scale) + getBlockHeight(scale, 4);
    const list = { blocks: [createBlock('a', 4)] };
    expect(layOut(list, height + A_BIT)).toMatchObject({ scale, sheets: [{ number: 1, total: 1 }] });
    expect(layOut(list, height - A_BIT)).toMatchObject({ scale: smaller, sheets: [{ number: 1, total: 1 }] });
  });

  test('is 1 if a block is too long for a sheet at every scale', () => {
    const height = getFixedHeight(0.76) + getBlockHeight(0.76, 4) - A_BIT;
    const layout = layOut({ blocks: [createBlock('a', 4)] }, height);
    expect([layout.scale, layout.sheets.length]).toEqual([1, 2]);
  });

  test('is smaller if that saves a sheet, and large if it does not', () => {
    const height = getFixedHeight(0.88) + 2 * getBlockHeight(0.88, 4);
    const list = { blocks: [createBlock('a', 4), createBlock('b', 4)] };
    const [fitting, long] = [layOut(list, height + A_BIT), layOut(list, height - A_BIT)];
    expect([fitting.scale, fitting.sheets.length]).toEqual([0.88, 1]);
    expect([long.scale, long.sheets.length]).toEqual([1.25, 2]);
  });

  test('is large for a list without blocks, which has one sheet', () => {
    const layout = layOut({ blocks: [] });
    expect([layout.scale, listBlocks(layout)]).toEqual([1.25, [[]]]);
  });
});

describe('the sheets', () => {
  const createSheets = () =>
    layOut(
      {
        ...OVERDUE,
        blocks: [createBlock('a', 20), createBlock('b', 20), createBlock('c', 20)],
      },
      getFixedHeight(1.25) + getBlockHeight(1.25, 20) + 140,
    ).sheets;

  test('have numbers, and name the next block or end with the completion line', () => {
    expect(createSheets().map(({ number, total, closing }) => [number, total, ...toTexts(closing)])).toEqual([
      [1, 3, 'Continues on page 2 of 3: Title b'],
      [2, 3, 'Continues on page 3 of 3: Title c'],
      [3, 3, 'Say: “Complete”.'],
    ]);
  });

  test('all have the title and the audience, and only the first has the rest of the header', () => {
    const audience = 'Organization: Example. Items of others are included and start with “At”.';
    const [first, ...rest] = createSheets().map(({ header }) => ({
      mode: header.mode,
      title: toTexts(header.title),
      audience: toTexts(header.audience),
      objective: toTexts(header.objective),
      signals: toTexts(header.signals),
      warnings: toTexts(header.warnings).length,
      tried: toTexts(header.tried).length,
    }));
    const all = { mode: 'mixed', title: ['Planned reboot'], audience: [audience] };
    expect(first).toEqual({
      ...all,
      objective: ['All is back.'],
      signals: ['“no route to redis”'],
      warnings: 1,
      tried: 1,
    });
    const short = { ...all, objective: [], signals: [], warnings: 0, tried: 0 };
    expect(rest).toEqual([short, short]);
  });

  test('all have the same footer', () => {
    const footers = createSheets().map(({ footer }) => footer);
    expect(footers.every((footer) => footer === footers[0])).toBe(true);
  });

  test('have room for more on the second than on the first, which has the longer header', () => {
    const height = getFixedHeight(1) + getBlockHeight(1, 3) + A_BIT;
    const signals = ['one', 'two', 'three'];
    const taken = 3 * 14 + 12 + 6;
    const layout = layOut({ signals, blocks: [createBlock('a', 9), createBlock('b', 9)] }, height + taken);
    expect(layout.scale).toBe(1);
    expect(layout.sheets.map(({ blocks }) => blocks.map(({ items }) => items.length))).toEqual([
      [3],
      [3],
      [3],
      [6],
      [3],
    ]);
  });
});

describe('a block that is too long for a sheet', () => {
  const height = getFixedHeight(1) + getBlockHeight(1, 3) + A_BIT;

  test('is divided between items, and each later part is marked as continued', () => {
    const layout = layOut({ blocks: [createBlock('a', 8)] }, height);
    expect(listBlocks(layout)).toEqual([
      ['Title a | a-0 | a-1 | a-2'],
      ['Title a (continued) | a-3 | a-4 | a-5'],
      ['Title a (continued) | a-6 | a-7'],
    ]);
    const heights = layout.sheets.flatMap(({ blocks }) => blocks.map((block) => block.height));
    expect(heights.map(Math.round)).toEqual([3, 3, 2].map((count) => getBlockHeight(1, count)));
  });

  test('keeps its title on one sheet with its item if it has only one', () => {
    const layout = layOut({ blocks: [createBlock('a', 1)] }, getFixedHeight(0.76) + A_BIT);
    expect([layout.scale, listBlocks(layout)]).toEqual([1, [['Title a | a-0']]]);
  });

  test('has the mark only after the last line of its title', () => {
    const block = { ...createBlock('a', 12), title: 'One two' };
    const list: Checklist = { ...PLAIN, title: 'T', blocks: [block] };
    const paper = { width: 2 * MARGIN + 300, height: getFixedHeight(1) + getBlockHeight(1, 3) };
    const widthOf = (text: string) => (block.title.includes(text) ? text.length * 50 : 0);
    const titles = layoutChecklist(list, paper, widthOf).sheets.map(({ blocks }) =>
      blocks.map(({ title }) => toTexts(title)),
    );
    expect(titles[0]).toEqual([['One', 'two']]);
    expect(titles.at(-1)).toEqual([['One', 'two (continued)']]);
  });
});

describe('the header', () => {
  const getHeight = (list: Partial<Checklist>) => layOut(list).sheets[0]?.header.height;
  const plain = (20 + 3 + 27 + 15 + 14) * 1.25 + 30;

  test.each<[string, Partial<Checklist>, number]>([
    ['nothing else', {}, 0],
    ['two signals and their label', { signals: ['one', 'two'] }, 2 * 14 + 12 + 6],
    ['an attempt and its label', { tried: OVERDUE.tried }, 13 + 12 + 6],
    ['signals and attempts', { signals: ['one'], tried: OVERDUE.tried }, 14 + 13 + 2 * (12 + 6)],
    ['a warning', { outline: 'It is in the wiki.' }, 14 + 6],
  ])('has room for %s', (_, list, more) => {
    expect(getHeight(list)).toBeCloseTo(plain + more * 1.25);
  });
});

describe('the footer', () => {
  const getFooter = (list: Partial<Checklist>) => {
    const [sheet] = layOut(list).sheets;
    if (!sheet) throw new Error('There is no sheet');
    return sheet.footer;
  };

  test('has only the facts that the list has, and is as high as the code', () => {
    const footer = getFooter({});
    expect(toTexts(footer.lines)).toEqual([
      'Version abc123 · Newest evidence: not dated',
      'Owner: not set · Review date: not set',
      'https://example.org/kb/checklists/planned-reboot/',
    ]);
    expect(toTexts(footer.warning)).toEqual([]);
    expect(footer.height).toBeCloseTo(QR_SIZE + 22);
  });

  test('has sources and missing checks first, and grows if it has more lines than fit next to the code', () => {
    const footer = getFooter(OVERDUE);
    expect(toTexts(footer.lines)).toEqual([
      'From: Title n1 (Label n1)',
      '3 checks are not on this list: see its page.',
      'Version abc123 · Newest evidence: March 2015',
      'Owner: web team · Review by May 2026',
      'https://example.org/kb/checklists/planned-reboot/',
    ]);
    expect(toTexts(footer.warning)).toHaveLength(1);
    expect(footer.height).toBeCloseTo(14 + 5 * 12 + 22);
  });

  test('keeps its size at every scale', () => {
    expect(layOut({}).scale).toBe(1.25);
    expect(getFooter(OVERDUE).lines.style).toEqual(STYLES.footer);
    expect(getFooter(OVERDUE).warning.style).toEqual(STYLES.warning);
  });
});

describe('the width', () => {
  const layOutWide = (list: Partial<Checklist>, width: number) =>
    layoutChecklist({ ...PLAIN, ...list }, { width, height: MANY_POINTS }, (text) => text.length).sheets[0];

  test('of the footer has room for the code', () => {
    const width = 2 * MARGIN + QR_SIZE + COLUMN_GAP + PLAIN.address.length;
    expect(layOutWide({}, width + A_BIT)?.footer.lines.lines).toHaveLength(3);
    expect(layOutWide({}, width - 1)?.footer.lines.lines).toHaveLength(4);
  });

  test('of the completion line has room for its box', () => {
    const width = 2 * MARGIN + BOX_SIZE + BOX_GAP + 200;
    const completion = 'x'.repeat(200);
    expect(layOutWide({ completion }, width + A_BIT)?.closing.lines).toHaveLength(1);
    expect(layOutWide({ completion }, width - 1)?.closing.lines).toHaveLength(2);
  });

  test('of the title is that of the paper without its margins', () => {
    const title = 'x'.repeat(200);
    expect(layOutWide({ title }, 2 * MARGIN + 200 + A_BIT)?.header.title.lines).toHaveLength(1);
    expect(layOutWide({ title }, 2 * MARGIN + 199)?.header.title.lines).toHaveLength(2);
  });
});
