import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createContentFile } from '../../src/node/create-content-file.ts';

function createFolders() {
  const root = mkdtempSync(join(tmpdir(), 'hindsight-create-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const [folder, outside] = [join(root, 'content'), join(root, 'content-of-others')];
  mkdirSync(folder);
  mkdirSync(outside);
  return { folder, outside };
}

test('creates a file and its folder, and overwrites nothing', async () => {
  const { folder } = createFolders();
  expect(await createContentFile(folder, 'notes/x.mdx', 'one')).toBe(true);
  expect(await createContentFile(folder, 'notes/x.mdx', 'two')).toBe(false);
  expect(readFileSync(join(folder, 'notes/x.mdx'), 'utf8')).toBe('one');
});

test('writes nothing where a folder is a link that leads out of the content folder', async () => {
  const { folder, outside } = createFolders();
  symlinkSync(outside, join(folder, 'notes'));
  await expect(createContentFile(folder, 'notes/x.mdx', 'one')).rejects.toThrow(
    'is a link that leads out of the content folder. Replace it with a folder.',
  );
  expect(readdirSync(outside)).toEqual([]);
});
