/** The check: runs every rule on files, and measures how complete the postmortems among them are. */
import type { Content, ContentFile } from '../source/content.ts';
import type { DocumentFacts } from '../source/document-facts.ts';
import type { Problem } from '../source/problem.ts';
import { measurePostmortems, type PostmortemCompleteness } from './check-report.ts';
import { type QuestionKey, QuestionLog } from './content-view.ts';
import type { CheckContext } from './rules/rule.ts';
import { createProblemFinder } from './run-rules.ts';

export interface CheckResult {
  readonly problems: readonly Problem[];
  readonly postmortems: readonly PostmortemCompleteness[];
}

/** The result for one file, and what it depends on in addition to the text of the file. */
export interface FileResult extends CheckResult {
  readonly path: string;
  readonly asked: readonly QuestionKey[];
  /** Present for a document. */
  readonly facts?: DocumentFacts;
}

/** Checks files one by one against the same content. */
export class FileChecker {
  readonly #log: QuestionLog;
  readonly #findProblems: (file: ContentFile) => Problem[];

  /**
   * @param content one that was searched for secrets
   * @param options `skipsWarningRules` leaves out the rules that only warn about a file
   */
  constructor(
    content: Content,
    context: CheckContext,
    { skipsWarningRules = false }: { readonly skipsWarningRules?: boolean } = {},
  ) {
    if (!content.secrets) throw new Error('The content was not searched for secrets');
    this.#log = new QuestionLog(content, context.today);
    this.#findProblems = createProblemFinder(content, context, {
      log: this.#log,
      skipsWarningRules,
    });
  }

  /** Releases the syntax trees of the file after its check. */
  check(file: ContentFile): FileResult {
    const problems = this.#findProblems(file);
    const postmortems = measurePostmortems(file);
    const facts = file.type === 'document' ? { facts: file.facts } : {};
    if (file.type === 'document') file.release();
    return { path: file.path, problems, postmortems, asked: this.#log.takeAsked(), ...facts };
  }

  /** Returns the answer to a question that a file asked. */
  answer(key: QuestionKey): unknown {
    return this.#log.answer(key);
  }
}

/**
 * Checks files against the content, and releases the syntax trees of each file after its check.
 *
 * @param content one that was searched for secrets
 */
export function checkFiles(
  content: Content,
  files: readonly ContentFile[],
  context: CheckContext,
): CheckResult {
  const checker = new FileChecker(content, context);
  return mergeResults(files.map((file) => checker.check(file)));
}

export function mergeResults(results: readonly CheckResult[]): CheckResult {
  return {
    problems: results.flatMap(({ problems }) => problems),
    postmortems: results.flatMap(({ postmortems }) => postmortems),
  };
}
