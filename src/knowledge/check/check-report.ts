/** The result of a check: one value, which every reporter renders. */

import { type ContentFile, isDocumentOf } from '../source/content.ts';
import type { Problem } from '../source/problem.ts';
import { type MissingPart, measureCompleteness } from './completeness.ts';

export interface CheckReport {
  readonly problems: readonly Problem[];
  readonly errors: number;
  readonly warnings: number;
  /** The number of checked files. */
  readonly files: number;
  /** The completeness of the checked postmortems that can be read. */
  readonly postmortems: readonly PostmortemCompleteness[];
}

export interface PostmortemCompleteness {
  readonly path: string;
  readonly id: string;
  readonly title: string;
  readonly percent: number;
  readonly missing: readonly MissingPart[];
}

/** @param files the number of checked files */
export function createReport(
  problems: readonly Problem[],
  files: number,
  postmortems: readonly PostmortemCompleteness[],
): CheckReport {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return {
    problems,
    errors,
    warnings: problems.length - errors,
    files,
    postmortems,
  };
}

/** Returns the completeness of a file, if it is a postmortem that can be read. */
export function measurePostmortems(file: ContentFile): PostmortemCompleteness[] {
  if (!isDocumentOf(file, 'postmortem')) return [];
  const { data } = file.validated;
  return data ? [{ path: file.path, id: file.id, title: data.title, ...measureCompleteness(data) }] : [];
}

/** Returns whether there are errors, or more warnings than allowed. */
export function hasFailed(
  { errors, warnings }: CheckReport,
  maxWarnings = Number.POSITIVE_INFINITY,
): boolean {
  return errors > 0 || warnings > maxWarnings;
}
