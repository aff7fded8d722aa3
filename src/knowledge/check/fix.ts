/** Applies the safe automatic fixes. Outside the edits a file stays the same, byte for byte. */
import type { Edit, Problem } from '../source/problem.ts';

export interface FixedFile {
  readonly path: string;
  readonly text: string;
  /** The fixed problems, from top to bottom. */
  readonly fixed: readonly Problem[];
}

/**
 * Applies the edits of all problems of one file. Of problems whose edits overlap, only the first is fixed; the others
 * are found again by the next check, if they are still there.
 *
 * @param text the file as it was checked
 */
export function fixText(text: string, problems: readonly Problem[]): Omit<FixedFile, 'path'> {
  const fixed: Problem[] = [];
  const edits: Edit[] = [];
  for (const problem of problems) {
    const wanted = problem.edits ?? [];
    // The same edit can fix two problems: sorting a list fixes every item that is out of order.
    const isNew = (edit: Edit) => !edits.some((other) => isSameEdit(edit, other));
    if (
      wanted.length === 0 ||
      wanted.some((edit) => isNew(edit) && edits.some((other) => isOverlapping(edit, other)))
    ) {
      continue;
    }
    edits.push(...wanted.filter(isNew));
    fixed.push(problem);
  }
  return { text: applyEdits(text, edits), fixed };
}

function isSameEdit(a: Edit, b: Edit): boolean {
  return a.text === b.text && a.span.start === b.span.start && a.span.end === b.span.end;
}

function isOverlapping(a: Edit, b: Edit): boolean {
  const isAtSamePlace = a.span.start === b.span.start;
  return isAtSamePlace || (a.span.start < b.span.end && b.span.start < a.span.end);
}

/** @param edits which do not overlap */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { span, text: replacement } of [...edits].sort((a, b) => b.span.start - a.span.start)) {
    result = result.slice(0, span.start) + replacement + result.slice(span.end);
  }
  return result;
}

/** Returns the files that the fixes change, with the problems fixed in each. */
export function fixFiles(
  files: readonly { readonly path: string; readonly text: string }[],
  problems: readonly Problem[],
): FixedFile[] {
  return files.flatMap(({ path, text }) => {
    const own = problems.filter((problem) => problem.path === path && problem.edits);
    const result = own.length > 0 ? fixText(text, own) : undefined;
    return result && result.fixed.length > 0 ? [{ path, ...result }] : [];
  });
}
