import { describe, expect, test } from 'vitest';
import { createDraft } from '../../../src/knowledge/import/draft.ts';
import { findDurations, offerPeriod } from '../../../src/knowledge/import/duration-phrases.ts';
import { findOnlyYear } from '../../../src/knowledge/import/event-times.ts';
import { readMarkdown } from '../../../src/knowledge/import/markdown-reader.ts';
import { readText } from '../../../src/knowledge/import/text-reader.ts';
import { createVocabularyLookup } from '../../../src/knowledge/import/vocabulary-lookup.ts';
import { SMALL_CONTENT } from './small-import-content.ts';

function draftOf(text: string, path = 'a.md'): string {
  return createDraft(readMarkdown({ path, text }), {
    kind: 'postmortem',
    vocabulary: createVocabularyLookup(SMALL_CONTENT),
    isTaken: () => false,
  }).text;
}

describe('how long an incident lasted', () => {
  test.each([
    ['Mail was late for 66 minutes.', 'PT66M'],
    ['The outage lasted 3:05 h, and nobody noticed.', 'PT3H5M'],
    ['It lasted 1h 20m.', 'PT1H20M'],
    ['Orders failed for an hour and a half, in two regions.', 'PT1H30M'],
    ['Orders failed for an hour and three quarters.', 'PT1H45M'],
    ['Orders failed for half an hour.', 'PT30M'],
    ['The repair took 4 hours and 20 minutes.', 'PT4H20M'],
    ['The site was down for just under two hours.', 'PT2H~'],
    ['This two-hour outage was the second.', 'PT2H'],
    ['Die Störung dauerte 45 Minuten.', 'PT45M'],
    ['Le site était indisponible pendant 2 heures.', 'PT2H'],
    ['La caída duró tres horas.', 'PT3H'],
  ])('%s', (text, duration) => {
    expect(findDurations(text).map((found) => found.duration)).toEqual([duration]);
  });

  test.each(['We looked for a second time.', 'After 5 minutes it was back.', 'We waited for days.'])(
    'is not in %j',
    (text) => {
      expect(findDurations(text)).toEqual([]);
    },
  );

  test('is offered with the words of the source, and not taken', () => {
    const text = draftOf('# Mail is late\n\nMail was late for 66 minutes on 3 March 2024.\n');
    expect(text).toContain('# From "for 66 minutes".');
    expect(text).toContain('# duration: PT66M');
    expect(text).not.toMatch(/^duration:/m);
  });
});

describe('a period', () => {
  test('offers the start and the end with the offset that it names', () => {
    const offers = offerPeriod('Mail was late from 14:02 to 15:10 UTC.', {
      day: '2024-03-03',
      offset: undefined,
    });
    expect(offers.map(({ field, items }) => [field, items[0]?.text])).toEqual([
      ['started', '2024-03-03T14:02Z'],
      ['resolved', '2024-03-03T15:10Z'],
      ['duration', 'PT1H8M'],
    ]);
  });

  test.each([
    ['Between 08:05 and 10:01 CET, mail was late.', '2024-03-03', ['duration']],
    ['Between 08:05 and 10:01 GMT, mail was late.', undefined, ['duration']],
    ['Between 23:30 and 00:15 UTC, mail was late.', '2024-03-03', ['duration']],
    ['From 08:05 to 09:00 UTC and from 10:00 to 11:00 UTC.', '2024-03-03', []],
  ])('is not more exact than %j', (text, day, fields) => {
    expect(offerPeriod(text, { day, offset: undefined }).map(({ field }) => field)).toEqual(fields);
  });
});

describe('a date without its year', () => {
  test('has the year at the head of the page', () => {
    const text = draftOf(
      '# Mail is late\n\nDate: 25 March 2024. All times are in UTC.\n\n## Timeline\n\n- 25 March, 07:50: it begins\n- Mar 26, 12:15 AM: it ends\n',
    );
    expect(text).toContain('at: 2024-03-25T07:50Z');
    expect(text).toContain('at: 2024-03-26T00:15Z');
  });

  test('has the year in the title, if it is the only one', () => {
    const timeline = '\n\n## Timeline (UTC)\n\n- 25 March 07:50 it begins\n';
    expect(draftOf(`# Mail is late, spring 2024${timeline}`)).toContain('at: 2024-03-25T07:50Z');
    expect(draftOf(`# Mail is late, 2023 and 2024${timeline}`)).not.toContain('03-25T07:50Z');
    expect(draftOf(`# Mail is late${timeline}`)).not.toContain('03-25T07:50Z');
  });

  test('is the nearest one to the day of the page', () => {
    const text = draftOf(
      '# Mail is late\n\n**Date:** 2023-12-31\n\n## Timeline (UTC)\n\n- 31 December 23:50 it begins\n- 1 January 00:10 it ends\n',
    );
    expect(text).toContain('at: 2023-12-31T23:50Z');
    expect(text).toContain('at: 2024-01-01T00:10Z');
  });

  test.each([
    ['Incident review, March 2024', '2024'],
    ['port 2024:80', undefined],
    ['in 2023 and 2024', undefined],
    ['v1.2024.3', undefined],
  ])('%j names the year %j', (text, year) => {
    expect(findOnlyYear(text)).toBe(year);
  });
});

