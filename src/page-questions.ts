/**
 * Records what a page asks about the content while it is rendered. A page whose properties are the same, and whose
 * questions have the same answers, looks the same.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Knowledge } from './knowledge/graph/knowledge.ts';

/** A question with its arguments, as JSON. */
export type QuestionKey = string;

export class PageQuestions {
  readonly asked = new Set<QuestionKey>();
  #views = new WeakMap<Knowledge, Knowledge>();

  /** Returns a view of the knowledge for this page. What a function remembers for a view is remembered for one page. */
  observe(knowledge: Knowledge): Knowledge {
    const view =
      this.#views.get(knowledge) ??
      knowledge.observe((question) => this.asked.add(JSON.stringify(['knowledge', question])));
    this.#views.set(knowledge, view);
    return view;
  }
}

const current = new AsyncLocalStorage<PageQuestions>();

/** Returns the questions of the page that is being rendered, if they are recorded. */
export function getPageQuestions(): PageQuestions | undefined {
  return current.getStore();
}

/** Records the questions while a page is rendered. */
export async function recordQuestions<Result>(
  render: () => Promise<Result>,
): Promise<{ result: Result; asked: readonly QuestionKey[] }> {
  const questions = new PageQuestions();
  const result = await current.run(questions, render);
  return { result, asked: [...questions.asked] };
}
