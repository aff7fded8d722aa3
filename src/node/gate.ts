/** The whole check of a content folder. Many files are judged by several threads, on as many cores. */
import { once } from 'node:events';
import { getCompileCacheDir } from 'node:module';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Report, reportOf } from '../knowledge/check/report.ts';
import {
  type Content,
  type ContentFile,
  type SourceFile,
  sourceOfFile,
} from '../knowledge/source/content.ts';
import { compareProblems } from '../knowledge/source/problem.ts';
import { type Judged, judge, judgeHandfuls } from './judge.ts';

/** A thread takes as long to start as it takes to judge so many files. */
const WORTH_A_THREAD = 150;
/** Each holds all texts once more. */
const MOST_THREADS = 4;

/** What a further thread is given. */
export interface SharedWork {
  readonly root: string;
  readonly sources: readonly SourceFile[];
  /** Which of the sources are judged. */
  readonly judged: readonly number[];
  /** How many of these are taken, by all threads together. */
  readonly taken: Int32Array<SharedArrayBuffer>;
}

/** @param files which files to judge, against the whole; all of them if left out */
export async function runGate(
  content: Content,
  files: readonly ContentFile[] = content.files,
): Promise<Report> {
  const threads = Math.min(availableParallelism(), MOST_THREADS, Math.floor(files.length / WORTH_A_THREAD));
  const { problems, postmortems } =
    threads > 1 ? await judgeTogether(content, files, threads) : await judge(content, files);
  return reportOf(problems, files.length, postmortems);
}

async function judgeTogether(
  content: Content,
  files: readonly ContentFile[],
  threads: number,
): Promise<Judged> {
  const places = new Map(content.files.map((file, at) => [file, at]));
  const work: SharedWork = {
    root: content.root,
    sources: content.files.map((file) => sourceOfFile(file, content)),
    judged: files.map((file) => places.get(file) ?? notOfContent(file)),
    taken: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
  };
  // A thread keeps what it compiles only where it is told so.
  const cache = getCompileCacheDir();
  const workers = Array.from(
    { length: threads - 1 },
    () =>
      new Worker(new URL('./gate-thread.ts', import.meta.url), {
        workerData: work,
        env: cache === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: cache },
      }),
  );
  try {
    const answers = workers.map(async (worker) => (await once(worker, 'message'))[0] as Judged);
    const judged = await Promise.all([judgeHandfuls(content, files, work.taken), ...answers]);
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

function notOfContent({ path }: ContentFile): never {
  throw new Error(`${path} is judged against a content that it is not part of`);
}
