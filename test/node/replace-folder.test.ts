import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { replaceFolder } from '../../src/node/replace-folder.ts';

let scratch: string;
let site: string;

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'hindsight replace '));
  site = join(scratch, 'site');
});
afterEach(() => rm(scratch, { recursive: true, force: true }));

const writeSite =
  (version: string, more: readonly string[] = []) =>
  async (folder: string) => {
    await mkdir(join(folder, 'pages'));
    for (const name of ['index.html', 'pages/one.html', ...more])
      await writeFile(join(folder, name), version);
  };

async function readSite(): Promise<Record<string, string>> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    paths.map(async (path) => [path.slice(site.length + 1), await readFile(path, 'utf8')] as const),
  );
  return Object.fromEntries(texts);
}

const FIRST = { 'index.html': '1', 'pages/one.html': '1' };
const SECOND = { 'index.html': '2', 'pages/one.html': '2' };

function describeReplacement(): void {
  test('has exactly the new files, and nothing else is left', async () => {
    await replaceFolder(site, writeSite('1', ['old.html']));
    await replaceFolder(site, writeSite('2'));
    expect(await readSite()).toEqual(SECOND);
    expect(await readdir(scratch)).toEqual(['site']);
  });

  test('stays as it was while the next one is written, and if that fails', async () => {
    await replaceFolder(site, writeSite('1'));
    const replacement = replaceFolder(site, async (folder) => {
      await writeSite('2')(folder);
      expect(await readFile(join(site, 'index.html'), 'utf8')).toBe('1');
      throw new Error('It failed.');
    });
    await expect(replacement).rejects.toThrow('It failed.');
    expect(await readSite()).toEqual(FIRST);
    expect(await readdir(scratch)).toEqual(['site']);
  });

  test('is replaced by one process after the other', async () => {
    let running = 0;
    const fill = (version: string) => async (folder: string) => {
      running += 1;
      expect(running).toBe(1);
      await writeSite(version)(folder);
      running -= 1;
    };
    await Promise.all([replaceFolder(site, fill('1')), replaceFolder(site, fill('2'))]);
    expect([FIRST, SECOND]).toContainEqual(await readSite());
  });

  test('is whole after a process was killed while it wrote the next one', { timeout: 60_000 }, async () => {
    await replaceFolder(site, writeSite('1'));
    const { pathname } = new URL('../../src/node/replace-folder.ts', import.meta.url);
    const code = `import { replaceFolder } from ${JSON.stringify(pathname)};
      import { writeFileSync } from 'node:fs';
      await replaceFolder(process.argv[1], async (folder) => {
        writeFileSync(folder + '/half.html', '2');
        console.log('half');
        await new Promise((resolve) => setTimeout(resolve, 60_000));
      });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code, site]);
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const { 'half.html': _, ...left } = await readSite();
    expect(left).toMatchObject(FIRST);
    await replaceFolder(site, writeSite('2'));
    expect(await readSite()).toEqual(SECOND);
    expect(await readdir(scratch)).toEqual(['site']);
  });
}

describe('a folder', () => {
  describeReplacement();

  test('is created together with those above it', async () => {
    site = join(scratch, 'a/b/site');
    await replaceFolder(site, writeSite('1'));
    expect(await readSite()).toEqual(FIRST);
  });

  test('comes back if a process was killed between the two renames', async () => {
    await replaceFolder(join(scratch, '.site.previous'), writeSite('1'));
    await expect(replaceFolder(site, () => Promise.reject(new Error('It failed.')))).rejects.toThrow();
    expect(await readSite()).toEqual(FIRST);
  });
});

test('a file in the place of the folder is reported', async () => {
  await writeFile(site, 'text');
  await expect(replaceFolder(site, writeSite('1'))).rejects.toThrow(
    `Cannot write \`${site}\`: it is a file, expected a folder. Remove it, or choose another place.`,
  );
  expect(await readFile(site, 'utf8')).toBe('text');
});

/** Returns whether the file system is mounted; not everybody may do that. */
function mountSmallDisk(folder: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0;
}

const canMount = await (async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hindsight mount '));
  const isMounted = mountSmallDisk(folder);
  if (isMounted) spawnSync('umount', [folder]);
  await rm(folder, { recursive: true });
  return isMounted;
})();

describe.skipIf(!canMount)('the folder of a mounted file system (skipped if mounting is not allowed)', () => {
  beforeEach(async () => {
    await mkdir(site);
    expect(mountSmallDisk(site)).toBe(true);
  });
  afterEach(() => {
    spawnSync('umount', [site]);
  });

  describeReplacement();

  test('stays as it was if the disk is full', async () => {
    await replaceFolder(site, writeSite('1'));
    const replacement = replaceFolder(site, async (folder) => {
      await writeFile(join(folder, 'big.bin'), new Uint8Array(2_000_000));
    });
    await expect(replacement).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(await readSite()).toEqual(FIRST);
  });

  test('gets its entries back if a process was killed while it moved them', async () => {
    await replaceFolder(site, writeSite('1'));
    await mkdir(join(site, '.previous'));
    await writeFile(join(site, '.previous/index.html'), '1');
    await writeFile(join(site, 'index.html'), '2');
    await expect(replaceFolder(site, () => Promise.reject(new Error('It failed.')))).rejects.toThrow();
    expect(await readSite()).toEqual(FIRST);
  });
});
