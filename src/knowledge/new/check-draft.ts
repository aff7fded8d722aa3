/** Answers held against the same rules as files, while they are typed: a page with them, and one without. */
import { runRules } from '../check/run-rules.ts';
import { findFreeId } from '../import/draft-names.ts';
import type { DocumentKind } from '../schema/kinds.ts';
import type { Content } from '../source/content.ts';
import { DocumentFile } from '../source/document-file.ts';
import type { Problem } from '../source/problem.ts';
import type { Answers } from './answers.ts';
import { formatPage, getPagePath, suggestId } from './page-text.ts';

export interface DraftContext {
  readonly kind: DocumentKind;
  readonly content: Content;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Gaps are what a page begins with; how many words it still lacks is said at the end. */
const WHOLE_PAGE_RULES = new Set([
  'no-todo',
  'min-completeness',
  'required-sections',
  'required-lesson-evidence',
]);

/** What the check says of the page with an answer that it did not say before. */
export function findNewProblems(judge: DraftContext, before: Answers, after: Answers): Problem[] {
  const known = new Set(checkDraft(judge, before).map(getProblemKey));
  return checkDraft(judge, after).filter((problem) => !known.has(getProblemKey(problem)));
}

/** Why a file may not have this name. */
export function findIdProblem(judge: DraftContext, answers: Answers, id: string): string | undefined {
  const { kind, content } = judge;
  if (content.has({ kind, id })) {
    const free = findFreeId(id, (other) => content.has({ kind, id: other }));
    return `${content.root}/${getPagePath(kind, id)} is there already; \`${free}\` is free`;
  }
  const [problem] = checkDraft(judge, answers, id).filter(
    ({ rule }) => rule === 'valid-file-name' || rule === 'consistent-id-date',
  );
  return problem && formatProblem(problem);
}

function checkDraft(
  { kind, content, today }: DraftContext,
  answers: Answers,
  id = suggestId(kind, answers.fields),
): Problem[] {
  const sections = content.site?.validated.data?.sections ?? [];
  const path = `${content.root}/${getPagePath(kind, id)}`;
  const file = new DocumentFile(kind, id, path, formatPage(kind, answers, sections));
  return runRules(content, { files: [file], today }).filter(({ rule }) => !WHOLE_PAGE_RULES.has(rule));
}

function getProblemKey({ rule, message }: Problem): string {
  return `${rule} ${message}`;
}

/** A problem as the answer to an answer: the sentence, and the nearest right thing. */
export function formatProblem({ message, hint }: Problem): string {
  return hint ? `${message}. ${hint}` : message;
}
