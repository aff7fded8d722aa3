import { describe, expect, test } from 'vitest';
import { checkFragments } from '../../lint/plain-english/check-fragments.ts';
import { findAstroFragments, findTypeScriptFragments } from '../../lint/plain-english/code-fragments.ts';
import { findMarkdownFragments } from '../../lint/plain-english/markdown-fragments.ts';

const checkCode = (text: string, path = 'src/a.ts') =>
  checkFragments({ path, text, fragments: findTypeScriptFragments(path, text) });
const checkAstro = (text: string) =>
  checkFragments({ path: 'a.astro', text, fragments: findAstroFragments(text) });
const checkDocs = (text: string) =>
  checkFragments({ path: 'a.md', text, fragments: findMarkdownFragments('a.md', text) });

describe('the house style', () => {
  test('reports a banned phrase in a string, at its line and column', () => {
    expect(checkCode("\nconst text = 'Nothing to mend here';\n")).toEqual([
      'src/a.ts:2:26  Unexpected `mend`, expected: fix  (house-style)',
    ]);
  });

  test('reports a banned phrase in a comment', () => {
    expect(checkCode('// Shows the like of it.\n')).toEqual([
      'src/a.ts:1:10  Unexpected `the like of`, expected: similar, or name them  (house-style)',
    ]);
  });

  test('reports a comment that is a bare clause, and accepts a question', () => {
    expect(checkCode('/** What of a page can be shown. */')).toContain(
      'src/a.ts:1:5  Unexpected bare clause, expected a sentence  (house-style)',
    );
    expect(checkCode('// Why not a set? It keeps no order.')).toEqual([]);
  });

  test('accepts the same words in identifiers, keys and imports', () => {
    expect(checkCode("import { mend } from './mend anew.ts';\nmend('beside', { holds: 1 });\n")).toEqual([]);
  });

  test('reads the text, attributes and strings of a template', () => {
    expect(
      checkAstro('---\nconst a = 1;\n---\n<p title="It stands in the list">ok then {a}</p>'),
    ).toHaveLength(1);
    expect(checkAstro('<p>One can read it</p>')).toEqual([
      'a.astro:1:4  Unexpected `One can`, expected: you  (house-style)',
    ]);
    expect(checkAstro('<p>{a ? "for ever and" : `kept for ever`}</p>')).toHaveLength(2);
  });

  test('reads the names of tests, and nothing else of them but comments', () => {
    const text = "test('holds a lock', () => {\n  expect(1).toBe('it holds it');\n});\n";
    expect(checkCode(text, 'test/a.test.ts')).toEqual([
      'test/a.test.ts:1:7  Unexpected `holds`, expected: contains, has  (house-style)',
    ]);
  });

  test('leaves code in documentation alone', () => {
    expect(checkDocs('Run `kb mend` once.\n\n```sh\nkb mend\n```\n')).toEqual([]);
    expect(checkDocs('Run it and mend `x`.')).toHaveLength(1);
  });
});

test('documentation is checked for repeated words and articles', () => {
  expect(checkDocs('This is is a error.')).toEqual([
    expect.stringContaining('repeated `is`'),
    expect.stringContaining('article `a`'),
  ]);
});
