import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { describe, expect, test, vi } from 'vitest';
import { formatActionsCalendar } from '../../../src/knowledge/actions/actions-calendar.ts';
import { formatActionsCsv } from '../../../src/knowledge/actions/actions-csv.ts';
import { listActions } from '../../../src/knowledge/actions/list-actions.ts';
import type { Knowledge } from '../../../src/knowledge/graph/knowledge.ts';
import { createStories } from './story-with-actions.ts';

const TODAY = '2026-11-28';
const SITE = String.raw`ticketLinks: [{ pattern: 'PAY-(\d+)', address: 'https://tickets.example.org/$1' }]`;

function format(write: typeof formatActionsCsv, knowledge: Knowledge, today = TODAY): string {
  return write(listActions(knowledge, today), {
    knowledge,
    today,
    getAddress: ({ id }) => `https://example.org/kb/postmortems/${id}/`,
  });
}

const readCsv = (text: string) => parse(text, { bom: true, columns: true }) as Record<string, string>[];

describe('the CSV file', () => {
  test('has a line for each action, which a spreadsheet reads back', () => {
    const knowledge = createStories(
      {
        first: {
          started: '2020-03-10',
          tags: ['not-reboot-safe'],
          actions: [
            {
              text: 'Say "no", *twice*, and\nthen — 決済',
              owner: 'payments team',
              due: '2026-10',
              ticket: 'PAY-12',
              doneWhen: 'It is, done',
              lessons: ['start-at-boot', 'test-backups'],
            },
            { text: 'Close it', status: 'done', closed: '2020-04-01' },
          ],
        },
        later: { started: '2021', tags: ['not-reboot-safe'] },
      },
      SITE,
    );
    const text = format(formatActionsCsv, knowledge);
    expect(text.startsWith('\ufeffAction,Status,Overdue,')).toBe(true);
    const [first, second, ...more] = readCsv(text);
    expect(more).toEqual([]);
    expect(first).toEqual({
      Action: 'Say "no", twice, and then — 決済',
      Status: 'open',
      Overdue: 'yes',
      'As of': TODAY,
      Owner: 'payments team',
      Due: '2026-10',
      Closed: '',
      Type: 'prevent',
      Ticket: 'PAY-12',
      'Ticket address': 'https://tickets.example.org/12',
      'Done when': 'It is, done',
      'Why dropped': '',
      Lessons: 'Start services at boot; Start services at boot',
      'Times it happened again before it was closed': '1',
      Postmortem: 'The story of first',
      'Postmortem address': 'https://example.org/kb/postmortems/first/',
      'Incident started': '2020-03-10',
    });
    expect(second).toMatchObject({ Action: 'Close it', Status: 'done', Overdue: 'no', Closed: '2020-04-01' });
  });

  test('has no text that a spreadsheet reads as a formula', () => {
    const formulas = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '＝1',
      '=HYPERLINK("https://evil.example","x")',
    ];
    const actions = formulas.map((text) => ({ text, owner: text, ticket: text, doneWhen: text }));
    const rows = readCsv(format(formatActionsCsv, createStories({ one: { started: '2020', actions } })));
    expect(rows).toHaveLength(formulas.length);
    for (const row of rows) {
      for (const value of Object.values(row)) expect(value).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
    }
  });

  test('has no formula behind a semicolon, which separates cells in some countries', () => {
    const actions = [{ text: "Stop x;=cmd|' /C calc'!A0; @SUM(A1);y" }];
    const [row] = readCsv(format(formatActionsCsv, createStories({ one: { started: '2020', actions } })));
    expect(row?.Action).toBe("Stop x;'=cmd|' /C calc'!A0; '@SUM(A1);y");
  });

  test.each(['x;"=1+1;y is done', 'x; " "=1+1;y', 'x;""""@SUM(A1);y', 'x;＝1', 'x\t"=1+1', 'x\r\n=1+1'])(
    'has no formula in %j for a spreadsheet with another separator',
    (text) => {
      const written = format(
        formatActionsCsv,
        createStories({ one: { started: '2020', actions: [{ text, doneWhen: text, owner: text }] } }),
      );
      expect(written).not.toMatch(/[;\t\r\n][\s"]*[=+\-@＝＋－＠]/);
      for (const delimiter of [';', '\t']) {
        const cells = written
          .split(new RegExp(`[\\r\\n${delimiter}]`))
          .map((cell) => cell.replaceAll('"', '').trim());
        for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@＝＋－＠]/);
      }
    },
  );

  test('has only the names of columns without actions', () => {
    const text = format(formatActionsCsv, createStories({}));
    expect(text).toMatch(/^\ufeffAction,.*,Incident started\r\n$/);
    expect(readCsv(text)).toEqual([]);
  });
});

