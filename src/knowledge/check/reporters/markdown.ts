/** Problems as a comment on a pull request. */

import { formatCount } from '../../schema/labels.ts';
import { type Problem, toPrintablePath } from '../../source/problem.ts';
import type { CheckReport, PostmortemCompleteness } from '../check-report.ts';
import { sentenceToMarkdown, toCodeSpan, toTableCell } from './author-markdown.ts';
import { formatCounts } from './terminal.ts';

/** A comment has room for 65,536 characters; an author with more problems than this runs the check locally. */
const MAX_PROBLEMS = 50;

/**
 * @param notices paragraphs for the start, because the rest can be cut
 * @returns Markdown that ends with a line break
 */
export function formatMarkdownReport(report: CheckReport, notices: readonly string[] = []): string {
  const { problems, errors, warnings, postmortems } = report;
  const title =
    errors > 0
      ? `${formatCount(errors, 'error')} to fix`
      : warnings > 0
        ? `No errors, ${formatCount(warnings, 'warning')} to look at`
        : 'No problems found';
  const blocks = [
    `### Content check: ${title}`,
    ...notices,
    `${formatCounts(errors, warnings, report.files)}.`,
    ...formatProblemList('error', problems, errors),
    ...formatProblemList('warning', problems, warnings),
    ...formatCompletenessTable(postmortems),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** @param count can be larger than their number, if a list was cut */
function formatProblemList(severity: Problem['severity'], all: readonly Problem[], count: number): string[] {
  const problems = all.filter((problem) => problem.severity === severity);
  if (problems.length === 0) return [];
  const lines = problems.slice(0, MAX_PROBLEMS).map(formatProblemLine);
  const rest = count - lines.length;
  const list = [...lines, ...(rest > 0 ? [`- … and ${formatCount(rest, severity)} more`] : [])].join('\n');
  if (severity === 'error') return ['#### Errors', list];
  return [`<details>\n<summary>${formatCount(count, 'warning')}</summary>`, list, '</details>'];
}

function formatProblemLine({ path, line, column, message, hint, rule, address }: Problem): string {
  const name = address ? `[${rule}](${address})` : rule;
  const place = toCodeSpan(`${toPrintablePath(path)}:${line}:${column}`);
  return `- ${place} ${sentenceToMarkdown(message)} (${name})${hint ? `<br>${sentenceToMarkdown(hint)}` : ''}`;
}

function formatCompletenessTable(postmortems: readonly PostmortemCompleteness[]): string[] {
  if (postmortems.length === 0) return [];
  const rows = postmortems.slice(0, MAX_PROBLEMS).map(({ id, percent, missing }) => {
    const labels = missing.map(({ label }) => toTableCell(sentenceToMarkdown(label)));
    return `| ${toTableCell(toCodeSpan(id))} | ${percent} % | ${labels.join(', ') || 'nothing'} |`;
  });
  return ['#### Completeness', ['| postmortem | complete | missing |', '|---|--:|---|', ...rows].join('\n')];
}
