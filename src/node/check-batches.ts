/** Checks files in batches that threads take from a shared counter. */
import { FileChecker, type FileResult } from '../knowledge/check/check-files.ts';
import type { Content, ContentFile } from '../knowledge/source/content.ts';
import type { DocumentFacts } from '../knowledge/source/document-facts.ts';
import type { FileInput } from '../knowledge/source/file-input.ts';
import type { SecretsByPath } from '../knowledge/source/secrets/found-secret.ts';
import { digestAnswer } from './answer-digest.ts';
import { loadCheckContext } from './check-context.ts';

/** The data that each thread gets. */
export interface SharedWork {
  readonly root: string;
  readonly files: readonly FileInput[];
  readonly secrets: SecretsByPath | undefined;
  /** The facts that are known already, by path. */
  readonly facts: ReadonlyMap<string, DocumentFacts>;
  /** The indexes of the files to check. */
  readonly checkedIndexes: readonly number[];
  /** The number of files that some thread has started. */
  readonly startedCount: Int32Array<SharedArrayBuffer>;
}

export interface BatchResult {
  readonly results: readonly FileResult[];
  /** Digests of the answers to the questions that the files asked. */
  readonly answers: ReadonlyMap<string, string>;
}

const BATCH_SIZE = 12;

/** Checks batches of files until every file has been started by some thread. */
export async function checkInBatches(
  content: Content,
  files: readonly ContentFile[],
  startedCount: Int32Array<SharedArrayBuffer>,
): Promise<BatchResult> {
  const checker = new FileChecker(content, await loadCheckContext());
  const results: FileResult[] = [];
  while (true) {
    const first = Atomics.add(startedCount, 0, BATCH_SIZE);
    if (first >= files.length) break;
    for (const file of files.slice(first, first + BATCH_SIZE)) results.push(checker.check(file));
  }
  const asked = new Set(results.flatMap((result) => result.asked));
  return {
    results,
    answers: new Map([...asked].map((key) => [key, digestAnswer(checker.answer(key))])),
  };
}
