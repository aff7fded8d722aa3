/** The one function that checks content. Several threads share the work if there are many files. */
import { once } from 'node:events';
import { getCompileCacheDir } from 'node:module';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type CheckResult, checkFiles } from '../knowledge/check/check-files.ts';
import { type CheckReport, createReport } from '../knowledge/check/check-report.ts';
import { findMissingFiles } from '../knowledge/check/run-rules.ts';
import { type Content, type ContentFile, toFileInputs } from '../knowledge/source/content.ts';
import { compareProblems } from '../knowledge/source/problem.ts';
import { checkInBatches, type SharedWork } from './check-batches.ts';
import { loadCheckContext } from './check-context.ts';

/** A thread takes as long to start as to check this many files. */
const MIN_FILES_PER_THREAD = 150;
/** Each thread has its own copy of all texts. */
const MAX_THREADS = 4;

/**
 * Checks content with the secrets in it, the dictionary and today's date.
 *
 * @param content one that was searched for secrets: `readContent` and `createMaskedContent` return such
 * @param files the files to check against the whole content, all files if omitted
 */
export async function checkContent(
  content: Content,
  files: readonly ContentFile[] = content.files,
): Promise<CheckReport> {
  const threads = Math.min(
    availableParallelism(),
    MAX_THREADS,
    Math.floor(files.length / MIN_FILES_PER_THREAD),
  );
  const { problems, postmortems } =
    threads > 1
      ? await checkInThreads(content, files, threads)
      : checkFiles(content, files, await loadCheckContext());
  const sorted = [...findMissingFiles(content), ...problems].sort(compareProblems);
  return createReport(sorted, files.length, postmortems);
}

async function checkInThreads(
  content: Content,
  files: readonly ContentFile[],
  threads: number,
): Promise<CheckResult> {
  const indexes = new Map(content.files.map((file, index) => [file, index]));
  const work: SharedWork = {
    root: content.root,
    files: toFileInputs(content),
    secrets: content.secrets,
    checkedIndexes: files.map((file) => indexes.get(file) ?? rejectUnknownFile(file)),
    startedCount: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
  };
  // Threads do not inherit the cache of compiled code.
  const cache = getCompileCacheDir();
  const workers = Array.from(
    { length: threads - 1 },
    () =>
      new Worker(new URL('./check-worker.ts', import.meta.url), {
        workerData: work,
        env: cache === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: cache },
      }),
  );
  try {
    const answers = workers.map(async (worker) => (await once(worker, 'message'))[0] as CheckResult);
    const results = await Promise.all([checkInBatches(content, files, work.startedCount), ...answers]);
    const order = new Map(files.map(({ path }, index) => [path, index]));
    return {
      problems: results.flatMap(({ problems }) => problems),
      postmortems: results
        .flatMap(({ postmortems }) => postmortems)
        .sort((a, b) => (order.get(a.path) ?? 0) - (order.get(b.path) ?? 0)),
    };
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function rejectUnknownFile({ path }: ContentFile): never {
  throw new Error(`${path} is not part of the content against which it is checked`);
}
