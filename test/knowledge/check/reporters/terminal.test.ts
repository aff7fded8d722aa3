import { expect, test } from 'vitest';
import { formatSummary, formatTerminalReport } from '../../../../src/knowledge/check/reporters/terminal.ts';
import type { Problem } from '../../../../src/knowledge/source/problem.ts';

const problem: Problem = {
  path: 'content/postmortems/a.mdx',
  line: 6,
  column: 11,
  endLine: 6,
  endColumn: 15,
  rule: 'valid-value',
  severity: 'error',
  message: 'Something is wrong with `sve2`',
  hint: 'Try `sev2`.',
  excerpt: { text: 'severity: sve2', from: 10, length: 4 },
};
const bare: Problem = {
  path: 'content/site.yaml',
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
  rule: 'allowed-path',
  severity: 'warning',
  message: 'Something is odd',
};

test('prints each problem with its place, its hint and its line', () => {
  expect(formatTerminalReport([problem, bare])).toBe(
    [
      'content/postmortems/a.mdx:6:11  Something is wrong with `sve2`  (valid-value)',
      '  Try `sev2`.',
      '  | severity: sve2',
      '  |           ^^^^',
      '',
      'content/site.yaml:1:1  Something is odd  (allowed-path)',
      '',
    ].join('\n'),
  );
});

test('prints errors and warnings in different colours', () => {
  const style = {
    error: (text: string) => `<e>${text}</e>`,
    warning: (text: string) => `<w>${text}</w>`,
    dim: (text: string) => `<d>${text}</d>`,
  };
  expect(formatTerminalReport([problem, bare], style)).toBe(
    [
      'content/postmortems/a.mdx:6:11  <e>Something is wrong with `sve2`</e>  <d>(valid-value)</d>',
      '  Try `sev2`.',
      '  <d>|</d> severity: sve2',
      '  <d>|</d>           <e>^^^^</e>',
      '',
      'content/site.yaml:1:1  <w>Something is odd</w>  <d>(allowed-path)</d>',
      '',
    ].join('\n'),
  );
});

test('prints nothing if there are no problems', () => {
  expect(formatTerminalReport([])).toBe('');
});

test('the summary uses the singular for one and the plural for others', () => {
  expect(formatSummary([], 0)).toBe('0 errors, 0 warnings in 0 files');
  expect(formatSummary([problem], 1)).toBe('1 error, 0 warnings in 1 file');
  expect(formatSummary([problem, problem, bare], 34)).toBe('2 errors, 1 warning in 34 files');
});

test('lists the address of each rule once, in alphabetical order', () => {
  const address = (rule: string) => `https://example.org/rules/#${rule}`;
  const problems = ['valid-value', 'no-todo', 'no-todo', 'allowed-path'].map((rule) => ({
    ...bare,
    rule,
    address: address(rule),
  }));
  const list = formatTerminalReport(problems).split('\n').slice(-4);
  expect(list).toEqual([
    `allowed-path  ${address('allowed-path')}`,
    `no-todo       ${address('no-todo')}`,
    `valid-value   ${address('valid-value')}`,
    '',
  ]);
});
