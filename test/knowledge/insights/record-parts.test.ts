import { beforeAll, expect, test } from 'vitest';
import { createInsightRecords } from '../../../src/knowledge/insights/create-records.ts';
import type { InsightRecord } from '../../../src/knowledge/insights/insight-record.ts';
import { divideRecords, unpackRecords } from '../../../src/knowledge/insights/record-parts.ts';
import { createVariedKnowledge } from './varied-content.ts';

const MAX_BYTES = 100_000;

let records: InsightRecord[];

beforeAll(async () => {
  records = createInsightRecords((await createVariedKnowledge(700)).knowledge, '2026-11-28');
}, 60_000);

const countBytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

test('the parts contain every record as it was, in its order', () => {
  const parts = divideRecords(records);
  expect(parts.length).toBeGreaterThan(1);
  const loaded: typeof parts = JSON.parse(JSON.stringify(parts));
  expect(loaded.flatMap(unpackRecords)).toEqual(records);
});

test('no part is larger than 100 KB, whatever its texts are, and each is nearly full', () => {
  const wide = records.map((record, at) => ({ ...record, title: '図'.repeat(60 + (at % 40)) }));
  for (const all of [records, wide]) {
    const sizes = divideRecords(all).map(countBytes);
    expect(Math.max(...sizes)).toBeLessThan(MAX_BYTES);
    for (const size of sizes.slice(0, -1)) expect(size).toBeGreaterThan(MAX_BYTES * 0.85);
  }
});

test('approximate times, unknown years and missing teams stay as they are', () => {
  const [first] = records;
  if (!first) throw new Error('There are no records');
  const { team: _, year: __, quarter: ___, ...rest } = first;
  const odd: InsightRecord[] = [
    {
      ...rest,
      issues: [{ id: 'a', again: true }],
      times: {
        detect: { seconds: 0, approximate: true },
        mitigate: 'imprecise',
        resolve: 'not given',
        duration: { seconds: 60, approximate: false },
      },
    },
    { ...rest, year: 2019 },
    { ...rest, team: 'web', year: 2019, quarter: 2 },
  ];
  expect(divideRecords(odd).flatMap(unpackRecords)).toEqual(odd);
});

test('there are no parts without records', () => {
  expect(divideRecords([])).toEqual([]);
});
