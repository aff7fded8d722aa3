/** Checks answers while you type them, by the same rules as files. */
import { checkFiles } from '../check/check-files.ts';
import type { CheckContext } from '../check/rules/rule.ts';
import { findFreeId } from '../import/draft-names.ts';
import type { DocumentKind } from '../schema/kinds.ts';
import type { Content } from '../source/content.ts';
import { DocumentFile } from '../source/document-file.ts';
import type { Problem } from '../source/problem.ts';
import type { Answers } from './answers.ts';
import { formatPage, getPagePath, suggestId } from './page-text.ts';

export interface DraftContext extends CheckContext {
  readonly kind: DocumentKind;
  readonly content: Content;
}

/** Rules that only a finished page can pass. */
const WHOLE_PAGE_RULES = new Set([
  'no-todo',
  'min-completeness',
  'required-sections',
  'required-lesson-evidence',
]);

/** Returns the problems that an answer causes: those that the page did not have before. */
export function findNewProblems(context: DraftContext, before: Answers, after: Answers): Problem[] {
  const known = new Set(checkDraft(context, before).map(getProblemKey));
  return checkDraft(context, after).filter((problem) => !known.has(getProblemKey(problem)));
}

/** Returns why the file cannot have this name. */
export function findIdProblem(context: DraftContext, answers: Answers, id: string): string | undefined {
  const { kind, content } = context;
  if (content.has({ kind, id })) {
    const free = findFreeId(id, (other) => content.has({ kind, id: other }));
    return `${content.root}/${getPagePath(kind, id)} already exists; \`${free}\` is free`;
  }
  const [problem] = checkDraft(context, answers, id).filter(
    ({ rule }) => rule === 'valid-file-name' || rule === 'consistent-id-date',
  );
  return problem && formatProblem(problem);
}

function checkDraft(
  { kind, content, ...context }: DraftContext,
  answers: Answers,
  id = suggestId(kind, answers.fields),
): Problem[] {
  const sections = content.site?.validated.data?.sections ?? [];
  const path = `${content.root}/${getPagePath(kind, id)}`;
  const text = formatPage(kind, answers, sections);
  const file = new DocumentFile(kind, id, { path, text, secrets: [] });
  return checkFiles(content, [file], context).problems.filter(({ rule }) => !WHOLE_PAGE_RULES.has(rule));
}

function getProblemKey({ rule, message }: Problem): string {
  return `${rule} ${message}`;
}

/** Returns the message of a problem with its hint. */
export function formatProblem({ message, hint }: Problem): string {
  return hint ? `${message}. ${hint}` : message;
}
