/**
 * Records what a page asks about the content while it is rendered. A page whose properties are the same, and whose
 * questions have the same answers, looks the same.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Entry } from './knowledge/graph/entries.ts';
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

const current = new AsyncLocalStorage<PageQuestions | undefined>();

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

/** Computes an answer that depends on more than the page that asks for it. What it reads is no question of the page. */
export function withoutRecording<Answer>(compute: () => Answer): Answer {
  return current.run(undefined, compute);
}

/** The parts of an entry that change with its file. */
const ENTRY_PARTS = ['data', 'links', 'headings', 'sections'] as const;
export type EntryPart = (typeof ENTRY_PARTS)[number];

/**
 * Returns an entry that reports which of its parts a page reads. A list of entries is the same answer as long as it has
 * the same ones: most pages show the titles of a few.
 */
export function observeEntry<Observed extends Entry>(entry: Observed): Observed {
  const observed = { ...entry };
  for (const part of ENTRY_PARTS.filter((name) => name in entry)) {
    const key: QuestionKey = JSON.stringify(['part', entry.kind, entry.id, part]);
    const value = getEntryPart(entry, part);
    Object.defineProperty(observed, part, {
      enumerable: true,
      get: () => {
        getPageQuestions()?.asked.add(key);
        return value;
      },
    });
  }
  return observed;
}

/** Returns undefined if entries of this kind do not have the part. */
export function getEntryPart(entry: Entry | undefined, part: EntryPart): unknown {
  return entry && part in entry ? entry[part as keyof Entry] : undefined;
}
