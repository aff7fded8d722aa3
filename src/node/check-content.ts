/** The whole check of a content folder. Many files are judged by several threads, on as many cores. */
import { once } from 'node:events';
import { getCompileCacheDir } from 'node:module';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type CheckReport, createReport } from '../knowledge/check/check-report.ts';
import { type Content, type ContentFile, type FileInput, toFileInput } from '../knowledge/source/content.ts';
import { compareProblems } from '../knowledge/source/problem.ts';
import { type CheckResult, checkFiles, checkInBatches } from './check-files.ts';

/** A thread takes as long to start as it takes to judge so many files. */
const MIN_FILES_PER_THREAD = 150;
/** Each holds all texts once more. */
const MAX_THREADS = 4;

/** What a further thread is given. */
export interface SharedWork {
  readonly root: string;
  readonly sources: readonly FileInput[];
  /** Which of the sources are judged. */
  readonly fileIndexes: readonly number[];
  /** How many of these are taken, by all threads together. */
  readonly nextIndex: Int32Array<SharedArrayBuffer>;
}

/** @param files which files to judge, against the whole; all of them if left out */
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
    threads > 1 ? await checkInThreads(content, files, threads) : await checkFiles(content, files);
  return createReport(problems, files.length, postmortems);
}

async function checkInThreads(
  content: Content,
  files: readonly ContentFile[],
  threads: number,
): Promise<CheckResult> {
  const places = new Map(content.files.map((file, at) => [file, at]));
  const work: SharedWork = {
    root: content.root,
    sources: content.files.map((file) => toFileInput(file, content)),
    fileIndexes: files.map((file) => places.get(file) ?? rejectUnknownFile(file)),
    nextIndex: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
  };
  // A thread keeps what it compiles only where it is told so.
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
    const judged = await Promise.all([checkInBatches(content, files, work.nextIndex), ...answers]);
    const order = new Map(files.map(({ path }, at) => [path, at]));
    return {
      problems: judged.flatMap(({ problems }) => problems).sort(compareProblems),
      postmortems: judged
        .flatMap(({ postmortems }) => postmortems)
        .sort((a, b) => (order.get(a.path) ?? 0) - (order.get(b.path) ?? 0)),
    };
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function rejectUnknownFile({ path }: ContentFile): never {
  throw new Error(`${path} is judged against a content that it is not part of`);
}
