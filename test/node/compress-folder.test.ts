import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressFolder } from '../../src/node/compress-folder.ts';

test('text files of at least 1 KB get a compressed copy, others do not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hindsight compress '));
  const long = '<p>A long page.</p>'.repeat(100);
  await mkdir(join(folder, 'notes'));
  for (const name of ['index.html', 'notes/index.html', 'picture.png'])
    await writeFile(join(folder, name), long);
  await writeFile(join(folder, 'short.html'), '<p>A short page.</p>');
  await compressFolder(folder);
  expect((await readdir(folder, { recursive: true })).sort()).toEqual([
    'index.html',
    'index.html.gz',
    'notes',
    'notes/index.html',
    'notes/index.html.gz',
    'picture.png',
    'short.html',
  ]);
  expect(gunzipSync(await readFile(join(folder, 'notes/index.html.gz'))).toString()).toBe(long);
  await rm(folder, { recursive: true });
});
