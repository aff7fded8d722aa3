/** What is said about a page that is being made. */

import type { Report } from '../check/report.ts';
import type { Named } from '../review/review.ts';
import type { DocumentKind } from '../schema/kinds.ts';
import { count } from '../schema/wording.ts';
import type { Problem } from '../source/problem.ts';
import type { SeenBefore } from './seen-before.ts';

/** Lines for the terminal. */
export function reportIncidents({ incidents }: SeenBefore): string[] {
  if (incidents.length === 0) return ['Nothing like it is known.'];
  return incidents.flatMap(({ id, title, reasons }) => [
    `Seen before: ${id}`,
    `  ${title}`,
    ...reasons.map((reason) => `  ${reason}`),
  ]);
}

export function reportSeen(seen: SeenBefore): string[] {
  return [
    ...reportIncidents(seen),
    ...seen.lessons.map(({ id, title, why }) => `Lesson ${id} (${why}) may cover it already: ${title}`),
  ];
}

export function reportLikeLessons(lessons: readonly Named[]): string[] {
  return lessons.map(({ id, title }) => `Lesson ${id} may say it already: ${title}`);
}

/** What is neither a gap nor about the whole page: it is wrong now. */
export function faultsIn({ problems }: Report): Problem[] {
  return problems.filter(({ rule }) => !['unfinished', 'completeness', 'lesson-evidence'].includes(rule));
}

export function gapsIn({ problems }: Report): number {
  return problems.filter(({ rule }) => rule === 'unfinished').length;
}

const NEXT: Readonly<Record<DocumentKind, string>> = {
  postmortem: 'When all of them are filled, set its status to in-review, and open a pull request.',
  note: 'When all of them are filled, set its status to in-review, and open a pull request.',
  lesson: 'Name it under `lessons` in the postmortem or note that teaches it, and open a pull request.',
};

/** @param path as it is typed from here */
export function reportWritten(kind: DocumentKind, path: string, report: Report): string {
  const gaps = gapsIn(report);
  const faults = faultsIn(report).length;
  return [
    `Wrote ${path}`,
    `${count(gaps, 'gap')} in it ${gaps === 1 ? 'is' : 'are'} marked TODO; the check names each.${faults > 0 ? ` It also finds ${count(faults, 'fault')}.` : ''}`,
    `Next: npm run check -- ${path}`,
    NEXT[kind],
    '',
  ].join('\n');
}
