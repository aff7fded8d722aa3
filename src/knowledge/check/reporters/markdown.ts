/**
 * Problems as a comment on a pull request. What authors wrote stands in code spans, so that it can neither
 * mention anyone nor become markup.
 */

import { count } from '../../schema/wording.ts';
import { type Problem, printablePath } from '../../source/problem.ts';
import type { JudgedPostmortem, Report } from '../report.ts';
import { summarize } from './terminal.ts';

/** A comment holds 65,536 characters; who has this many problems reads them where they work. */
const MOST_PROBLEMS = 50;

/** @returns Markdown that ends with a line break */
export function reportAsMarkdown(report: Report): string {
  const { problems, errors, warnings, postmortems } = report;
  const title =
    errors > 0
      ? `${count(errors, 'error')} to mend`
      : warnings > 0
        ? `No errors, ${count(warnings, 'warning')} to look at`
        : 'Nothing to mend';
  const blocks = [
    `### Content check: ${title}`,
    `${summarize(report.problems, report.files)}.`,
    ...problemList('error', problems),
    ...problemList('warning', problems),
    ...completenessTable(postmortems),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function problemList(severity: Problem['severity'], all: readonly Problem[]): string[] {
  const problems = all.filter((problem) => problem.severity === severity);
  if (problems.length === 0) return [];
  const lines = problems.slice(0, MOST_PROBLEMS).map(line);
  const rest = problems.length - lines.length;
  const list = [...lines, ...(rest > 0 ? [`- … and ${count(rest, severity)} more`] : [])].join('\n');
  if (severity === 'error') return ['#### Errors', list];
  return [`<details>\n<summary>${count(problems.length, 'warning')}</summary>`, list, '</details>'];
}

function line({ path, line, column, message, hint, rule, address }: Problem): string {
  const name = address ? `[${rule}](${address})` : rule;
  const place = codeSpan(`${printablePath(path)}:${line}:${column}`);
  return `- ${place} ${withCode(message)} (${name})${hint ? `<br>${withCode(hint)}` : ''}`;
}

function completenessTable(postmortems: readonly JudgedPostmortem[]): string[] {
  if (postmortems.length === 0) return [];
  const rows = postmortems.slice(0, MOST_PROBLEMS).map(({ id, percent, missing }) => {
    const labels = missing.map(({ label }) => withCode(label).replaceAll('|', '\\|'));
    return `| ${codeSpan(id).replaceAll('|', '\\|')} | ${percent} % | ${labels.join(', ') || 'nothing'} |`;
  });
  return ['#### Completeness', ['| postmortem | complete | missing |', '|---|--:|---|', ...rows].join('\n')];
}

/** Our own words as they are, the quoted ones of an author as code. */
export function withCode(sentence: string): string {
  return sentence
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? codeSpan(part.slice(1, -1)) : escapeMarkdown(part)))
    .join('');
}

export function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = text === '' || text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${padding}${text.replaceAll('\n', ' ')}${padding}${fence}`;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\*_[\]<>&@#|~`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
