import { describe, expect, test } from 'vitest';
import { noInvisibleCharacter } from '../../../../src/knowledge/check/rules/no-invisible-character.ts';
import { runRules } from '../../../../src/knowledge/check/run-rules.ts';
import { createContent, LESSON_HEAD, NOTE_HEAD } from '../../small-content.ts';

function findCharacters(path: string, text: string): string[] {
  const content = createContent({ [path]: text });
  const problems = runRules(content, { rules: [noInvisibleCharacter] });
  return problems.map(
    ({ line, column, message }) => `${line}:${column} ${/U\+[0-9A-F]+/.exec(message)?.[0]}`,
  );
}

describe('an escape that stands for an invisible character in the body', () => {
  const table: [body: string, found: string[]][] = [
    ['<Command run="rm -rf &#x202E;/pmt" />', ['7:22 U+202E']],
    ['<Command run="a&#27;]52;c;x" />', ['7:16 U+001B']],
    ['<Command run="a&#13;rm" />', ['7:16 U+000D']],
    ['<Command run="ls" where="on&ZeroWidthSpace; web" />', ['7:28 U+200B']],
    ['pass&shy;word', ['7:5 U+00AD']],
    ['a&#8203;b and &#x2067;c', ['7:2 U+200B', '7:15 U+2067']],
    ['[text](https://example.org/a&#8203;b)', ['7:29 U+200B']],
    ['[text](https://example.org/ "a&#8203;b")', ['7:31 U+200B']],
    ['![a&#8203;b](./a.png)', ['7:4 U+200B']],
    ['[text][x]\n\n[x]: https://example.org/ "a&#8203;b"', ['9:29 U+200B']],
    ['```sh a&#8203;b\nls\n```', ['7:8 U+200B']],
    ['| a&#8203;b |\n| --- |', ['7:4 U+200B']],
    ['> 1. a&#8203;b', ['7:7 U+200B']],
    ['## a&#8203;b', ['7:5 U+200B']],
  ];
  test.each(table)('%s', (body, found) => {
    expect(findCharacters('lessons/x.mdx', `${LESSON_HEAD}\n${body}\n`)).toEqual(found);
  });

  test('in a sentence of an attribute, whose inline Markdown decodes it again', () => {
    const procedure =
      '<Procedure id="x" title="a &amp;#x202E; b" activity="emergency">\n\n1. Look.\n\n</Procedure>';
    expect(findCharacters('notes/x.mdx', `${NOTE_HEAD}\n${procedure}\n`)).toEqual(['9:26 U+202E']);
  });

  test('in a list of an attribute', () => {
    const list =
      '<Procedure id="x" title="X" activity="emergency" signals={["a\\u001b[31m", "b\\u200bc"]}>\n\n1. Look.\n\n</Procedure>';
    expect(findCharacters('notes/x.mdx', `${NOTE_HEAD}\n${list}\n`)).toEqual(['9:62 U+001B', '9:77 U+200B']);
  });
});

describe('an escape that stands for an invisible character in YAML', () => {
  const table: [value: string, found: string[]][] = [
    ['"\\e]52;c;x\\a"', ['3:13 U+001B', '3:22 U+0007']],
    ['"a\\u202eb"', ['3:14 U+202E']],
    ['"a\\x1bb"', ['3:14 U+001B']],
    ['"a\\U000E0041b"', ['3:14 U+E0041']],
    ['"a\\Lb"', ['3:14 U+2028']],
    ['"a\\rb"', ['3:14 U+000D']],
    ['"a\\tb\\nc"', []],
    ["'a\\u202eb'", []],
    // YAML decodes the first escape, and the inline Markdown of the sentence the second one.
    ['"a\\u0026#x202E;b"', ['3:13 U+202E']],
    ["'a&shy;b'", ['3:14 U+00AD']],
    ['"`\\u0026#x202E;`"', []],
  ];
  test.each(table)('%s', (value, found) => {
    const lesson = LESSON_HEAD.replace('Services start by themselves.', value);
    expect(findCharacters('lessons/x.mdx', lesson)).toEqual(found);
  });

  test('in a vocabulary', () => {
    const services = '- id: redis\n  title: Redis\n  meaning: "a\\u200bb"\n';
    expect(findCharacters('vocabulary/services.yaml', services)).toEqual(['3:14 U+200B']);
  });

  test('in the settings', () => {
    const site = 'title: "a\\e[31m"\ndescription: D.\naddress: https://example.org/\n';
    expect(findCharacters('site.yaml', site)).toEqual(['1:10 U+001B']);
  });
});

test('a text that shows an escape is visible', () => {
  const body = 'The log had `\\u202e`, `&#8203;` and \\&shy;.\n\n```\n\\e]52;c;x &#27;\n```\n';
  expect(findCharacters('lessons/x.mdx', `${LESSON_HEAD}\n${body}`)).toEqual([]);
});
