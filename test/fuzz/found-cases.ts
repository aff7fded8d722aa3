/**
 * Files that fuzzing has found, reduced: they made the check print unprintable characters, miss an error, or take a
 * time that grows with the square of the file's length. Those of the last kind repeat one piece of text.
 */
import { BASE_FILES } from './hostile-files.ts';

export interface FoundCase {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  /**
   * The start of the last problem in the file: `line:column rule, 9 more: message`. Empty if there is none. Only the
   * messages of parsers are stated here.
   */
  readonly expected: string;
}

const TEXT_LENGTH = 30_000;
const LESSON = 'lessons/test-failover.mdx';
const SERVICES = 'vocabulary/services.yaml';
const HEAD = getBaseText(LESSON).slice(0, getBaseText(LESSON).indexOf('\n---\n') + '\n---\n'.length);

function getBaseText(path: string): string {
  return BASE_FILES.find((file) => file.path === path)?.text ?? '';
}

function createLessonCase(name: string, piece: string, expected: string, end = '', start = ''): FoundCase {
  return {
    name,
    path: LESSON,
    text: `${HEAD}\n${start}${piece.repeat(TEXT_LENGTH / piece.length)}${end}`,
    expected,
  };
}

function createStatementCase(name: string, piece: string, expected: string): FoundCase {
  const text = getBaseText(LESSON).replace(/(?<=statement: ).*/, () =>
    piece.repeat(TEXT_LENGTH / piece.length),
  );
  return { name, path: LESSON, text, expected };
}

const MARKERS =
  'valid-mdx: Unexpected amount of markup in one paragraph, expected at most 2000 markers; put logs in a code block';
const BLOCKS =
  'valid-mdx: Unexpected number of lists, quotations, footnotes and underlines, expected at most 2000 in one file; put logs in a code block';

const LAZY_LINES =
  'valid-mdx: Unexpected number of lines that continue a list item or quotation without its indent or `>`, expected at most 2000 in one file; put logs in a code block';

export const FOUND_CASES: readonly FoundCase[] = [
  createLessonCase('stars without an end', '*a', `8:4001 ${MARKERS}`),
  createLessonCase('stars between words', 'a*b', `8:6002 ${MARKERS}`),
  createLessonCase('brackets that lead nowhere', '[a]', `8:3001 ${MARKERS}`),
  createLessonCase('boxes to tick in a sentence', '[x]', `8:3001 ${MARKERS}`),
  createLessonCase('footnotes that lead nowhere', '[^a]', `8:4001 ${MARKERS}`),
  createLessonCase('titles of links without an end', '[a](b "', `8:7001 ${MARKERS}`),
  createLessonCase('headings that are underlined', 'a\n===\n', `2009:1 ${BLOCKS}`),
  createLessonCase('quotations', '> a\n\n', `2008:1 ${BLOCKS}`),
  createLessonCase(
    'items of one list',
    '1. a\n',
    '5008:4 valid-mdx: Unexpected number of list items, expected at most 5000 in one file; put logs in a code block',
  ),
  createLessonCase('lines after an item that are not indented', 'b\n', `2010:1 ${LAZY_LINES}`, '', '- a\n'),
  createLessonCase('footnotes', '[^a]\n\n[^a]: b\n\n', `2674:1 ${BLOCKS}`),
  createLessonCase('braces in one another', '{a b ', `8:32001 ${MARKERS}`, '}'.repeat(TEXT_LENGTH)),
  createLessonCase(
    'slashes in braces',
    '/',
    '8:1002 valid-mdx: Unexpected number of `//` in one line, expected at most 1000',
    '}',
    '{',
  ),
  createLessonCase(
    'comments in one another',
    '/* ',
    '8:3002 valid-mdx: Unexpected number of `/*` in one file, expected at most 1000',
    '}',
    '{',
  ),
  createLessonCase('braces in a comment', '}\n', `3127:1 ${MARKERS}`, '*/}', '{/*\n'),
  createLessonCase('a list of numbers', '1,\n', '8:7 no-code', '1]} />', '<Note a={[\n'),
  createLessonCase('names that are imported', 'a,', '8:1 no-code', "} from 'x'", 'import {'),
  {
    name: 'an export that never ends',
    path: LESSON,
    text: `${HEAD}\nexport {\n\n${'a\n\n'.repeat(TEXT_LENGTH / 5)}`,
    expected: '8:1 no-code',
  },
  createLessonCase('invisible characters', '\u202e', '8:1000 no-invisible-character, 29000 more'),
  createLessonCase('spaces at the ends of lines', 'a \n\n', '2006:2 no-trailing-space, 6500 more'),
  createLessonCase('a line of spaces that ends in a word', ' ', '', 'a'),
  createLessonCase('words of blame', 'we forgot ', '8:9994 no-blame, 2000 more', 'everything'),
  createLessonCase('addresses of people', 'jo@acme.io ', '8:10990 no-personal-data, 1727 more', 'end'),
  createStatementCase(
    'one value over many lines',
    '[a]\n',
    '1003:1 valid-yaml, 6499 more: Unexpected key, expected the name of a field',
  ),
  createLessonCase(
    'beginnings of private keys',
    `-----BEGIN PRIVATE KEY----- ${'A'.repeat(24)}`,
    '8:29928 no-secret',
  ),
  {
    name: 'many fields',
    path: LESSON,
    text: `---\n${Array.from({ length: 5_000 }, (_, index) => `k${index}: v\n`).join('')}---\n`,
    expected: '2:1 required-field: Missing field `reason`',
  },
  {
    name: 'an id with a line break, which a hint repeats',
    path: SERVICES,
    text: '- id: "re\\ndis\\e[31m"\n  title: Redis\n  meaning: A store.\n',
    expected: '1:15 no-invisible-character',
  },
  {
    name: 'an alias as long as the file',
    path: SERVICES,
    text: `- &${'a'.repeat(3_000)} id: redis\n`,
    expected:
      '1:3 valid-yaml: Unexpected anchor `&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…`, expected the value itself; put text that starts with `&` in quotes',
  },
];
