import { expect, test } from 'vitest';
import { runRule } from '../../small-content.ts';

test('the middle of a long loop of redirects is left out of the message', () => {
  const lines = Array.from(
    { length: 50 },
    (_, at) => `- { kind: tag, from: t${at}, to: t${(at + 1) % 50} }\n`,
  );
  const problems = runRule('no-redirect-chain', { 'redirects.yaml': lines.join('') });
  expect(problems).toHaveLength(50);
  expect(problems[0]?.message).toMatch(
    /^Unexpected redirect loop `t0` → `t1` → `t2` → `t3` → … \d+ more … → `t\d+` → `t\d+` → `t\d+` → `t\d+`, expected/,
  );
});