function readEvents(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

describe('the calendar', () => {
  const actions = [
    { text: 'Test, *then*; test', due: '2026-12-24', owner: 'payments team', ticket: 'PAY-1' },
    { text: 'Test it', due: '2026-11', status: 'in-progress' },
    { text: 'Test it', due: '2027' },
    { text: 'Be overdue', due: '2020-01-01' },
    { text: 'Have no date' },
    { text: 'Have no year', due: 'XXXX-01-01' },
    { text: 'Be done', due: '2026-12-01', status: 'done' },
    { text: 'Be unknown', due: '2026-12-01', status: 'unknown' },
    { text: 'Be dropped', due: '2026-12-01', status: 'dropped', dropped: 'Shut down.' },
  ];
  const create = (own: readonly object[] = actions) =>
    createStories({ first: { started: '2020-03-10', actions: own as typeof actions } }, SITE);

  test('has an event on the last day of each due date of an action that is not closed', () => {
    const events = readEvents(format(formatActionsCalendar, create()));
    const dates = events.map(({ summary, startDate }) => `${startDate} ${startDate.isDate} ${summary}`);
    expect(dates).toEqual([
      '2020-01-01 true Due: Be overdue',
      '2026-12-24 true Due: Test, then; test',
      '2027-12-31 true Due: Test it',
      '2026-11-30 true Due: Test it',
    ]);
    expect(events[1]?.description).toBe(
      'Due: 24 December 2026\nOwner: payments team\nTicket: PAY-1 https://tickets.example.org/1\nPostmortem: The story of first',
    );
    expect(events[1]?.component.getFirstPropertyValue('url')).toBe(
      'https://example.org/kb/postmortems/first/#actions',
    );
  });

  test('is the same on every day, in every time zone', () => {
    const texts = ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((zone) => {
      vi.stubEnv('TZ', zone);
      return format(formatActionsCalendar, create(), zone === 'UTC' ? '2019-01-01' : TODAY)
        .split('BEGIN:VEVENT')
        .toSorted();
    });
    vi.unstubAllEnvs();
    expect(texts[1]).toEqual(texts[0]);
    expect(texts[2]).toEqual(texts[0]);
    expect(texts[0]?.join('')).toContain('DTSTAMP:20200310T000000Z');
  });

  test('gives each event an id of its own, which stays when other actions and the date change', () => {
    const ids = (own?: readonly object[]) =>
      new Map(
        readEvents(format(formatActionsCalendar, create(own))).map(({ summary, uid }) => [uid, summary]),
      );
    const before = ids();
    expect(before.size).toBe(4);
    const [first, ...rest] = actions;
    const after = ids([
      { text: 'Come first', due: '2026-12-03' },
      { ...first, due: '2028' },
      ...rest.slice(1),
    ]);
    const kept = [...before].find(([, summary]) => summary === 'Due: Test, then; test')?.[0] ?? '';
    expect(after.get(kept)).toBe('Due: Test, then; test');
    expect(kept).toMatch(/^action-[0-9a-f]{24}@example\.org$/);
  });

  test('follows RFC 5545: lines end in CRLF and have at most 75 bytes, and there is a component', () => {
    const long = [{ text: `Read ${'決済と'.repeat(60)}`, due: '2027' }];
    for (const text of [
      format(formatActionsCalendar, create(long)),
      format(formatActionsCalendar, createStories({})),
    ]) {
      expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(new ICAL.Component(ICAL.parse(text)).getAllSubcomponents().length).toBeGreaterThan(0);
    }
    expect(readEvents(format(formatActionsCalendar, createStories({})))).toEqual([]);
    expect(readEvents(format(formatActionsCalendar, create(long)))[0]?.summary).toBe(`Due: ${long[0]?.text}`);
  });
});
