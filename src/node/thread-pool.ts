/** Threads that do the tasks of a module, and stay for several lists of them: each takes half a second to start. */
import { once } from 'node:events';
import { getCompileCacheDir } from 'node:module';
import { parentPort, Worker } from 'node:worker_threads';

interface TaskMessage {
  readonly name: string;
  readonly input: unknown;
}

export class ThreadPool {
  readonly #threads: readonly Worker[];

  /**
   * @param module one that calls `serveTasks`
   * @param workerData a copy for each thread
   */
  constructor(module: URL, count: number, workerData: unknown) {
    // Threads do not inherit the cache of compiled code.
    const compiled = getCompileCacheDir();
    const env = compiled === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: compiled };
    this.#threads = Array.from({ length: count }, () => new Worker(module, { workerData, env }));
  }

  /**
   * Does a task for each input in the next thread that is free, and takes each input only then.
   *
   * @returns the outputs in the order of the inputs
   * @throws the error of a task
   */
  async map<Input, Output>(
    name: string,
    inputs: Iterable<Input> | AsyncIterable<Input>,
    onDone: (output: Output, input: Input) => void = () => undefined,
  ): Promise<Output[]> {
    const queue = iterate(inputs);
    const outputs: Output[] = [];
    let taken = 0;
    await Promise.all(
      this.#threads.map(async (thread) => {
        while (true) {
          const index = taken++;
          const { value: input, done } = await queue.next();
          if (done) return;
          const output = await runTask<Output>(thread, { name, input });
          outputs[index] = output;
          onDone(output, input);
        }
      }),
    );
    return outputs;
  }

  /** Does a task in every thread. */
  async runInAll(name: string, input: unknown): Promise<void> {
    await Promise.all(this.#threads.map((thread) => runTask(thread, { name, input })));
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }
}

/** Requests to an asynchronous generator wait for each other, so that several threads can take from one. */
async function* iterate<Input>(inputs: Iterable<Input> | AsyncIterable<Input>): AsyncGenerator<Input, void> {
  yield* inputs;
}

async function runTask<Output>(thread: Worker, message: TaskMessage): Promise<Output> {
  thread.postMessage(message);
  return (await once(thread, 'message'))[0] as Output;
}

/** Does tasks of a pool in the thread that calls it. An error in one ends the thread. */
export function serveTasks(tasks: Readonly<Record<string, (input: never) => unknown>>): void {
  parentPort?.on('message', async ({ name, input }: TaskMessage) => {
    parentPort?.postMessage(await tasks[name]?.(input as never));
  });
}
