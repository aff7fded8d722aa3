/** Answers held against the same rules as files, while they are typed: a page with them, and one without. */
import { check } from '../check/check.ts';
import { freeId } from '../import/draft-names.ts';
import type { DocumentKind } from '../schema/kinds.ts';
import type { Content } from '../source/content.ts';
import { DocumentFile } from '../source/document-file.ts';
import type { Problem } from '../source/problem.ts';
import type { Answers } from './answers.ts';
import { pageText, pathOf, suggestedId } from './page.ts';

export interface Judge {
  readonly kind: DocumentKind;
  readonly content: Content;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Gaps are what a page begins with; how many words it still lacks is said at the end. */
const OF_THE_WHOLE = new Set(['unfinished', 'completeness', 'required-sections', 'lesson-evidence']);

/** What the check says of the page with an answer that it did not say before. */
export function newProblems(judge: Judge, before: Answers, after: Answers): Problem[] {
  const known = new Set(problemsOf(judge, before).map(keyOf));
  return problemsOf(judge, after).filter((problem) => !known.has(keyOf(problem)));
}

/** Why a file may not have this name. */
export function refusalOfId(judge: Judge, answers: Answers, id: string): string | undefined {
  const { kind, content } = judge;
  if (content.has({ kind, id })) {
    const free = freeId(id, (other) => content.has({ kind, id: other }));
    return `${content.root}/${pathOf(kind, id)} is there already; \`${free}\` is free`;
  }
  const [problem] = problemsOf(judge, answers, id).filter(
    ({ rule }) => rule === 'file-name' || rule === 'id-date',
  );
  return problem && inOneSentence(problem);
}

function problemsOf(
  { kind, content, today }: Judge,
  answers: Answers,
  id = suggestedId(kind, answers.fields),
): Problem[] {
  const sections = content.site?.validated.data?.sections ?? [];
  const path = `${content.root}/${pathOf(kind, id)}`;
  const file = new DocumentFile(kind, id, path, pageText(kind, answers, sections));
  return check(content, { files: [file], today }).filter(({ rule }) => !OF_THE_WHOLE.has(rule));
}

function keyOf({ rule, message }: Problem): string {
  return `${rule} ${message}`;
}

/** A problem as the answer to an answer: the sentence, and the nearest right thing. */
export function inOneSentence({ message, hint }: Problem): string {
  return hint ? `${message}. ${hint}` : message;
}
