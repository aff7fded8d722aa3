/**
 * Problems as annotations in the diff of a pull request: GitHub's workflow commands
 * (docs.github.com, "Workflow commands for GitHub Actions").
 */
import { type Problem, toPrintablePath } from '../../source/problem.ts';
import type { CheckReport } from '../check-report.ts';
import { formatSummary } from './terminal.ts';

/**
 * Errors come first: GitHub shows ten annotations of a step and drops the rest.
 *
 * @returns text that ends with a line break
 */
export function formatGithubReport(report: CheckReport): string {
  const errorsFirst = [...report.problems].sort((a, b) => getRank(a) - getRank(b));
  return [...errorsFirst.map(formatAnnotation), formatSummary(report.problems, report.files), ''].join('\n');
}

function getRank({ severity }: Problem): number {
  return severity === 'error' ? 0 : 1;
}

function formatAnnotation(problem: Problem): string {
  const { path, line, column, endLine, endColumn, rule, severity, message, hint, address } = problem;
  const properties = {
    // A name that cannot be printed is refused; where it stands is found by the rest of it.
    file: toPrintablePath(path),
    line,
    endLine,
    // Columns are only understood within one line, and there count up to the last one.
    ...(line === endLine ? { col: column, endColumn: Math.max(column, endColumn - 1) } : {}),
    title: rule,
  };
  const written = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeProperty(String(value))}`,
  );
  const lines = [message, hint, address].filter((text) => text !== undefined);
  return `::${severity} ${written.join(',')}::${escapeData(lines.join('\n'))}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
