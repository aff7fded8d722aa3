import { expect, test } from 'vitest';
import { BoundedCode } from '../../src/knowledge/bounded-code.ts';

const OPTIONS = { ecmaVersion: 2024, sourceType: 'module' } as const;
const LONG = `[${'1,'.repeat(200_000)}1]`;

test('code is read as it is, and what is not whole is refused', () => {
  const code = new BoundedCode();
  code.begin();
  expect(code.parseExpressionAt("['a']", 0, OPTIONS)).toMatchObject({ type: 'ArrayExpression', end: 5 });
  expect(code.parse('export {}', OPTIONS)).toMatchObject({ body: [{ type: 'ExportNamedDeclaration' }] });
  expect(() => code.parseExpressionAt('{a b', 0, OPTIONS)).toThrow(SyntaxError);
  expect(() => code.parse('export {', OPTIONS)).toThrow(SyntaxError);
});

test('behind half a million characters of one file everything is taken for code, and nothing is read', () => {
  const code = new BoundedCode();
  code.begin();
  expect(code.parseExpressionAt(LONG, 0, OPTIONS).type).toBe('ArrayExpression');
  expect(code.parseExpressionAt(LONG, 0, OPTIONS)).toMatchObject({ type: 'Identifier', end: LONG.length });
  expect(code.parseExpressionAt('{a b', 0, OPTIONS)).toMatchObject({ type: 'Identifier', start: 0, end: 4 });
  expect(code.parse('export {', OPTIONS)).toMatchObject({ type: 'Program', body: [] });
  code.begin();
  expect(() => code.parse('export {', OPTIONS)).toThrow(SyntaxError);
});
