import { expect, test } from 'vitest';
import { filterRecords, formatFilter, parseFilter } from '../../../src/knowledge/insights/filter-records.ts';
import type { InsightRecord } from '../../../src/knowledge/insights/insight-record.ts';

const create = (id: string, facts: Partial<InsightRecord>) =>
  ({ id, organization: 'oma', services: [], severity: 'sev1', ...facts }) as unknown as InsightRecord;
const RECORDS = [
  create('a', { team: 'web', year: 2019, services: ['redis'] }),
  create('b', { year: 2020, severity: 'sev2' }),
  create('c', { organization: 'other', team: 'web' }),
];
const filter = (query: string) =>
  filterRecords(RECORDS, parseFilter(new URLSearchParams(query))).map(({ id }) => id);

test('keeps the records of an organization or of one of its teams', () => {
  expect(filter('owner=oma')).toEqual(['a', 'b']);
  expect(filter('owner=oma/web')).toEqual(['a']);
});

test('keeps the records of a service, a severity and a year', () => {
  expect(filter('service=redis')).toEqual(['a']);
  expect(filter('severity=sev2')).toEqual(['b']);
  expect(filter('year=2019')).toEqual(['a']);
  expect(filter('severity=sev1&year=2020')).toEqual([]);
});

test('keeps everything without a filter, and ignores other parameters', () => {
  expect(filter('utm=x&owner=')).toEqual(['a', 'b', 'c']);
});

test('writes a filter as it reads it', () => {
  const query = '?owner=oma%2Fweb&year=2019';
  expect(formatFilter(parseFilter(new URLSearchParams(query)))).toBe(query);
  expect(formatFilter({})).toBe('');
});
