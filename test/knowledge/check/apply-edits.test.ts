import { describe, expect, test } from 'vitest';
import { applyEdits, fixFiles, fixText } from '../../../src/knowledge/check/fix.ts';
import type { Edit, Problem } from '../../../src/knowledge/source/problem.ts';

const edit = (start: number, end: number, text: string): Edit => ({ span: { start, end }, text });

function createProblem(rule: string, edits?: readonly Edit[], path = 'content/a.mdx'): Problem {
  const place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  return {
    path,
    ...place,
    rule,
    severity: 'error',
    message: 'Something is wrong',
    ...(edits ? { edits } : {}),
  };
}

/** Fixes `abcdef`; returns the text and the names of the fixed problems. */
function fix(...problems: readonly (readonly Edit[] | undefined)[]) {
  const named = problems.map((edits, at) => createProblem(`rule-${at + 1}`, edits));
  const { text, fixed } = fixText('abcdef', named);
  return [text, ...fixed.map(({ rule }) => rule)];
}

test('edits are applied from the end, in whatever order they come', () => {
  expect(applyEdits('abcdef', [edit(0, 1, 'AAA'), edit(4, 5, ''), edit(2, 2, '-')])).toBe('AAAb-cdf');
});

describe('the problems of a file', () => {
  test('are all fixed if their edits only touch', () => {
    expect(fix([edit(0, 2, 'x')], [edit(2, 4, 'y')])).toEqual(['xyef', 'rule-1', 'rule-2']);
    expect(fix([edit(2, 4, 'y')], [edit(0, 2, 'x')])).toEqual(['xyef', 'rule-1', 'rule-2']);
  });

  test('are fixed up to the first overlap', () => {
    expect(fix([edit(0, 3, 'x')], [edit(2, 4, 'y')], [edit(5, 6, 'z')])).toEqual([
      'xdez',
      'rule-1',
      'rule-3',
    ]);
    expect(fix([edit(2, 4, 'y')], [edit(0, 3, 'x')])).toEqual(['abyef', 'rule-1']);
    expect(fix([edit(0, 6, 'x')], [edit(2, 4, 'y')])).toEqual(['x', 'rule-1']);
  });

  test('are not both fixed if both insert at the same place', () => {
    expect(fix([edit(2, 2, 'x')], [edit(2, 2, 'y')])).toEqual(['abxcdef', 'rule-1']);
    expect(fix([edit(2, 4, 'x')], [edit(2, 2, 'y')])).toEqual(['abxef', 'rule-1']);
  });

  test('are both fixed by the same edit, which is applied once', () => {
    expect(fix([edit(2, 4, 'x')], [edit(2, 4, 'x')])).toEqual(['abxef', 'rule-1', 'rule-2']);
    expect(fix([edit(2, 4, 'x')], [edit(2, 4, 'y')])).toEqual(['abxef', 'rule-1']);
    expect(fix([edit(2, 4, 'x')], [edit(2, 3, 'x')])).toEqual(['abxef', 'rule-1']);
  });

  test('are fixed with all their edits or not at all', () => {
    expect(fix([edit(0, 1, 'x')], [edit(0, 2, 'y'), edit(4, 5, 'y')])).toEqual(['xbcdef', 'rule-1']);
    expect(fix([edit(0, 1, 'x')], [edit(0, 1, 'x'), edit(4, 5, 'y')])).toEqual([
      'xbcdyf',
      'rule-1',
      'rule-2',
    ]);
  });

  test('stay if they have no edits', () => {
    expect(fix(undefined, [])).toEqual(['abcdef']);
  });
});

test('only files with a fixed problem are returned', () => {
  const files = ['content/a.mdx', 'content/b.mdx', 'content/c.mdx'].map((path) => ({ path, text: 'abcdef' }));
  const problems = [
    createProblem('no-edits'),
    createProblem('fixable', [edit(0, 1, 'x')], 'content/b.mdx'),
    createProblem('empty', [], 'content/c.mdx'),
  ];
  expect(fixFiles(files, problems).map(({ path, text, fixed }) => [path, text, fixed.length])).toEqual([
    ['content/b.mdx', 'xbcdef', 1],
  ]);
});
