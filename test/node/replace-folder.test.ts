import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { replaceFolder } from '../../src/node/replace-folder.ts';
import { FILE_LIST, writeFileList } from '../../src/node/written-files.ts';

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

/** Reads all files but the list of them. */
async function readSite(): Promise<Record<string, string>> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name !== FILE_LIST)
    .map((entry) => join(entry.parentPath, entry.name));
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

  test('has a list of the new files, without those of before', async () => {
    await replaceFolder(site, writeSite('1', ['old.html']));
    await replaceFolder(site, writeSite('2'));
    expect((await readFile(join(site, FILE_LIST), 'utf8')).split('\n').slice(1)).toEqual([
      ...['index.html', 'pages/one.html', ''],
    ]);
  });

  test('keeps files that somebody else put there, before the replacement or while it runs', async () => {
    await replaceFolder(site, writeSite('1'));
    const precious = join(site, 'pages/precious.txt');
    const whileRunning = replaceFolder(site, async (folder) => {
      await writeSite('2')(folder);
      await writeFile(precious, 'x');
    });
    const message = `Cannot replace \`${site}\`: \`${precious}\` would be deleted, and no build wrote it. Move it away, or choose another folder.`;
    await expect(whileRunning).rejects.toThrow(message);
    await expect(replaceFolder(site, writeSite('2'))).rejects.toThrow(message);
    expect(await readSite()).toEqual({ ...FIRST, 'pages/precious.txt': 'x' });
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

describe('a folder with a name that a replacement uses', () => {
  test.each(['.site.next', '.site.previous'])('stays if it is not from one: %s', async (name) => {
    await replaceFolder(site, writeSite('1'));
    await mkdir(join(scratch, name));
    await writeFile(join(scratch, name, 'precious.txt'), 'x');
    await expect(replaceFolder(site, writeSite('2'))).rejects.toThrow('precious.txt` would be deleted');
    expect(await readFile(join(scratch, name, 'precious.txt'), 'utf8')).toBe('x');
    expect(await readSite()).toEqual(FIRST);
  });

  test.each(['.site.next', '.site.previous'])('stays if it is a link to another site: %s', async (name) => {
    await replaceFolder(join(scratch, 'other'), writeSite('1'));
    await symlink(join(scratch, 'other'), join(scratch, name));
    await expect(replaceFolder(site, writeSite('2'))).rejects.toThrow(`${name}\` would be deleted`);
    expect(await readdir(join(scratch, 'other'))).toEqual([FILE_LIST, 'index.html', 'pages']);
  });

  test('is deleted if a process was killed while it deleted the folder', async () => {
    const previous = join(scratch, '.site.previous');
    await replaceFolder(previous, writeSite('1', ['old.html']));
    await replaceFolder(site, writeSite('2'));
    await replaceFolder(previous, writeSite('1', ['old.html']));
    await rm(join(previous, 'pages'), { recursive: true });
    await replaceFolder(site, writeSite('2'));
    expect(await readdir(scratch)).toEqual(['site']);
  });
});

test('a link to a folder stays one, and the folder is replaced', async () => {
  await replaceFolder(join(scratch, 'real'), writeSite('1'));
  await symlink(join(scratch, 'real'), site);
  await replaceFolder(site, writeSite('2'));
  expect(await readlink(site)).toBe(join(scratch, 'real'));
  expect(await readFile(join(scratch, 'real/index.html'), 'utf8')).toBe('2');
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
    await rename(join(site, FILE_LIST), join(site, '.previous', FILE_LIST));
    await writeFile(join(site, 'index.html'), '2');
    await writeFile(join(site, 'new.html'), '2');
    await mkdir(join(site, '.next'));
    await writeFile(join(site, '.next/half.html'), '2');
    writeFileList(join(site, '.next'), ['index.html', 'new.html']);
    await expect(replaceFolder(site, () => Promise.reject(new Error('It failed.')))).rejects.toThrow(
      'It failed.',
    );
    expect(await readSite()).toEqual({ ...FIRST, 'new.html': '2' });
    await replaceFolder(site, writeSite('2'));
    expect(await readSite()).toEqual(SECOND);
  });
});
