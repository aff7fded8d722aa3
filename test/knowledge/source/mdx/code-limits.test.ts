import { expect, test } from 'vitest';
import { noCode } from '../../../../src/knowledge/check/rules/no-code.ts';
import { runRules } from '../../../../src/knowledge/check/run-rules.ts';
import { Content } from '../../../../src/knowledge/source/content.ts';
import { checkCommentCount, LimitedCodeParser } from '../../../../src/knowledge/source/mdx/code-limits.ts';

const OPTIONS = { ecmaVersion: 2024, sourceType: 'module' } as const;

test('reads complete code, and rejects incomplete code', () => {
  const parser = new LimitedCodeParser();
  expect(parser.parseExpressionAt(" ['a'] b", 0, OPTIONS)).toMatchObject({ start: 1, end: 6 });
  expect(parser.parseExpressionAt('({...a})', 0, OPTIONS)).toMatchObject({ type: 'ObjectExpression' });
  expect(parser.parse('export {}', OPTIONS)).toMatchObject({ type: 'Program' });
  expect(() => parser.parseExpressionAt('{a b', 0, OPTIONS)).toThrow(SyntaxError);
  expect(() => parser.parse('export {', OPTIONS)).toThrow(SyntaxError);
});

test('accepts code over the length limit as complete', () => {
  const parser = new LimitedCodeParser();
  const long = `{a b${'c'.repeat(20_000)}`;
  expect(parser.parseExpressionAt(long, 0, OPTIONS)).toMatchObject({ start: 0, end: long.length });
  expect(parser.parse(`export {${'c'.repeat(20_000)}`, OPTIONS)).toMatchObject({ body: [] });
});

test('accepts any code as complete after it has read 1.25 million characters', () => {
  const parser = new LimitedCodeParser();
  expect(() => parser.parse('export {', OPTIONS)).toThrow(SyntaxError);
  for (let count = 0; count < 63; count++) parser.parseExpressionAt(`'${'c'.repeat(19_990)}'`, 0, OPTIONS);
  expect(parser.parseExpressionAt('{a b', 0, OPTIONS)).toMatchObject({ start: 0, end: 4 });
  expect(parser.parse('export {', OPTIONS)).toMatchObject({ body: [] });
});

const findCode = (body: string) => {
  const text = `---\ntitle: T\nstatement: A.\nreason: B.\n---\n\n${body}\n`;
  const content = new Content([{ path: 'lessons/a.mdx', text }], 'content');
  return runRules(content, { rules: [noCode] }).flatMap(({ rule, line }) =>
    rule === 'no-code' ? [line] : [],
  );
};

const createComment = (lines: number) => `{/*\n${'  { "level": "info" },\n'.repeat(lines)}*/}`;

test('counts comments only after a brace, because there is no code without one', () => {
  const slashes = '/'.repeat(2_000);
  expect(checkCommentCount(slashes)).toBeUndefined();
  expect(checkCommentCount(`{${slashes}}`)?.span).toEqual({ start: 1_001, end: 1_003 });
  expect(checkCommentCount(`{${`${'/'.repeat(999)}\n`.repeat(3)}}`)).toBeUndefined();
});

test('accepts a page in a comment, with its braces', () => {
  expect(findCode(createComment(220))).toEqual([]);
});

test.each([
  '{1 + 1}',
  'A {b}',
  '<Note a={b()} />',
  '<Note {...b} />',
  'export const a = 1',
  "import a from 'b'",
])('reports %s even if the file is over the limit', (code) => {
  expect(findCode(code)).toEqual([7]);
  const half = 'c'.repeat(5_000);
  // MDX reads the first half twice, because of the brace after it.
  const comments = `{/* ${half} } ${half} */}\n\n`.repeat(83) + `{/* ${half} */}\n\n`.repeat(7);
  expect(findCode(comments)).toEqual([]);
  expect(findCode(`${comments}${code}`)).toEqual([187]);
});
