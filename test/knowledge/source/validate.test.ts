import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  describeExpected,
  getDescription,
  getReferenceKind,
  getSchemaAt,
} from '../../../src/knowledge/schema/inspect-schema.ts';
import { postmortemSchema } from '../../../src/knowledge/schema/postmortem.ts';
import {
  duration,
  id,
  optionalList,
  reference,
  text,
  time,
  webAddress,
} from '../../../src/knowledge/schema/scalars.ts';
import { locateSpan } from '../../../src/knowledge/source/problem.ts';
import { validate } from '../../../src/knowledge/source/validate.ts';
import { type Path, parseYaml } from '../../../src/knowledge/source/yaml/yaml-source.ts';

const schema = z.strictObject({
  title: text.describe('What it is called.'),
  severity: z.enum(['sev1', 'sev2', 'unknown']).describe('How bad it was.'),
  started: time.optional(),
  services: optionalList(reference('service', 'involves')).describe('The services involved.'),
  timeline: optionalList(z.strictObject({ at: time, text: text.describe('What happened.') })),
  lessons: z.strictObject({ learned: optionalList(reference('lesson', 'learned')) }).default({ learned: [] }),
});

function faultsOf(source: string, judge: z.ZodType = schema, at?: Path): string[] {
  return validate(judge, parseYaml(source), at).errors.map(({ rule, message, hint, span }) => {
    const { line, column } = locateSpan(source, span);
    return `${line}:${column} ${rule}: ${message}${hint ? ` (${hint})` : ''}`;
  });
}

test('data that is right comes back with what was left out', () => {
  const { data, errors: faults } = validate(
    schema,
    parseYaml('title: Outage\nseverity: sev2\nservices: [redis]'),
  );
  expect(faults).toEqual([]);
  expect(data).toEqual({
    title: 'Outage',
    severity: 'sev2',
    services: ['redis'],
    timeline: [],
    lessons: { learned: [] },
  });
});

describe('words errors for authors', () => {
  const table: [source: string, ...faults: string[]][] = [
    [
      'title: a\nseverity: sve2',
      '2:11 valid-value: Unexpected `sve2`, expected one of sev1, sev2, unknown (Did you mean `sev2`?)',
    ],
    [
      'title: a\nseverity: critical',
      '2:11 valid-value: Unexpected `critical`, expected one of sev1, sev2, unknown (Did you mean `sev1`?)',
    ],
    ['title: a\nseverity:', '2:1 valid-value: Unexpected empty value, expected one of sev1, sev2, unknown'],
    ['title: ""\nseverity: sev1', '1:8 valid-value: Unexpected empty value, expected text'],
    ['title: [a]\nseverity: sev1', '1:8 valid-value: Unexpected list, expected text (Did you mean `a`?)'],
    ['title: {a: b}\nseverity: sev1', '1:8 valid-value: Unexpected fields, expected text'],
    ['severity: sev1', '1:1 required-field: Missing field `title`, expected text (What it is called.)'],
    [
      'title: a',
      '1:1 required-field: Missing field `severity`, expected one of sev1, sev2, unknown (How bad it was.)',
    ],
    [
      'titel: a\nseverity: sev1',
      '1:1 required-field: Missing field `title`, expected text (What it is called.)',
      '1:1 known-field: Unknown field `titel`, expected one of title, severity, started, services, timeline, lessons (Did you mean `title`?)',
    ],
    [
      'title: a\nseverity: sev1\nlayout: b\n__proto__: c',
      '3:1 known-field: Unknown fields `layout`, `__proto__`, expected one of title, severity, started, services, timeline, lessons',
    ],
    [
      'title: a\nseverity: sev1\nservices: redis',
      '3:11 valid-value: Unexpected `redis`, expected a list in which each item is the id of a service (Did you mean `[redis]`?)',
    ],
    [
      'title: a\nseverity: sev1\nservices: [redis, ""]',
      '3:19 valid-value: Unexpected empty value, expected the id of a service',
    ],
    [
      'title: a\nseverity: sev1\ntimeline:\n  - at: 2018-03-10\n  - text: b\n    what: c',
      '4:5 required-field: Missing field `text`, expected text (What happened.)',
      '5:5 required-field: Missing field `at`, expected a time in EDTF: 2018-03-10, 2015-03, 2018-03-10~ (approximate), XXXX-03-21 (year not known) or 2018-03-10T09:30:00-05:00',
      '6:5 known-field: Unknown field `what`, expected one of at, text',
    ],
    [
      'title: a\nseverity: sev1\ntimeline: [soon]',
      '3:12 valid-value: Unexpected `soon`, expected the fields at, text',
    ],
    [
      'title: a\nseverity: sev1\ntimeline: soon',
      '3:11 valid-value: Unexpected `soon`, expected a list in which each item has the fields at, text',
    ],
    [
      'title: a\nseverity: sev1\nlessons: [b]',
      '3:10 valid-value: Unexpected list, expected the field learned',
    ],
    [
      '',
      '1:1 required-field: Missing field `title`, expected text (What it is called.)',
      '1:1 required-field: Missing field `severity`, expected one of sev1, sev2, unknown (How bad it was.)',
    ],
    [
      '- a',
      '1:1 valid-value: Unexpected list, expected the fields title, severity, started, services, timeline, lessons',
    ],
    [
      'just text',
      '1:1 valid-value: Unexpected `just text`, expected the fields title, severity, started, services, timeline, lessons',
    ],
  ];
  test.each(table)('%j', (source, ...faults) => {
    expect(faultsOf(source)).toEqual(faults);
  });

  test('about unknown fields of all items of a list once', () => {
    expect(
      faultsOf(
        'title: a\nseverity: sev1\ntimeline:\n  - {at: 2018, text: b, who: c, txt: d}\n  - {at: 2018, text: b, who: c}',
      ),
    ).toEqual([
      '4:25 known-field: Unknown fields `who`, `txt`, expected one of at, text (Did you mean `text` for `txt`?)',
    ]);
  });

  test('about seven unknown fields of a postmortem once, with advice', () => {
    const names = [
      'owners',
      'tenants',
      'environment',
      'customersAffected',
      'revenueLost',
      'slackChannel',
      'statsu',
    ];
    const found = validate(postmortemSchema, parseYaml(names.map((name) => `${name}: x\n`).join('')));
    const unknown = found.errors.filter(({ rule }) => rule === 'known-field');
    expect(unknown.map(({ hint }) => hint)).toEqual([
      'Did you mean `environments` for `environment`, `status` for `statsu`? Put other facts in the text, or add the page that states them to `sources`.',
    ]);
    expect(unknown[0]?.message.match(/expected one of/g)).toHaveLength(1);
    for (const name of names) expect(unknown[0]?.message).toContain(`\`${name}\``);
  });

  test('everything at once', () => {
    expect(faultsOf('severity: high\nstarted: soon\nservices: [""]\nlayout: x')).toEqual([
      '1:1 required-field: Missing field `title`, expected text (What it is called.)',
      '1:11 valid-value: Unexpected `high`, expected one of sev1, sev2, unknown (Did you mean `sev2`?)',
      '2:10 valid-value: Unexpected `soon`, expected a time in EDTF: 2018-03-10, 2015-03, 2018-03-10~ (approximate), XXXX-03-21 (year not known) or 2018-03-10T09:30:00-05:00',
      '3:12 valid-value: Unexpected empty value, expected the id of a service',
      '4:1 known-field: Unknown field `layout`, expected one of title, severity, started, services, timeline, lessons',
    ]);
  });

  test('in one item of a list', () => {
    const item = z.strictObject({ id });
    expect(faultsOf('- id: redis\n- id: Redis', item, [1])).toEqual([
      '2:7 valid-value: Unexpected `Redis`, expected an id: lower-case words joined by hyphens (Did you mean `redis`?)',
    ]);
    expect(faultsOf('- id: redis\n- redis\n-', item, [1])).toEqual([
      '2:3 valid-value: Unexpected `redis`, expected the field id',
    ]);
    expect(faultsOf('- id: redis\n-', item, [1])).toEqual([
      '2:2 valid-value: Unexpected empty value, expected the field id',
    ]);
  });

  test('a list that may not be empty', () => {
    expect(
      faultsOf('points: []', z.strictObject({ points: z.array(z.strictObject({ id })).min(1) })),
    ).toEqual([
      '1:9 valid-value: Unexpected empty list, expected a list in which each item has the field id',
    ]);
  });
});

