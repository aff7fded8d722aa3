import { expect, test } from 'vitest';
import type { Checklist } from '../../../../src/knowledge/checklists/checklist.ts';
import { generateChecklist } from '../../../../src/knowledge/checklists/generate-checklist.ts';
import { divideIntoSheets } from '../../../../src/knowledge/checklists/print/browser-sheets.ts';
import { createSource } from '../small-source.ts';

/** @param count the items at each of two pause points */
function createList(count: number): Checklist {
  const checks = ['before', 'after'].flatMap((point) =>
    Array.from(
      { length: count },
      (_, index) => `deploy ${point}: Read ${point} number ${index} → yes [gnome]`,
    ),
  );
  const source = createSource({ a: { evidence: ['gnome'], checks } });
  return generateChecklist(source, { activity: 'deploy', services: [], tags: [] }, '2026-11-21');
}

function listSheets(list: Checklist): string[][] {
  return divideIntoSheets(list).map((blocks) => blocks.map(({ id }) => id));
}

test('keeps a list that fits on one sheet', () => {
  expect(listSheets(createList(5))).toEqual([['before', 'after']]);
});

test('divides a list that does not fit between pause points', () => {
  expect(listSheets(createList(6))).toEqual([['before'], ['after']]);
});

test('keeps room for symptoms on the first sheet', () => {
  expect(listSheets({ ...createList(5), signals: ['no route to redis', 'timeouts'] })).toEqual([
    ['before'],
    ['after'],
  ]);
});

test('returns one empty sheet for a list without blocks', () => {
  expect(divideIntoSheets({ ...createList(1), blocks: [] })).toEqual([[]]);
});
