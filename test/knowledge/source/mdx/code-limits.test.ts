import { expect, test } from 'vitest';
import { noCode } from '../../../../src/knowledge/check/rules/no-code.ts';
import { runRules } from '../../../../src/knowledge/check/run-rules.ts';
import { Content } from '../../../../src/knowledge/source/content.ts';
import { checkCommentCount, LimitedCodeParser } from '../../../../src/knowledge/source/mdx/code-limits.ts';

const OPTIONS = { ecmaVersion: 2024, sourceType: 'module' } as const;
const begun = () => {
  const code = new LimitedCodeParser();
  code.reset();
  return code;
};

test('code is read as it is, and what is not whole is refused', () => {
  expect(begun().parseExpressionAt(" ['a'] b", 0, OPTIONS)).toMatchObject({ start: 1, end: 6 });
  expect(begun().parseExpressionAt('({...a})', 0, OPTIONS)).toMatchObject({ type: 'ObjectExpression' });
  expect(begun().parse('export {}', OPTIONS)).toMatchObject({ type: 'Program' });
  expect(() => begun().parseExpressionAt('{a b', 0, OPTIONS)).toThrow(SyntaxError);
  expect(() => begun().parse('export {', OPTIONS)).toThrow(SyntaxError);
});

test('what is too long for one expression is taken for code', () => {
  const long = `{a b${'c'.repeat(20_000)}`;
  expect(begun().parseExpressionAt(long, 0, OPTIONS)).toMatchObject({ start: 0, end: long.length });
  expect(begun().parse(`export {${'c'.repeat(20_000)}`, OPTIONS)).toMatchObject({ body: [] });
});

test('rejects code after half a million characters of one file, and starts again with the next file', () => {
  const code = begun();
  for (let time = 0; time < 26; time++) code.parseExpressionAt(`'${'c'.repeat(19_990)}'`, 0, OPTIONS);
  expect(code.parseExpressionAt('{a b', 0, OPTIONS)).toMatchObject({ start: 0, end: 4 });
  expect(code.parse('export {', OPTIONS)).toMatchObject({ body: [] });
  code.reset();
  expect(() => code.parse('export {', OPTIONS)).toThrow(SyntaxError);
});

const told = (body: string) => {
  const text = `---\ntitle: T\nstatement: A.\nreason: B.\n---\n\n${body}\n`;
  const content = new Content([{ path: 'lessons/a.mdx', text }], 'content');
  return runRules(content, { rules: [noCode] }).flatMap(({ rule, line }) =>
    rule === 'no-code' ? [line] : [],
  );
};

const commentOf = (lines: number) => `{/*\n${'  { "level": "info" },\n'.repeat(lines)}*/}`;

test('slashes are counted behind a brace only: without one there is no code', () => {
  const slashes = '/'.repeat(2_000);
  expect(checkCommentCount(slashes)).toBeUndefined();
  expect(checkCommentCount(`{${slashes}}`)?.span).toEqual({ start: 1_001, end: 1_003 });
  expect(checkCommentCount(`{${`${'/'.repeat(999)}\n`.repeat(3)}}`)).toBeUndefined();
});

test('a page may be taken out by a comment, braces and all', () => {
  expect(told(commentOf(220))).toEqual([]);
});

test.each([
  '{1 + 1}',
  'A {b}',
  '<Note a={b()} />',
  '<Note {...b} />',
  'export const a = 1',
  "import a from 'b'",
])('where too much was read before, %s is told all the same', (code) => {
  expect(told(code)).toEqual([7]);
  const comments = Array.from({ length: 60 }, () => `{/* ${'c'.repeat(10_000)} */}\n\n`).join('');
  expect(told(comments)).toEqual([]);
  expect(told(`${comments}${code}`)).toEqual([127]);
});
