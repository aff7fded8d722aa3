import { describe, expect, test } from 'vitest';
import {
  compareProblems,
  createExcerpt,
  locateSpan,
  type Problem,
  quote,
} from '../../../src/knowledge/source/problem.ts';

describe('a span as lines and columns that count from 1', () => {
  const text = 'one\ntwo\r\nthree\rfour';
  const table: [start: number, end: number, place: string][] = [
    [0, 3, '1:1-1:4'],
    [4, 7, '2:1-2:4'],
    [9, 14, '3:1-3:6'],
    [15, 19, '4:1-4:5'],
    [2, 5, '1:3-2:2'],
    [19, 19, '4:5-4:5'],
    [500, 600, '4:5-4:5'],
    [6, 2, '2:3-2:3'],
  ];
  test.each(table)('%d to %d', (start, end, expected) => {
    const { line, column, endLine, endColumn } = locateSpan(text, { start, end });
    expect(`${line}:${column}-${endLine}:${endColumn}`).toBe(expected);
  });

  test('an empty file has a first place', () => {
    expect(locateSpan('', { start: 0, end: 3 })).toEqual({ line: 1, column: 1, endLine: 1, endColumn: 1 });
  });
});

/** The excerpt with its underline, as a terminal shows it. */
function drawn(text: string, start: number, end: number): string {
  const excerpt = createExcerpt(text, { start, end });
  return `${excerpt.text}\n${' '.repeat(excerpt.from)}${'^'.repeat(excerpt.length)}`;
}

describe('the line of a problem, underlined', () => {
  test('is cut out of its file', () => {
    expect(drawn('a: b\nkind: oops\nc: d', 11, 15)).toBe('kind: oops\n      ^^^^');
  });

  test('a span over several lines is underlined to the end of its first', () => {
    expect(drawn('a: b\nkind: oops\nc: d', 5, 21)).toBe('kind: oops\n^^^^^^^^^^');
  });

  test('an empty span underlines one place', () => {
    expect(drawn('title', 0, 0)).toBe('title\n^');
    expect(drawn('title', 5, 5)).toBe('title\n     ^');
    expect(drawn('', 0, 3)).toBe('\n^');
  });

  test('a place far along a long line is shown with what stands around it', () => {
    const text = `${'a'.repeat(300)}HERE${'b'.repeat(300)}`;
    const [line = '', mark = ''] = drawn(text, 300, 304).split('\n');
    expect(line).toBe(`…${'a'.repeat(60)}HERE${'b'.repeat(56)}…`);
    expect(mark).toBe(`${' '.repeat(61)}^^^^`);
  });

  test('what could rearrange a terminal is replaced, and a tab is one column', () => {
    expect(drawn('\tred \u001b[31m\u202e x', 1, 4)).toBe(' red �[31m� x\n ^^^');
  });
});

describe('the words of an author inside a message', () => {
  const table: [text: string, quoted: string][] = [
    ['sve2', '`sve2`'],
    ['a\n  b\tc', '`a b c`'],
    [' x ', '`x`'],
    ['red\u001b[31m', '`red�[31m`'],
    ['x'.repeat(81), `\`${'x'.repeat(79)}…\``],
    [`${'x'.repeat(78)}😀😀`, `\`${'x'.repeat(78)}…\``],
    ['x'.repeat(80), `\`${'x'.repeat(80)}\``],
  ];
  test.each(table)('%j', (text, quoted) => {
    expect(quote(text)).toBe(quoted);
  });
});

test('problems are read by file, then from top to bottom', () => {
  const problem = (path: string, line: number, column: number, rule: string): Problem => ({
    path,
    line,
    column,
    endLine: line,
    endColumn: column,
    rule,
    severity: 'error',
    message: '',
  });
  const sorted = [
    problem('content/b.mdx', 1, 1, 'x'),
    problem('content/a.mdx', 10, 1, 'x'),
    problem('content/a.mdx', 2, 9, 'x'),
    problem('content/a.mdx', 2, 3, 'z'),
    problem('content/a.mdx', 2, 3, 'y'),
  ].sort(compareProblems);
  expect(sorted.map(({ path, line, column, rule }) => `${path}:${line}:${column} ${rule}`)).toEqual([
    'content/a.mdx:2:3 y',
    'content/a.mdx:2:3 z',
    'content/a.mdx:2:9 x',
    'content/a.mdx:10:1 x',
    'content/b.mdx:1:1 x',
  ]);
});
