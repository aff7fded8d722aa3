/** What is said about a page that is being made. */

import type { CheckReport } from '../check/check-report.ts';
import type { EntrySummary } from '../review/pull-request-review.ts';
import type { DocumentKind } from '../schema/kinds.ts';
import { formatCount } from '../schema/labels.ts';
import type { Problem } from '../source/problem.ts';
import type { SimilarIncidents } from './similar-incidents.ts';

/** Lines for the terminal. */
export function formatIncidents({ incidents }: SimilarIncidents): string[] {
  if (incidents.length === 0) return ['Nothing like it is known.'];
  return incidents.flatMap(({ id, title, reasons }) => [
    `Seen before: ${id}`,
    `  ${title}`,
    ...reasons.map((reason) => `  ${reason}`),
  ]);
}

export function formatSimilar(seen: SimilarIncidents): string[] {
  return [
    ...formatIncidents(seen),
    ...seen.lessons.map(({ id, title, why }) => `Lesson ${id} (${why}) may cover it already: ${title}`),
  ];
}

export function formatSimilarLessons(lessons: readonly EntrySummary[]): string[] {
  return lessons.map(({ id, title }) => `Lesson ${id} may say it already: ${title}`);
}

/** What is neither a gap nor about the whole page: it is wrong now. */
export function listProblemsToFix({ problems }: CheckReport): Problem[] {
  return problems.filter(
    ({ rule }) => !['no-todo', 'min-completeness', 'required-lesson-evidence'].includes(rule),
  );
}

export function countGaps({ problems }: CheckReport): number {
  return problems.filter(({ rule }) => rule === 'no-todo').length;
}

const NEXT_STEPS: Readonly<Record<DocumentKind, string>> = {
  postmortem: 'When all of them are filled, set its status to in-review, and open a pull request.',
  note: 'When all of them are filled, set its status to in-review, and open a pull request.',
  lesson: 'Name it under `lessons` in the postmortem or note that teaches it, and open a pull request.',
};

/** @param path as it is typed from here */
export function formatWrittenPage(kind: DocumentKind, path: string, report: CheckReport): string {
  const gaps = countGaps(report);
  const faults = listProblemsToFix(report).length;
  return [
    `Wrote ${path}`,
    `${formatCount(gaps, 'gap')} in it ${gaps === 1 ? 'is' : 'are'} marked TODO; the check names each.${faults > 0 ? ` It also finds ${formatCount(faults, 'fault')}.` : ''}`,
    `Next: npm run check -- ${path}`,
    NEXT_STEPS[kind],
    '',
  ].join('\n');
}
