/**
 * Reads files of formats whose parsers have no limits in a thread with limits: one that never ends, or needs all memory,
 * stops only its thread.
 */
import { Worker } from 'node:worker_threads';
import { type SourceDocument, UnreadableSourceError } from '../knowledge/import/source-document.ts';

export interface ThreadInput {
  readonly format: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

export type ThreadOutput = { readonly documents: readonly SourceDocument[] } | { readonly why: string };

/** The longest report takes seconds. */
const MAX_MILLISECONDS = 60_000;
const MAX_MEMORY_MEGABYTES = 2_000;

/**
 * Reads a file.
 *
 * @throws an UnreadableSourceError if it cannot be read, takes more than a minute or more than 2 GB of memory
 */
export async function readInThread(
  input: ThreadInput,
  { milliseconds = MAX_MILLISECONDS } = {},
): Promise<readonly SourceDocument[]> {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MEGABYTES },
    workerData: input,
  });
  const output = await new Promise<ThreadOutput>((resolve) => {
    const stop = () => resolve({ why: 'Unexpected content that takes too much time or memory to read' });
    const timer = setTimeout(stop, milliseconds);
    worker.once('message', resolve).once('error', stop).once('exit', stop);
    worker.once('exit', () => clearTimeout(timer));
  });
  await worker.terminate();
  if ('why' in output) throw new UnreadableSourceError(output.why);
  return output.documents;
}
