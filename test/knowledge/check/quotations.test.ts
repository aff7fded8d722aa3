import { describe, expect, test } from 'vitest';
import { isQuoted } from '../../../src/knowledge/check/quotations.ts';
import { createContent, LESSON_HEAD, POSTMORTEM_HEAD } from '../small-content.ts';

function isWordQuoted(text: string, path = 'lessons/x.mdx'): boolean {
  const file = createContent({ [path]: text }).files.find((candidate) => candidate.path.endsWith(path));
  if (!file) throw new Error('There is no such file');
  return isQuoted(file, text.indexOf('WORD'));
}

const LONG = 'many words '.repeat(200);

describe('a word in the body', () => {
  const table: [body: string, expected: boolean][] = [
    ['He said "this WORD there".', true],
    [`He said "${LONG} WORD ${LONG}".`, true],
    ['The “phrase WORD here” is not used.', true],
    ['„So WORD hier“ und «ainsi WORD» »so«', true],
    ["It was 'a WORD too'.", true],
    ['“The *strong* and [linked](https://example.org/) WORD”', true],
    ['“A quotation of two paragraphs\n\nwithout an end WORD', false],
    ['“Its last paragraph ends later: WORD', true],
    ["It wasn't a WORD, and isn't.", false],
    ['5" disks and a WORD of 3" disks', false],
    ['before "quoted" WORD "quoted" after', false],
    ['A lone " before a WORD here.', false],
    ['| "a WORD" | b |\n| --- | --- |', true],
  ];
  test.each(table)('%s', (body, expected) => {
    expect(isWordQuoted(`${LESSON_HEAD}\n${body}\n`)).toBe(expected);
  });
});

describe('a word in a field', () => {
  const table: [value: string, expected: boolean][] = [
    ['The WORD is plain.', false],
    ['"The WORD is plain."', false],
    ["'The WORD is plain.'", false],
    ['The “quoted WORD” is not.', true],
    ['"The \\"quoted WORD\\" is not."', true],
    ["'The ''quoted WORD'' is not.'", true],
    ['The `coded WORD` is not.', true],
    [`>-\n  The “${LONG}\n  WORD” is not.`, true],
  ];
  test.each(table)('%s', (value, expected) => {
    expect(isWordQuoted(LESSON_HEAD.replace('Services start by themselves.', value))).toBe(expected);
  });
});

test('the title of a source is not by the author', () => {
  const fields = POSTMORTEM_HEAD.replace(
    'impact: None.',
    'impact: None.\nsources:\n  - title: About a WORD\n',
  );
  expect(isWordQuoted(fields, 'postmortems/2018-03-10-x.mdx')).toBe(true);
});
