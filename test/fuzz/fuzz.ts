/**
 * `npm run fuzz`: runs the check on thousands of files that no author writes. Exits 1 if one of them makes
 * it fail, takes longer than it may, or never ends; each such file is kept in `.cache/fuzz/`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Command, InvalidArgumentError } from 'commander';
import type { Batch, WorkerMessage } from './fuzz-worker.ts';
import type { HostileFile } from './hostile-files.ts';

/** Cases that share a seed; where one of them fails, it is made smaller and the rest of them are left out. */
const BATCH_SIZE = 25;
const FOLDER = '.cache/fuzz';
/** Processor time: two seconds for what is smaller than 100 KB, and so much more for what is larger. */
const MAX_MILLISECONDS = 2_000;
const MAX_MILLISECONDS_PER_KILOBYTE = MAX_MILLISECONDS / 100;
/** Nothing may take so long, however busy the machine is. */
const HANG_TIMEOUT_MS = 60_000;
/** Of the whole process, all cases together. */
const MAX_MEGABYTES = 1_500;

const command = new Command('npm run fuzz --')
  .description('Holds the check against thousands of files that no author writes.')
  .option('--cases <N>', 'how many', parseWholeNumber, 10_000)
  .option('--seed <N>', 'the number from which they are made', parseWholeNumber)
  .parse();
const { cases, seed = Date.now() % 2 ** 31 } = command.opts<{ cases: number; seed?: number }>();

function parseWholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Expected a whole number.');
  return Number(text);
}

const getKilobytes = ({ bytes }: HostileFile) => bytes.length / 1_000;
const getMaxMilliseconds = (file: HostileFile) =>
  Math.max(MAX_MILLISECONDS, getKilobytes(file) * MAX_MILLISECONDS_PER_KILOBYTE);

let done = 0;
let finds = 0;
let slowest: { readonly file: HostileFile; readonly milliseconds: number } | undefined;

async function saveFind(file: HostileFile, reason: string): Promise<void> {
  finds++;
  await mkdir(FOLDER, { recursive: true });
  const path = join(FOLDER, `${seed}-${finds}-${file.path.replaceAll('/', '-')}`);
  await writeFile(path, file.bytes);
  console.log(`${describeFile(file)}\n${reason.replace(/^/gm, '  ')}\n  kept as ${path}\n`);
}

function describeFile(file: HostileFile): string {
  return `${file.origin}, ${getKilobytes(file).toFixed(1)} KB as content/${file.path}`;
}

function showProgress(): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${done} of ${cases} cases, ${finds} finds`);
}

let worker = new Worker(new URL('./fuzz-worker.ts', import.meta.url));

/** One batch, to its end; or until one of its cases does not end. */
async function runBatch(batch: Batch): Promise<void> {
  let current: HostileFile | undefined;
  let timer: NodeJS.Timeout | undefined;
  const kept: Promise<void>[] = [];
  const problem = await new Promise<string | undefined>((resolve) => {
    const listen = (message: WorkerMessage) => {
      clearTimeout(timer);
      if (message.type === 'finished') return resolve(undefined);
      if (message.type === 'begun') current = message.file;
      if (message.type === 'done') recordDuration(message, kept);
      if (message.type === 'failed') kept.push(saveFind(message.file, message.reason));
      timer = setTimeout(
        () => resolve(`It does not end within ${HANG_TIMEOUT_MS / 1_000} s.`),
        HANG_TIMEOUT_MS,
      );
    };
    worker.removeAllListeners();
    worker.on('message', listen);
    worker.on('error', (error) => resolve(`It ends the process: ${error.stack ?? error.message}`));
    worker.postMessage(batch);
  });
  clearTimeout(timer);
  await Promise.all(kept);
  if (problem === undefined) return;
  if (!current) throw new Error(`No case could be tried. ${problem}`);
  await saveFind(current, problem);
  worker.removeAllListeners();
  await worker.terminate();
  worker = new Worker(new URL('./fuzz-worker.ts', import.meta.url));
}

/** The first case pays for what is read once: the word lists. */
let isWarm = false;

function recordDuration(
  { file, milliseconds }: Extract<WorkerMessage, { type: 'done' }>,
  kept: Promise<void>[],
): void {
  if (isWarm && milliseconds > (slowest?.milliseconds ?? 0)) slowest = { file, milliseconds };
  const most = getMaxMilliseconds(file);
  if (isWarm && milliseconds > most)
    kept.push(
      saveFind(file, `It takes ${Math.round(milliseconds)} ms, expected at most ${Math.round(most)}.`),
    );
  isWarm = true;
}

for (let batch = 0; done < cases; batch++) {
  const size = Math.min(BATCH_SIZE, cases - done);
  await runBatch({ seed: seed + batch, cases: size });
  done += size;
  showProgress();
}
if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K');
await worker.terminate();

const megabytes = process.resourceUsage().maxRSS / 1_000;
const isTooLarge = megabytes > MAX_MEGABYTES;
console.log(`seed ${seed}, ${cases} cases, ${finds} finds`);
if (slowest) console.log(`slowest: ${Math.round(slowest.milliseconds)} ms, ${describeFile(slowest.file)}`);
console.log(
  `peak memory: ${Math.round(megabytes)} MB${isTooLarge ? `, expected at most ${MAX_MEGABYTES}` : ''}`,
);
process.exitCode = finds > 0 || isTooLarge ? 1 : 0;
