/** A thread of `thread-pool.test.ts`. */
import { workerData } from 'node:worker_threads';
import { serveTasks } from '../../src/node/thread-pool.ts';

let added = 0;

serveTasks({
  async wait(milliseconds: number) {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return `${workerData} ${milliseconds + added}`;
  },
  add(number: number) {
    added = number;
  },
  fail() {
    throw new Error('This task fails');
  },
});
