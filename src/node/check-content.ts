/** The one function that checks content. Several threads share the work if there are many files. */
import { once } from 'node:events';
import { getCompileCacheDir } from 'node:module';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type CheckResult, type FileResult, mergeResults } from '../knowledge/check/check-files.ts';
import { type CheckReport, createReport } from '../knowledge/check/check-report.ts';
import { findMissingFiles } from '../knowledge/check/run-rules.ts';
import { type Content, type ContentFile, isDocumentOf, toFileInputs } from '../knowledge/source/content.ts';
import { compareProblems } from '../knowledge/source/problem.ts';
import { type BatchResult, checkInBatches, type SharedWork } from './check-batches.ts';
import type { CheckCache } from './check-cache.ts';
import { getToday } from './clock.ts';

/** A thread takes as long to start as to check this many files. */
const MIN_FILES_PER_THREAD = 150;
/** Each thread has its own copy of all texts. */
const MAX_THREADS = 4;

/**
 * Checks content with the secrets in it, the dictionary and today's date.
 *
 * @param content one that was searched for secrets: `readContent` and `createMaskedContent` return such
 * @param files the files to check against the whole content, all files if omitted
 * @param cache the results of earlier checks of the folder
 */
export async function checkContent(
  content: Content,
  files: readonly ContentFile[] = content.files,
  cache?: CheckCache,
): Promise<CheckReport> {
  const known = cache?.findResults(content, files, getToday()) ?? new Map<string, CheckResult>();
  const changed = files.filter(({ path }) => !known.has(path));
  const { results, answers } = await checkAll(content, changed);
  const fresh = new Map(results.map((result) => [result.path, result]));
  cache?.keep(content, changed, fresh, answers);
  await cache?.save(content);
  const { problems, postmortems } = mergeResults(
    files.flatMap(({ path }) => known.get(path) ?? fresh.get(path) ?? []),
  );
  const sorted = [...findMissingFiles(content), ...problems].sort(compareProblems);
  return createReport(sorted, files.length, postmortems);
}

/**
 * Checks postmortems and notes first. Lessons and vocabularies ask about the fields of all of them, which need not be
 * parsed again then.
 */
async function checkAll(content: Content, files: readonly ContentFile[]): Promise<BatchResult> {
  const isAskedAbout = (file: ContentFile) => isDocumentOf(file, 'postmortem') || isDocumentOf(file, 'note');
  const first = await checkInThreads(content, files.filter(isAskedAbout));
  restoreFacts(content, first.results);
  const second = await checkInThreads(
    content,
    files.filter((file) => !isAskedAbout(file)),
  );
  return mergeBatches([first, second]);
}

/** Gives the documents of the content the facts that other threads found. */
function restoreFacts(content: Content, results: readonly FileResult[]): void {
  const facts = new Map(results.map((result) => [result.path, result.facts]));
  for (const file of content.documents) {
    const found = facts.get(file.path);
    if (found && !file.knownFacts) file.restore(found);
  }
}

function mergeBatches(batches: readonly BatchResult[]): BatchResult {
  return {
    results: batches.flatMap(({ results }) => results),
    answers: new Map(batches.flatMap(({ answers }) => [...answers])),
  };
}

async function checkInThreads(content: Content, files: readonly ContentFile[]): Promise<BatchResult> {
  const threads = Math.min(
    availableParallelism(),
    MAX_THREADS,
    Math.floor(files.length / MIN_FILES_PER_THREAD),
  );
  const startedCount = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  if (files.length === 0) return { results: [], answers: new Map() };
  if (threads <= 1) return checkInBatches(content, files, startedCount);
  const indexes = new Map(content.files.map((file, index) => [file, index]));
  const work: SharedWork = {
    root: content.root,
    files: toFileInputs(content),
    secrets: content.secrets,
    facts: new Map(
      content.documents.flatMap(({ path, knownFacts }) => (knownFacts ? [[path, knownFacts]] : [])),
    ),
    checkedIndexes: files.map((file) => indexes.get(file) ?? rejectUnknownFile(file)),
    startedCount,
  };
  // Threads do not inherit the cache of compiled code.
  const compiled = getCompileCacheDir();
  const workers = Array.from(
    { length: threads - 1 },
    () =>
      new Worker(new URL('./check-worker.ts', import.meta.url), {
        workerData: work,
        env: compiled === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: compiled },
      }),
  );
  try {
    const answers = workers.map(async (worker) => (await once(worker, 'message'))[0] as BatchResult);
    return mergeBatches(await Promise.all([checkInBatches(content, files, startedCount), ...answers]));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function rejectUnknownFile({ path }: ContentFile): never {
  throw new Error(`${path} is not part of the content against which it is checked`);
}
