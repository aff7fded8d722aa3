/** Runs the cases of `fuzz.ts` in a thread, so that a case that hangs can be stopped. */
import { parentPort } from 'node:worker_threads';
import fc from 'fast-check';
import { type HostileFile, hostileFiles, hostileLines } from './hostile-files.ts';
import { checkHostileFile, findViolations } from './invariants.ts';

/** The limit for repeated text: what an author can write in a day. */
const MAX_REPEATED_LENGTH = 100_000;
/** One case in so many is a line of megabytes. */
const LONG_LINE_INTERVAL = 1_000;

export interface Batch {
  readonly seed: number;
  readonly cases: number;
}

export type WorkerMessage =
  | { readonly type: 'begun'; readonly file: HostileFile }
  | { readonly type: 'done'; readonly file: HostileFile; readonly milliseconds: number }
  | { readonly type: 'failed'; readonly file: HostileFile; readonly reason: string }
  | { readonly type: 'finished' };

const post = (message: WorkerMessage) => parentPort?.postMessage(message);
const files = fc.oneof(
  { weight: LONG_LINE_INTERVAL - 1, arbitrary: hostileFiles(MAX_REPEATED_LENGTH) },
  { weight: 1, arbitrary: hostileLines },
);

/** Of this thread alone: what else the machine does takes no part in it. */
function cpuMilliseconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

async function checkInvariants(file: HostileFile): Promise<void> {
  post({ type: 'begun', file });
  const start = cpuMilliseconds();
  const found = await checkHostileFile(file);
  post({ type: 'done', file, milliseconds: cpuMilliseconds() - start });
  const broken = findViolations(file, found);
  if (broken.length > 0) throw new Error(broken.slice(0, 5).join('\n'));
}

parentPort?.on('message', async ({ seed, cases }: Batch) => {
  const result = await fc.check(fc.asyncProperty(files, checkInvariants), { seed, numRuns: cases });
  const [file] = result.counterexample ?? [];
  if (file) {
    const { errorInstance: error } = result;
    post({
      type: 'failed',
      file,
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
  post({ type: 'finished' });
});
