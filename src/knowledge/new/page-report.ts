/** Formats the messages about a new page. */

import type { CheckReport } from '../check/check-report.ts';
import type { EntrySummary } from '../review/pull-request-review.ts';
import type { DocumentKind } from '../schema/kinds.ts';
import { formatCount } from '../schema/labels.ts';
import { toPlainText } from '../source/inline/plain-text.ts';
import type { Problem } from '../source/problem.ts';
import type { SimilarIncidents } from './similar-incidents.ts';

/** Returns lines for the terminal. */
export function formatIncidents({ incidents }: SimilarIncidents): string[] {
  if (incidents.length === 0) return ['No similar incidents found.'];
  return incidents.flatMap(({ id, title, reasons }) => [
    `Seen before: ${id}`,
    `  ${toPlainText(title)}`,
    ...reasons.map((reason) => `  ${reason}`),
  ]);
}

export function formatSimilar(similar: SimilarIncidents): string[] {
  return [
    ...formatIncidents(similar),
    ...similar.lessons.map(
      ({ id, title, why }) => `Lesson ${id} (${why}) may already cover this: ${toPlainText(title)}`,
    ),
  ];
}

export function formatSimilarLessons(lessons: readonly EntrySummary[]): string[] {
  return lessons.map(({ id, title }) => `Lesson ${id} may already say this: ${toPlainText(title)}`);
}

/** Returns the problems other than gaps and those that only a finished page can avoid. */
export function listProblemsToFix({ problems }: CheckReport): Problem[] {
  return problems.filter(
    ({ rule }) => !['no-todo', 'min-completeness', 'required-lesson-evidence'].includes(rule),
  );
}

function countGaps({ problems }: CheckReport): number {
  return problems.filter(({ rule }) => rule === 'no-todo').length;
}

const NEXT_STEPS: Readonly<Record<DocumentKind, string>> = {
  postmortem: 'When no TODO is left, set the status to in-review and open a pull request.',
  note: 'When no TODO is left, set the status to in-review and open a pull request.',
  lesson: 'List it under `lessons` in the postmortem or note that teaches it, and open a pull request.',
};

/** @param path relative to the current folder */
export function formatWrittenPage(kind: DocumentKind, path: string, report: CheckReport): string {
  const gaps = formatCount(countGaps(report), 'TODO');
  const others = listProblemsToFix(report).length;
  return [
    `Wrote ${path}`,
    `${gaps} left to fill in${others > 0 ? ` and ${formatCount(others, 'other problem')}` : ''}. Run the check to list them:`,
    `  npm run check -- ${path}`,
    NEXT_STEPS[kind],
    '',
  ].join('\n');
}