describe('scalars take their notation and nothing else', () => {
  const table: [name: string, schema: z.ZodType, right: string[], wrong: string[]][] = [
    [
      'an id',
      id,
      ['redis', 'a-b-2', '2009-12'],
      ['Redis', 'a_b', 'a--b', '-a', 'a-', 'a b', '../x', '__proto__'],
    ],
    ['text', text, ['a', ' a ', 'no'], ['', ' ', '\n']],
    ['a time', time, ['2018-03-10', 'XXXX-03-21', '2018~'], ['10/3/2018', 'unknown', '2018-03-10T09:30']],
    ['a duration', duration, ['PT50M', 'PT1H~'], ['50 minutes', 'P1M', 'unknown']],
    [
      'an address',
      webAddress,
      [
        'https://example.org',
        'http://example.org/a?b#c',
        'http://localhost:4321/kb/',
        'https://[::1]:8080/',
        'https://bücher.example/ü',
        'https://web.archive.org/web/2020if_/http://a_b.example/(c)',
      ],
      [
        'example.org',
        '//example.org',
        'javascript:alert(1)',
        'data:text/html,x',
        'mailto:a@example.org',
        'https:',
        'ftp://example.org',
        'https://a;sandbox/',
        'https://*/',
        "https://'unsafe-inline'/",
        'https://$host/',
      ],
    ],
  ];
  test.each(table)('%s', (_, judge, right, wrong) => {
    expect(right.filter((value) => !judge.safeParse(value).success)).toEqual([]);
    expect(wrong.filter((value) => judge.safeParse(value).success)).toEqual([]);
  });
});

describe('what a schema says of itself', () => {
  test('the schema of any field is found by its path', () => {
    const at = getSchemaAt(schema, ['timeline', 0, 'text']);
    expect(at && getDescription(at)).toBe('What happened.');
    expect(getSchemaAt(schema, ['timeline', 0, 'nothing', 'there'])).toBeUndefined();
    expect(getSchemaAt(schema, ['constructor'])).toBeUndefined();
    expect(getSchemaAt(schema, ['__proto__', 'title'])).toBeUndefined();
  });

  test('a description is found around a default', () => {
    expect(getDescription(getSchemaAt(schema, ['services']))).toBe('The services involved.');
    expect(getDescription(undefined)).toBeUndefined();
  });

  test('an id knows its kind; with the article of that kind', () => {
    const activity = reference('activity', 'checked-in');
    expect([
      getReferenceKind(activity),
      getReferenceKind(activity.optional()),
      getReferenceKind(text),
    ]).toEqual(['activity', 'activity', undefined]);
    expect(describeExpected(activity)).toBe('the id of an activity');
  });
});
