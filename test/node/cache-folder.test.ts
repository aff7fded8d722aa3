import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { RESULTS_FOLDER } from '../../src/node/cache-folder.ts';
import { getChangePath } from '../../src/node/folder-lock.ts';

test('what a later command reads is outside the checkout, so that no pull request can bring its own', () => {
  for (const place of [
    RESULTS_FOLDER,
    getChangePath('content', 'journal'),
    getChangePath('content', 'lock'),
  ]) {
    const path = relative(process.cwd(), place);
    expect(path.startsWith('..') || isAbsolute(path), place).toBe(true);
    expect(place.startsWith(process.env.XDG_CACHE_HOME ?? '?'), place).toBe(true);
  }
});

test('ignores a relative XDG_CACHE_HOME, which would be in the checkout', () => {
  const { XDG_CACHE_HOME: _, ...others } = process.env;
  const print = "import('./src/node/results-folder.mjs').then((m) => console.log(m.RESULTS_FOLDER))";
  const [relativeHome, noHome] = [{ XDG_CACHE_HOME: 'relative/cache' }, {}].map(
    (home) =>
      spawnSync(process.execPath, ['-e', print], { env: { ...others, ...home }, encoding: 'utf8' }).stdout,
  );
  expect(relativeHome).toBe(noHome);
  expect(isAbsolute(relativeHome ?? '')).toBe(true);
});

test('the compiled code of `kb` is kept there too', () => {
  const home = mkdtempSync(join(tmpdir(), 'hindsight-cache-'));
  const { NODE_COMPILE_CACHE: _, ...others } = process.env;
  try {
    const { status } = spawnSync(process.execPath, ['src/commands/kb.mjs', '--help'], {
      env: { ...others, XDG_CACHE_HOME: home },
    });
    expect(status).toBe(0);
    expect(readdirSync(join(home, 'hindsight/compiled')).length).toBeGreaterThan(0);
  } finally {
    rmSync(home, { recursive: true });
  }
});

test.runIf(process.platform === 'linux')(
  'a folder that cannot be created, although the system reports one above it as missing, is no cache',
  () => {
    const { NODE_COMPILE_CACHE: _, ...others } = process.env;
    const { status, signal, stderr } = spawnSync(process.execPath, ['src/commands/kb.mjs', 'check'], {
      env: {
        ...others,
        XDG_CACHE_HOME: '/proc/1/x',
        HINDSIGHT_CONTENT: 'test/fixtures/bad/base',
      },
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect([status, signal, stderr]).toEqual([0, null, '']);
  },
  90_000,
);
