/** Problems as a person reads them: the sentence, the nearest right thing, the line with its place underlined. */

import { count } from '../../schema/wording.ts';
import { type Problem, printablePath } from '../../source/problem.ts';

/** Colours, or the text as it is. */
export interface Style {
  error(text: string): string;
  warning(text: string): string;
  dim(text: string): string;
}

const plain: Style = { error: (text) => text, warning: (text) => text, dim: (text) => text };

/** @returns text that ends with a line break; empty where there is no problem */
export function reportForTerminal(problems: readonly Problem[], style: Style = plain): string {
  const blocks = problems.map((problem) => `${describeProblem(problem, style)}\n`);
  const rules = ruleList(problems, style);
  return [...blocks, ...(rules ? [rules] : [])].join('\n');
}

/** Where the rules that found something are explained, each once. */
function ruleList(problems: readonly Problem[], style: Style): string {
  const addresses = new Map(problems.flatMap(({ rule, address }) => (address ? [[rule, address]] : [])));
  const width = Math.max(0, ...[...addresses.keys()].map(({ length }) => length));
  return [...addresses]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, address]) => `${style.dim(`${rule.padEnd(width)}  ${address}`)}\n`)
    .join('');
}

export function describeProblem(problem: Problem, style: Style = plain): string {
  const { path, line, column, message, rule, severity, hint, excerpt } = problem;
  const mark = severity === 'error' ? style.error : style.warning;
  const lines = [`${printablePath(path)}:${line}:${column}  ${mark(message)}  ${style.dim(`(${rule})`)}`];
  if (hint) lines.push(`  ${hint}`);
  if (excerpt) {
    lines.push(`  ${style.dim('|')} ${excerpt.text}`);
    lines.push(`  ${style.dim('|')} ${' '.repeat(excerpt.from)}${mark('^'.repeat(excerpt.length))}`);
  }
  return lines.join('\n');
}

/** "2 errors, 1 warning in 34 files". */
export function summarize(problems: readonly Problem[], files: number): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  return `${count(errors, 'error')}, ${count(warnings, 'warning')} in ${count(files, 'file')}`;
}
