/** Runs the cases of `fuzz.ts` beside it, so that one that never ends can be ended. */
import { parentPort } from 'node:worker_threads';
import fc from 'fast-check';
import { type HostileFile, hostileFiles, hostileLines } from './hostile-files.ts';
import { brokenPromises, checked } from './what-must-hold.ts';

/** How long what is repeated may become: what an author may write in a day. */
const MOST = 100_000;
/** One case in so many is a line of megabytes. */
const LINES = 1_000;

export interface Batch {
  readonly seed: number;
  readonly cases: number;
}

export type Message =
  | { readonly type: 'begun'; readonly file: HostileFile }
  | { readonly type: 'done'; readonly file: HostileFile; readonly milliseconds: number }
  | { readonly type: 'failed'; readonly file: HostileFile; readonly reason: string }
  | { readonly type: 'finished' };

const post = (message: Message) => parentPort?.postMessage(message);
const files = fc.oneof(
  { weight: LINES - 1, arbitrary: hostileFiles(MOST) },
  { weight: 1, arbitrary: hostileLines },
);

/** Of this thread alone: what else the machine does takes no part in it. */
function cpuMilliseconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

async function holds(file: HostileFile): Promise<void> {
  post({ type: 'begun', file });
  const start = cpuMilliseconds();
  const found = await checked(file);
  post({ type: 'done', file, milliseconds: cpuMilliseconds() - start });
  const broken = brokenPromises(file, found);
  if (broken.length > 0) throw new Error(broken.slice(0, 5).join('\n'));
}

parentPort?.on('message', async ({ seed, cases }: Batch) => {
  const result = await fc.check(fc.asyncProperty(files, holds), { seed, numRuns: cases });
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
