import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { FILE_LIST, writeFileList } from '../../src/node/written-files.ts';

vi.setConfig({ testTimeout: 300_000 });

let folder: string;
let site: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hindsight build '));
  site = join(folder, 'site');
  await mkdir(join(site, 'pagefind'), { recursive: true });
  await writeFile(join(site, 'index.html'), 'previous');
  await writeFile(join(site, 'pagefind/content-hash.txt'), 'previous');
  writeFileList(site);
});
afterAll(() => rm(folder, { recursive: true }));

function startBuild(content: string, variables: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, ['src/commands/kb.mjs', 'build', '--outDir', site], {
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', HINDSIGHT_CONTENT: content, ...variables },
  });
}

/** Collects what a process prints from now on. */
function collectOutput({ stdout, stderr }: ChildProcess): () => string {
  let output = '';
  for (const stream of [stdout, stderr]) stream?.on('data', (data) => (output += data));
  return () => output;
}

async function expectPreviousSite(): Promise<void> {
  expect(await readdir(folder)).toEqual(['site']);
  expect(await readdir(site)).toEqual([FILE_LIST, 'index.html', 'pagefind']);
  expect(await readFile(join(site, 'index.html'), 'utf8')).toBe('previous');
}

/** A place in each hostile file, and the rule that rejects it. */
const REFUSED = [
  'postmortems/import.mdx:15:1 no-code',
  'postmortems/export.mdx:15:1 no-code',
  'postmortems/expression.mdx:15:7 no-code',
  'postmortems/spread.mdx:15:22 no-code',
  'postmortems/layout.mdx:13:1 known-field',
  'postmortems/picture.mdx:15:1 valid-picture',
  'postmortems/handler.mdx:15:22 valid-component-use',
  'postmortems/address.mdx:15:1 no-unsafe-link',
  'postmortems/script.mdx:15:1 known-component',
  'postmortems/secret.mdx:15:22 no-secret',
  'postmortems/unknown-lesson.mdx:15:7 known-lesson',
];

test('hostile content, secrets and broken links stop the build with their places, and none of it runs', async () => {
  const marker = join(folder, 'marker');
  const build = startBuild('test/fixtures/hostile-content', { HINDSIGHT_MARKER: marker });
  const getOutput = collectOutput(build);
  const [code] = await once(build, 'exit');
  expect(code).toBe(1);
  const reported = [
    ...getOutput().matchAll(/test\/fixtures\/hostile-content\/(\S+) {2}.* {2}\(([a-z-]+)\)/g),
  ];
  expect(reported.map(([, place, rule]) => `${place} ${rule}`)).toEqual(expect.arrayContaining(REFUSED));
  expect(getOutput()).toContain('Did you mean `test-failover`?');
  expect(getOutput()).not.toContain('hunter22');
  expect(getOutput()).toMatch(/\d+ errors, .*\n`.*site` is as it was before\.\n$/);
  expect(getOutput()).not.toMatch(/^ +at /m);
  expect(existsSync(marker)).toBe(false);
  await expectPreviousSite();
});

test('a missing content folder and a file in the place of the site are reported in one sentence', async () => {
  const missing = startBuild('/nowhere');
  const getOutput = collectOutput(missing);
  expect(await once(missing, 'exit')).toEqual([2, null]);
  expect(getOutput()).toBe(
    'There is no content folder `/nowhere`. Set HINDSIGHT_CONTENT to the folder that contains your content.\n',
  );
  const file = spawn(process.execPath, [
    'src/commands/kb.mjs',
    'build',
    '--outDir',
    join(site, 'index.html'),
  ]);
  const getMessage = collectOutput(file);
  expect(await once(file, 'exit')).toEqual([2, null]);
  expect(getMessage()).toMatch(/^Cannot write `.*index\.html`: it is a file, expected a folder\. .*\n$/);
  await expectPreviousSite();
});

test('a second build at the same time is refused, and an interrupted one leaves the previous site', async () => {
  const build = startBuild('test/fixtures/bad/base');
  const getOutput = collectOutput(build);
  await vi.waitFor(() => expect(getOutput()).toContain('Syncing content'), { timeout: 120_000 });
  // Stopped, it stays in the middle of its work, however fast the machine is.
  build.kill('SIGSTOP');
  const second = await new Promise<{ code: unknown; stderr: string }>((resolve) =>
    execFile(process.execPath, ['src/commands/kb.mjs', 'build', '--outDir', site], (error, _, stderr) =>
      resolve({ code: error?.code, stderr }),
    ),
  );
  expect(second).toEqual({
    code: 2,
    stderr: expect.stringMatching(
      /^Another command \(process \d+\) is changing `.*site`\. Wait until it has finished, then try again\. /,
    ),
  });
  build.kill('SIGCONT');
  build.kill('SIGINT');
  const [code] = await once(build, 'exit');
  expect(code).toBe(130);
  expect(getOutput()).toMatch(/The build was interrupted\. `.*site` is as it was before\.\n$/);
  await expectPreviousSite();
});

test('the next build replaces the site as a whole', async () => {
  const [code] = await once(startBuild('test/fixtures/bad/base'), 'exit');
  expect(code).toBe(0);
  expect(await readFile(join(site, 'index.html'), 'utf8')).toContain('<!DOCTYPE html>');
  expect(existsSync(join(site, 'pagefind/pagefind-entry.json'))).toBe(true);
  expect(await readdir(folder)).toEqual(['site']);
});

test('a bundle for a full disk is reported in one sentence', async () => {
  const bundle = spawn(process.execPath, ['src/commands/kb.mjs', 'bundle', '--outFile', '/dev/full'], {
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', HINDSIGHT_CONTENT: 'test/fixtures/bad/base' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const getMessage = collectOutput(bundle);
  expect(await once(bundle, 'exit')).toEqual([2, null]);
  expect(getMessage()).toBe('Cannot write `/dev/full`: the disk is full. Free some space and try again.\n');
});
