import { expect, test } from 'vitest';
import { NOTE_HEAD, POSTMORTEM_HEAD, runRule } from '../../small-content.ts';

const find = (path: string, text: string) =>
  runRule('max-entries', { [path]: text }).map(({ line, message }) => `${line} ${message}`);
const repeat = (count: number, item: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => item(index)).join('');

test.each([
  ['services', 2_000],
  ['tags', 1_000],
  ['organizations', 1_000],
  ['activities', 100],
])('%s: accepts %d entries and no more', (name, limit) => {
  const entries = (count: number) =>
    find(
      `vocabulary/${name}.yaml`,
      repeat(count, (index) => `- id: x${index}\n`),
    );
  expect(entries(limit)).toEqual([]);
  expect(entries(limit + 1)).toEqual([
    `${limit + 1} Unexpected ${limit + 1} entries in this file, expected at most ${limit}`,
  ]);
});

test('accepts 5,000 redirects and no more', () => {
  const redirects = (count: number) =>
    find(
      'redirects.yaml',
      repeat(count, () => '- kind: note\n'),
    );
  expect(redirects(5_000)).toEqual([]);
  expect(redirects(5_001)).toHaveLength(1);
});

test('accepts 1,000 items in a list of a page or of an entry and no more', () => {
  const services = (count: number) =>
    find(
      'postmortems/2018-01-01-a.mdx',
      POSTMORTEM_HEAD.replace(/\n---\n$/, `\nservices:\n${repeat(count, (index) => `  - s${index}\n`)}---\n`),
    );
  expect(services(1_000)).toEqual([]);
  expect(services(1_001)).toEqual([
    expect.stringContaining('Unexpected 1001 items in this list, expected at most 1000'),
  ]);
  const teams = repeat(1_001, (index) => `    - id: t${index}\n`);
  expect(find('vocabulary/organizations.yaml', `- id: a\n  teams:\n${teams}`)).toHaveLength(1);
});

test('accepts 100 procedures in a file and no more', () => {
  const procedures = (count: number) =>
    find(
      'notes/a.mdx',
      `${NOTE_HEAD}\n${repeat(count, (index) => `<Procedure id="p${index}" title="T" activity="emergency">\n\n1. Do it.\n\n</Procedure>\n\n`)}`,
    );
  expect(procedures(100)).toEqual([]);
  expect(procedures(101)).toHaveLength(1);
});

test('no team can switch it off', () => {
  const file = {
    'vocabulary/tags.yaml': `# allow max-entries: we need them\n${repeat(1_001, (index) => `- id: x${index}\n`)}`,
  };
  expect(runRule('max-entries', file)).toHaveLength(1);
});
