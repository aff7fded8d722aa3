/** A page while it is being made: what was said of it, held against the rules with every answer. */
import type { DocumentKind } from '../schema/kinds.ts';
import { type AnswerContext, type Answers, answered } from './answers.ts';
import { commandLine, type Typed } from './command-line.ts';
import { isSaid } from './fields.ts';
import { inOneSentence, type Judge, newProblems } from './judge.ts';
import { isRepeated, QUESTIONS, type Question } from './questions.ts';

export interface Taking {
  /** Why it was not taken. */
  readonly refused?: string | undefined;
  /** How it was read, and what the check will have to say about it. */
  readonly said: readonly string[];
}

export class Beginning {
  readonly kind: DocumentKind;
  readonly #context: AnswerContext;
  readonly #judge: Judge;
  readonly #typed = new Map<string, string[]>();
  #answers: Answers;

  /** @param known what is said already, by a text that was there */
  constructor(judge: Judge, context: AnswerContext, known: Answers = { fields: {}, unknown: [] }) {
    this.kind = judge.kind;
    this.#judge = judge;
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
  get open(): readonly Question[] {
    return this.questions.filter(
      (question) => !isSaid(this.#answers.fields, question.path) && !this.#typed.has(question.flag),
    );
  }

  /** Why texts cannot be the answer. */
  refusal(question: Question, texts: readonly string[]): string | undefined {
    return this.#judged(question, texts).refused;
  }

  take(question: Question, texts: readonly string[]): Taking {
    const { refused, said, answers } = this.#judged(question, texts);
    if (refused !== undefined) return { refused, said: [] };
    this.#answers = answers;
    const before = isRepeated(question) ? (this.#typed.get(question.flag) ?? []) : [];
    const all = [...before, ...texts.filter((text) => text.trim() !== '')];
    if (all.length > 0) this.#typed.set(question.flag, all);
    return { said };
  }

  #judged(question: Question, texts: readonly string[]) {
    const { answers, said, refused } = answered(this.#answers, question, texts, this.#context);
    if (refused !== undefined) return { refused, said, answers };
    const problems = newProblems(this.#judge, this.#answers, answers);
    const error = problems.find(({ severity }) => severity === 'error');
    return {
      refused: error && inOneSentence(error),
      said: [...said, ...problems.map(inOneSentence)],
      answers,
    };
  }

  /**
   * The command that goes on from here.
   *
   * @param also what was said that answers no question
   */
  commandWith(also: Typed): string {
    const inOrder = this.questions.flatMap(({ flag }) => {
      const typed = this.#typed.get(flag);
      return typed ? [[flag, typed] as const] : [];
    });
    return commandLine(this.kind, new Map([...also, ...inOrder]));
  }
}
