/** Checks files in batches that threads take from a shared counter. */
import { type CheckResult, checkFiles } from '../knowledge/check/check-files.ts';
import type { Content, ContentFile } from '../knowledge/source/content.ts';
import type { FileInput } from '../knowledge/source/file-input.ts';
import type { SecretsByPath } from '../knowledge/source/secrets/found-secret.ts';
import { loadCheckContext } from './check-context.ts';

/** The data that each thread gets. */
export interface SharedWork {
  readonly root: string;
  readonly files: readonly FileInput[];
  readonly secrets: SecretsByPath | undefined;
  /** The indexes of the files to check. */
  readonly checkedIndexes: readonly number[];
  /** The number of files that some thread has started. */
  readonly startedCount: Int32Array<SharedArrayBuffer>;
}

const BATCH_SIZE = 12;

/** Checks batches of files until every file has been started by some thread. */
export async function checkInBatches(
  content: Content,
  files: readonly ContentFile[],
  startedCount: Int32Array<SharedArrayBuffer>,
): Promise<CheckResult> {
  const context = await loadCheckContext();
  const results: CheckResult[] = [];
  while (true) {
    const first = Atomics.add(startedCount, 0, BATCH_SIZE);
    if (first >= files.length) break;
    results.push(checkFiles(content, files.slice(first, first + BATCH_SIZE), context));
  }
  return {
    problems: results.flatMap(({ problems }) => problems),
    postmortems: results.flatMap(({ postmortems }) => postmortems),
  };
}
