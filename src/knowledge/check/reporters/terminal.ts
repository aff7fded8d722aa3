/** Problems as a person reads them: the sentence, the nearest right thing, the line with its place underlined. */

import { formatCount } from '../../schema/labels.ts';
import { type Problem, toPrintablePath } from '../../source/problem.ts';

/** Colours, or the text as it is. */
export interface ReportStyle {
  error(text: string): string;
  warning(text: string): string;
  dim(text: string): string;
}

const plainStyle: ReportStyle = { error: (text) => text, warning: (text) => text, dim: (text) => text };

/** @returns text that ends with a line break; empty where there is no problem */
export function formatTerminalReport(problems: readonly Problem[], style: ReportStyle = plainStyle): string {
  const blocks = problems.map((problem) => `${formatProblem(problem, style)}\n`);
  const rules = formatRuleList(problems, style);
  return [...blocks, ...(rules ? [rules] : [])].join('\n');
}

/** Lists the address of the explanation of each rule that found something. */
function formatRuleList(problems: readonly Problem[], style: ReportStyle): string {
  const addresses = new Map(problems.flatMap(({ rule, address }) => (address ? [[rule, address]] : [])));
  const width = Math.max(0, ...[...addresses.keys()].map(({ length }) => length));
  return [...addresses]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, address]) => `${style.dim(`${rule.padEnd(width)}  ${address}`)}\n`)
    .join('');
}

export function formatProblem(problem: Problem, style: ReportStyle = plainStyle): string {
  const { path, line, column, message, rule, severity, hint, excerpt } = problem;
  const mark = severity === 'error' ? style.error : style.warning;
  const lines = [`${toPrintablePath(path)}:${line}:${column}  ${mark(message)}  ${style.dim(`(${rule})`)}`];
  if (hint) lines.push(`  ${hint}`);
  if (excerpt) {
    lines.push(`  ${style.dim('|')} ${excerpt.text}`);
    lines.push(`  ${style.dim('|')} ${' '.repeat(excerpt.from)}${mark('^'.repeat(excerpt.length))}`);
  }
  return lines.join('\n');
}

/** "2 errors, 1 warning in 34 files". */
export function formatSummary(problems: readonly Problem[], files: number): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  return formatCounts(errors, warnings, files);
}

export function formatCounts(errors: number, warnings: number, files: number): string {
  return `${formatCount(errors, 'error')}, ${formatCount(warnings, 'warning')} in ${formatCount(files, 'file')}`;
}
