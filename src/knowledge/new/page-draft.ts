/** A page while it is being created: its answers, checked by the rules with each new one. */
import type { DocumentKind } from '../schema/kinds.ts';
import { type AnswerContext, type Answers, applyAnswer } from './answers.ts';
import { type DraftContext, findNewProblems, formatProblem } from './check-draft.ts';
import { hasValue } from './page-fields.ts';
import { isRepeatable, type Question } from './question.ts';
import { QUESTIONS } from './questions.ts';
import { formatCommand, type TypedFlags } from './resume-command.ts';

export interface AnswerResult {
  /** The reason why the answer was rejected. */
  readonly rejection?: string | undefined;
  /** Notes on how the answer was read, and the warnings of the check about it. */
  readonly notes: readonly string[];
}

export class PageDraft {
  readonly kind: DocumentKind;
  readonly #answerContext: AnswerContext;
  readonly #draftContext: DraftContext;
  #typed: ReadonlyMap<string, readonly string[]> = new Map();
  #answers: Answers;
  /** Before each answer. */
  readonly #states: { readonly typed: ReadonlyMap<string, readonly string[]>; readonly answers: Answers }[] =
    [];

  /** @param known the answers in an existing text */
  constructor(
    draftContext: DraftContext,
    answerContext: AnswerContext,
    known: Answers = { fields: {}, unknown: [] },
  ) {
    this.kind = draftContext.kind;
    this.#draftContext = draftContext;
    this.#answerContext = answerContext;
    this.#answers = known;
  }

  get answers(): Answers {
    return this.#answers;
  }

  get questions(): readonly Question[] {
    return QUESTIONS[this.kind];
  }

  /** The questions without an answer. */
  get unanswered(): readonly Question[] {
    return this.questions.filter(
      (question) => !hasValue(this.#answers.fields, question.path) && !this.#typed.has(question.flag),
    );
  }

  /** Returns why the texts cannot be the answer. */
  findRejection(question: Question, texts: readonly string[]): string | undefined {
    return this.#tryAnswer(question, texts).rejection;
  }

  answer(question: Question, texts: readonly string[]): AnswerResult {
    const { rejection, notes, answers } = this.#tryAnswer(question, texts);
    if (rejection !== undefined) return { rejection, notes: [] };
    this.#states.push({ typed: this.#typed, answers: this.#answers });
    this.#answers = answers;
    const before = isRepeatable(question) ? (this.#typed.get(question.flag) ?? []) : [];
    const all = [...before, ...texts.filter((text) => text.trim() !== '')];
    if (all.length > 0) this.#typed = new Map([...this.#typed, [question.flag, all]]);
    return { notes };
  }

  /** Takes the last answer back. */
  takeBack(): void {
    const state = this.#states.pop();
    if (!state) return;
    this.#typed = state.typed;
    this.#answers = state.answers;
  }

  #tryAnswer(question: Question, texts: readonly string[]) {
    const { answers, notes, rejection } = applyAnswer(this.#answers, question, texts, this.#answerContext);
    if (rejection !== undefined) return { rejection, notes, answers };
    const problems = findNewProblems(this.#draftContext, this.#answers, answers);
    const error = problems.find(({ severity }) => severity === 'error');
    return {
      rejection: error && formatProblem(error),
      notes: [...notes, ...problems.map(formatProblem)],
      answers,
    };
  }

  /**
   * Returns the command that continues from here.
   *
   * @param others the flags that answer no question
   */
  formatResumeCommand(others: TypedFlags): string {
    const inOrder = this.questions.flatMap(({ flag }) => {
      const typed = this.#typed.get(flag);
      return typed ? [[flag, typed] as const] : [];
    });
    return formatCommand(this.kind, new Map([...others, ...inOrder]));
  }
}
