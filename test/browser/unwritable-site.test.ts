/** Builds into folders that cannot take the site. The previous site has to stay whole. */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FILE_LIST, writeFileList } from '../../src/node/written-files.ts';

vi.setConfig({ testTimeout: 300_000 });

let scratch: string;
let site: string;
let isMounted: boolean;

const runMount = (...words: string[]) => spawnSync('mount', words).status === 0;

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'hindsight disk '));
  site = join(scratch, 'site');
  await mkdir(site);
  isMounted = runMount('-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', site);
  await mkdir(join(site, 'pagefind'));
  await writeFile(join(site, 'index.html'), 'previous');
  await writeFile(join(site, 'pagefind/content-hash.txt'), 'previous');
  writeFileList(site);
});
afterEach(async () => {
  if (isMounted) spawnSync('umount', [site]);
  await rm(scratch, { recursive: true });
});

function build(folder = site) {
  const env = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    HINDSIGHT_CONTENT: 'test/fixtures/bad/base',
  };
  const command = ['src/commands/kb.mjs', 'build', '--outDir', folder];
  return spawnSync(process.execPath, command, { env, encoding: 'utf8' });
}

async function expectPreviousSite(): Promise<void> {
  expect((await readdir(site)).sort()).toEqual([FILE_LIST, 'index.html', 'pagefind']);
  expect(await readFile(join(site, 'index.html'), 'utf8')).toBe('previous');
  expect(await readdir(scratch)).toEqual(['site']);
}

test('a full disk is reported in one sentence after the build', async ({ skip }) => {
  if (!isMounted)
    skip('this machine does not allow a mount; the full disk of `replaceFolder` is skipped too');
  const { status, stderr } = build();
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: `Cannot write \`${site}\`: the disk is full. Free some space and try again.\n\`${site}\` is as it was before.\n`,
  });
  await expectPreviousSite();
});

test('a read-only folder is reported in one sentence, before the build does its work', async ({ skip }) => {
  if (!isMounted || !runMount('-o', 'remount,ro', site)) skip('this machine does not allow a mount');
  const { status, stdout, stderr } = build();
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: `Cannot write \`${site}\`: the file system is read-only. Choose another place.\n\`${site}\` is as it was before.\n`,
  });
  expect(stdout).not.toContain('building');
  await expectPreviousSite();
  const below = join(site, 'new/folder');
  expect(build(below).stderr).toBe(
    `Cannot write \`${below}\`: the file system is read-only. Choose another place.\n`,
  );
});