test('a start with its zone in its name has its clock time', () => {
  expect(
    draftOf('# Mail is late\n\n### Start time (UTC)\n\n2024-06-27 11:04\n\n### Severity\n\nSEV2\n'),
  ).toMatch(/^started: 2024-06-27T11:04Z$/m);
});

test('a start with a clock time replaces the day that another field names', () => {
  const text = draftOf(
    '# Mail is late\n\n### Incident date\n\n2024-06-27\n\n### Start time (UTC)\n\n2024-06-27 11:04\n\n### Severity\n\nSEV2\n',
  );
  expect(text).toMatch(/^started: 2024-06-27T11:04Z$/m);
});

test('front matter names times in the words of templates', () => {
  const text = draftOf(
    '---\ntitle: Mail is late\nincident_start: 2024-10-06 10:00 +0200\nincident-end: 2024-10-06 11:00 +0200\n---\nText.\n',
  );
  expect(text).toMatch(/^started: 2024-10-06T10:00\+02:00$/m);
  expect(text).toMatch(/^resolved: 2024-10-06T11:00\+02:00$/m);
});

test('factors that a paragraph counts are offered one by one, without the sentence before them', () => {
  const text = draftOf(
    '# Mail is late\n\n## Root causes\n\nThree things came together:\n\nFirst, the disk was full. It had been for a day. Second, no alert looked at it. Third, the spare disk was too small.\n',
  );
  const offered = text.split('\n').filter((line) => line.startsWith('#   - text:'));
  expect(offered).toEqual([
    '#   - text: First, the disk was full. It had been for a day.',
    '#   - text: Second, no alert looked at it.',
    '#   - text: Third, the spare disk was too small.',
  ]);
});

test('one sentence with "first" is one factor', () => {
  const text = draftOf('# Mail is late\n\n## Root causes\n\nThe disk was full. First, we saw no alert.\n');
  expect(text).toContain('#   - text: The disk was full. First, we saw no alert.');
});

test('what went well, wrong and by luck below the lessons goes to its own field', () => {
  const text = draftOf(
    '# Mail is late\n\nText.\n\n## Lessons learned\n\n### What went well\n\n- The alert came.\n\n### What went wrong\n\n- The page was old.\n\n### Where did we get lucky?\n\n- It was night.\n\n## Links\n\nNone.\n',
  );
  expect(text).toMatch(/^wentWell:\n {2}- The alert came\.$/m);
  expect(text).toMatch(/^wentWrong:\n {2}- The page was old\.$/m);
  expect(text).toMatch(/^lucky:\n {2}- It was night\.$/m);
  expect(text).not.toContain('Lessons learned');
});

test('other lessons next to them are offered', () => {
  const text = draftOf(
    '# Mail is late\n\nText.\n\n## Lessons learned\n\n- Watch the disk.\n\n### What went well\n\n- The alert came.\n',
  );
  expect(text).toContain('#   - Watch the disk.');
  expect(text).toContain('## Lessons learned');
  expect(text).toMatch(/^wentWell:\n {2}- The alert came\.$/m);
});

describe('a status page copied as text', () => {
  const events = (text: string) => text.split('\n').filter((line) => /^# {3}(?:- at| {2}text):/.test(line));

  test('offers its updates from the first to the last', () => {
    const text = createDraft(
      readText({
        path: 'a.txt',
        text: 'Example Status\nIncident history\n\nMail is late\n============\n\nResolved\n--------\n\nMail is back.\n\nPosted Jul 03, 2024 - 21:14 UTC\n\nIdentified\n----------\n\nA disk is full.\n\nPosted Jul 03, 2024 - 19:05 UTC\n\nInvestigating\n-------------\n\nMail is late.\n\nPosted Jul 03, 2024 - 17:46 UTC\n',
      }),
      {
        kind: 'postmortem',
        vocabulary: createVocabularyLookup(SMALL_CONTENT),
        isTaken: () => false,
      },
    ).text;
    expect(text).toContain('title: Mail is late');
    expect(events(text)).toEqual([
      '#   - at: 2024-07-03T17:46Z',
      '#     text: "Investigating: Mail is late."',
      '#   - at: 2024-07-03T19:05Z',
      '#     text: "Identified: A disk is full."',
      '#   - at: 2024-07-03T21:14Z',
      '#     text: "Resolved: Mail is back."',
    ]);
  });

  test('with the status before the words, and with days without a year', () => {
    const text = draftOf(
      '# Mail is late\n\nJuly 2024\n\n**Resolved** - Mail is back.\nJul 3, 21:14 UTC\n\n**Monitoring** - A disk is free.\nJul 3, 19:05 UTC\n',
    );
    expect(events(text)).toEqual([
      '#   - at: 2024-07-03T19:05Z',
      '#     text: "Monitoring: A disk is free."',
      '#   - at: 2024-07-03T21:14Z',
      '#     text: "Resolved: Mail is back."',
    ]);
  });

  test('is not a page that has a section with such a name', () => {
    expect(draftOf('# Mail is late\n\n## Monitoring\n\nWe have none.\n\n2024-07-03\n')).not.toContain(
      'updates of the status page',
    );
  });
});
