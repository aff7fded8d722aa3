import { afterEach, expect, test } from 'vitest';
import { ThreadPool } from '../../src/node/thread-pool.ts';

const pools: ThreadPool[] = [];
const createPool = () => {
  const pool = new ThreadPool(new URL('./thread-pool-tasks.ts', import.meta.url), 2, 'waited');
  pools.push(pool);
  return pool;
};
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));

test('returns outputs in the order of the inputs, whichever thread is ready first', async () => {
  const done: string[] = [];
  const outputs = await createPool().map('wait', [300, 1, 2], (output: string) => done.push(output));
  expect(outputs).toEqual(['waited 300', 'waited 1', 'waited 2']);
  expect(done).toEqual(['waited 1', 'waited 2', 'waited 300']);
});

test('takes an input only when a thread is free', async () => {
  let [taken, done, most] = [0, 0, 0];
  async function* list() {
    for (; taken < 9; taken++) {
      most = Math.max(most, taken - done);
      yield 1;
    }
  }
  await createPool().map('wait', list(), () => done++);
  expect(most).toBeLessThanOrEqual(2);
});

test('does a task in every thread', async () => {
  const pool = createPool();
  await pool.runInAll('add', 1000);
  expect(await pool.map('wait', [50, 51])).toEqual(['waited 1050', 'waited 1051']);
});

test('rejects with the error of a task', async () => {
  await expect(createPool().map('fail', [1, 2, 3])).rejects.toThrow('This task fails');
});
