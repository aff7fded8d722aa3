import { expect, test } from 'vitest';
import { ContentGate } from '../../src/integrations/preview/content-gate.ts';

function openGate() {
  const log: string[] = [];
  let version = 1;
  const gate = new ContentGate(
    async () => version,
    () => log.push('replaced'),
  );
  const enter = async (name: string) => {
    const leave = await gate.enter();
    log.push(`${name} in`);
    return () => {
      log.push(`${name} out`);
      leave();
    };
  };
  return { log, enter, change: () => (version += 1) };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

test('requests for the same content enter together', async () => {
  const { log, enter } = openGate();
  await Promise.all([enter('a'), enter('b')]);
  expect(log).toEqual(['replaced', 'a in', 'b in']);
});

test('changed content is replaced once, when no request is inside, before others enter', async () => {
  const { log, enter, change } = openGate();
  const [leaveA, leaveB] = await Promise.all([enter('a'), enter('b')]);
  change();
  const waiting = Promise.all([enter('c'), enter('d')]);
  await settle();
  leaveA?.();
  await settle();
  leaveB?.();
  await waiting;
  expect(log.slice(3)).toEqual(['a out', 'b out', 'replaced', 'c in', 'd in']);
});

test('content that changes again while a request waits is replaced for the next one', async () => {
  const { log, enter, change } = openGate();
  const leaveA = await enter('a');
  change();
  const waiting = enter('b');
  await settle();
  leaveA();
  const leaveB = await waiting;
  change();
  const next = enter('c');
  await settle();
  leaveB();
  await next;
  expect(log.slice(2)).toEqual(['a out', 'replaced', 'b in', 'b out', 'replaced', 'c in']);
});
