/** A page while it is being made: what was said of it, held against the rules with every answer. */
import type { DocumentKind } from '../schema/kinds.ts';
import { type AnswerContext, type Answers, applyAnswer } from './answers.ts';
import { type DraftContext, findNewProblems, formatProblem } from './check-draft.ts';
import { hasValue } from './page-fields.ts';
import { isRepeatable, type Question } from './question.ts';
import { QUESTIONS } from './questions.ts';
import { formatCommand, type TypedFlags } from './resume-command.ts';

export interface AnswerResult {
  /** Why it was not taken. */
  readonly rejection?: string | undefined;
  /** How it was read, and what the check will have to say about it. */
  readonly notes: readonly string[];
}

export class PageDraft {
  readonly kind: DocumentKind;
  readonly #context: AnswerContext;
  readonly #draftContext: DraftContext;
  readonly #typed = new Map<string, string[]>();
  #answers: Answers;

  /** @param known what is said already, by a text that was there */
  constructor(judge: DraftContext, context: AnswerContext, known: Answers = { fields: {}, unknown: [] }) {
    this.kind = judge.kind;
    this.#draftContext = judge;
    this.#context = context;
    this.#answers = known;
  }

  get answers(): Answers {
    return this.#answers;
  }

  get questions(): readonly Question[] {
    return QUESTIONS[this.kind];
  }

  /** Those that nobody has answered yet. */
  get unanswered(): readonly Question[] {
    return this.questions.filter(
      (question) => !hasValue(this.#answers.fields, question.path) && !this.#typed.has(question.flag),
    );
  }

  /** Why texts cannot be the answer. */
  findRejection(question: Question, texts: readonly string[]): string | undefined {
    return this.#tryAnswer(question, texts).refused;
  }

  answer(question: Question, texts: readonly string[]): AnswerResult {
    const { refused, said, answers } = this.#tryAnswer(question, texts);
    if (refused !== undefined) return { rejection: refused, notes: [] };
    this.#answers = answers;
    const before = isRepeatable(question) ? (this.#typed.get(question.flag) ?? []) : [];
    const all = [...before, ...texts.filter((text) => text.trim() !== '')];
    if (all.length > 0) this.#typed.set(question.flag, all);
    return { notes: said };
  }

  #tryAnswer(question: Question, texts: readonly string[]) {
    const {
      answers,
      notes: said,
      rejection: refused,
    } = applyAnswer(this.#answers, question, texts, this.#context);
    if (refused !== undefined) return { refused, said, answers };
    const problems = findNewProblems(this.#draftContext, this.#answers, answers);
    const error = problems.find(({ severity }) => severity === 'error');
    return {
      refused: error && formatProblem(error),
      said: [...said, ...problems.map(formatProblem)],
      answers,
    };
  }

  /**
   * The command that goes on from here.
   *
   * @param also what was said that answers no question
   */
  formatResumeCommand(also: TypedFlags): string {
    const inOrder = this.questions.flatMap(({ flag }) => {
      const typed = this.#typed.get(flag);
      return typed ? [[flag, typed] as const] : [];
    });
    return formatCommand(this.kind, new Map([...also, ...inOrder]));
  }
}
