import { expect, test } from 'vitest';
import { coalesce } from '../../src/node/coalesce.ts';

test('never runs the work twice at a time, and runs it once more for all calls during a run', async () => {
  const log: string[] = [];
  let finish = () => {};
  const work = coalesce(async () => {
    log.push('begins');
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    log.push('ends');
  });
  const first = work();
  const others = [work(), work(), work()];
  expect(log).toEqual(['begins']);
  finish();
  await first;
  await expect.poll(() => log.length).toBe(3);
  finish();
  await Promise.all(others);
  expect(log).toEqual(['begins', 'ends', 'begins', 'ends']);
});

test('rejects the call whose run failed, and still does the next run', async () => {
  let turn = 0;
  const work = coalesce(async () => {
    turn++;
    if (turn === 1) throw new Error('broken');
  });
  const first = work();
  const second = work();
  await expect(first).rejects.toThrow('broken');
  await second;
  expect(turn).toBe(2);
});
