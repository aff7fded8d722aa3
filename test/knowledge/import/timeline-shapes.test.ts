import { describe, expect, test } from 'vitest';
import {
  createTimeContext,
  readEventTime,
  readZoneStatement,
} from '../../../src/knowledge/import/event-times.ts';
import { parseMarkdown } from '../../../src/knowledge/import/markdown-reader.ts';
import { findEvents } from '../../../src/knowledge/import/timeline-events.ts';

function eventsIn(markdown: string, day?: string, offset?: string) {
  return findEvents(parseMarkdown(markdown).children, createTimeContext(day, offset)).map(
    ({ at = '-', text }) => `${at} ${text}`,
  );
}

describe('the time at the start of an event', () => {
  test.each([
    ['2023-11-02 08:05 UTC - it begins', '2023-11-02T08:05Z', 'it begins'],
    ['2023-11-02 08:05 UTC it begins', '2023-11-02T08:05Z', 'it begins'],
    ['2023-11-02T08:05:10Z it begins', '2023-11-02T08:05:10Z', 'it begins'],
    ['[2023-11-02 08:05 UTC] it begins', '2023-11-02T08:05Z', 'it begins'],
    ['2023-11-02, 8:05 PM UTC: it begins', '2023-11-02T20:05Z', 'it begins'],
    ['Nov 2, 2023 12:10 a.m. UTC it begins', '2023-11-02T00:10Z', 'it begins'],
    ['2 November 2023 at 08:05 (UTC+1) – it begins', '2023-11-02T08:05+01:00', 'it begins'],
    ['2023-11-02 08:05 CET (UTC+1) | it begins', '2023-11-02T08:05+01:00', 'it begins'],
    ['2023-11-02 08:05 -0500 it begins', '2023-11-02T08:05-05:00', 'it begins'],
    ['2023-11-02: it begins', '2023-11-02', 'it begins'],
    ['2.11.2023 8:05 Uhr (UTC+1): it begins', '2023-11-02T08:05+01:00', 'it begins'],
  ])('%j', (text, at, rest) => {
    expect(readEventTime(text, createTimeContext())).toMatchObject({ at, rest, isComplete: true });
  });

  test.each([
    // The abbreviation has no offset: two of these zones share it.
    ['2023-11-02 08:05 CET - it begins', '2023-11-02'],
    ['2023-11-02 08:05 - it begins', '2023-11-02'],
    ['08:05 UTC - it begins', undefined],
    ['~2023-11-02 08:05 UTC it begins', '2023-11-02T08:05Z'],
    ['2023-11-02 08:05 - 08:20 UTC it lasts', '2023-11-02'],
  ])('%j is not complete', (text, at) => {
    expect(readEventTime(text, createTimeContext())).toMatchObject({ at, isComplete: false });
  });

  test.each([
    'it begins at 08:05',
    '2023-11-02-restart ran',
    '12 hosts fail',
    '8:05:99:1 x',
    '1.2.3.4 is down',
    'May is over',
  ])('%j starts with none', (text) => {
    expect(readEventTime(text, createTimeContext())).toBeUndefined();
  });
});

test.each([
  ['All times in UTC.', 'Z'],
  ['All times are in CEST (UTC+2).', '+02:00'],
  ['Times below are UTC-05:00', '-05:00'],
  ['Alle Zeiten in UTC', 'Z'],
  ['Toutes les heures sont en UTC.', 'Z'],
  ['時刻はすべて UTC です', 'Z'],
  ['All times in CET.', undefined],
  ['At that time, 08:05 UTC, it began.', undefined],
  ['The utc package was updated.', undefined],
])('%j gives the offset %j to all times', (text, offset) => {
  expect(readZoneStatement(text, createTimeContext())).toBe(offset);
});

describe('events', () => {
  test('take the day of the sub-heading, of the event before, or of the page', () => {
    expect(eventsIn('### 2023-11-02\n\n- 23:50 - a\n- 00:10 - b\n', undefined, 'Z')).toEqual([
      '2023-11-02T23:50Z a',
      '2023-11-03T00:10Z b',
    ]);
    expect(eventsIn('- 2023-11-02 08:05 - a\n- 08:30 - b', undefined, 'Z')).toEqual([
      '2023-11-02T08:05Z a',
      '2023-11-02T08:30Z b',
    ]);
    expect(eventsIn('- 08:05 UTC - a', '2023-11-02')).toEqual(['2023-11-02T08:05Z a']);
    expect(eventsIn('**2 November 2023**\n\n- 08:05 UTC - a')).toEqual(['2023-11-02T08:05Z a']);
    expect(eventsIn('- 2 November 2023\n  - 08:05 UTC - a\n- 3 November 2023\n  - 09:05 UTC - b')).toEqual([
      '2023-11-02T08:05Z a',
      '2023-11-03T09:05Z b',
    ]);
  });

  test('have no day if the clock goes back in the middle of one', () => {
    expect(eventsIn('- 12:00 - a\n- 10:00 - b', '2023-11-02', 'Z')).toEqual([
      '2023-11-02T12:00Z a',
      '- 10:00 - b',
    ]);
  });

  test.each([
    ['paragraphs', '2023-11-02 08:05 UTC - a.\n\nMore of it.\n\n2023-11-02 08:30 UTC - b'],
    ['lines', '2023-11-02 08:05 UTC - a. More of it.\n2023-11-02 08:30 UTC - b'],
    ['sub-headings', '### 2023-11-02 08:05 UTC\n\na. More of it.\n\n### 08:30 UTC\n\nb'],
    ['sub-headings with words', '### 2023-11-02 08:05 UTC - a.\n\nMore of it.\n\n### 08:30 UTC: b'],
    ['bold times', '- **2023-11-02 08:05 UTC**: a. More of it.\n- **08:30 UTC**: b'],
    ['a table', '| When | What |\n|---|---|\n| 2023-11-02 08:05 UTC | a. More of it. |\n| 08:30 UTC | b |'],
    [
      'a table with the zone in its head',
      '| Time (UTC) | What |\n|---|---|\n| 2023-11-02 08:05 | a. More of it. |\n| 08:30 | b |',
    ],
    [
      'a table with a day and a time',
      '| Date | Time (UTC) | What |\n|---|---|---|\n| 2023-11-02 | 08:05 | a. More of it. |\n| | 08:30 | b |',
    ],
    [
      'a table with the time last',
      '| What | Time (UTC) |\n|---|---|\n| a. More of it. | 2023-11-02 08:05 |\n| b | 08:30 |',
    ],
    [
      'a table without heads',
      '| | |\n|---|---|\n| 2023-11-02 08:05 UTC | a. More of it. |\n| 08:30 UTC | b |',
    ],
    ['code', '```\n2023-11-02 08:05 UTC a. More of it.\n2023-11-02 08:30 UTC b\n```'],
    ['a quotation', '> - 2023-11-02 08:05 UTC a. More of it.\n> - 08:30 UTC b'],
  ])('are found in %s', (_, markdown) => {
    expect(eventsIn(markdown)).toEqual(['2023-11-02T08:05Z a. More of it.', '2023-11-02T08:30Z b']);
  });

  test('keep nested items apart', () => {
    expect(eventsIn('- 2023-11-02 08:05 UTC - deploy\n  - by the pipeline\n  - of `4.2`')).toEqual([
      '2023-11-02T08:05Z deploy; by the pipeline; of 4.2',
    ]);
  });

  test('can end with their time', () => {
    expect(eventsIn('- First detected 2023-11-02 08:05 UTC')).toEqual(['2023-11-02T08:05Z First detected']);
  });
});
