import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readVersion } from '../../src/node/code-version.ts';

let folder: string;
let project: string;
let results: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hindsight-version-'));
  project = join(folder, 'project');
  results = join(folder, 'results');
  await mkdir(join(project, 'src/deep'), { recursive: true });
  await writeFile(join(project, 'src/a.ts'), 'one');
  await writeFile(join(project, 'src/deep/b.yaml'), 'two');
  await writeFile(join(project, 'lock.json'), '{}');
});
afterEach(() => rm(folder, { recursive: true }));

const read = () => readVersion('test', ['src', 'lock.json'], { project, results });

test('stays the same while nothing changes, kept or not', async () => {
  const first = read();
  expect(read()).toBe(first);
  await rm(results, { recursive: true });
  expect(read()).toBe(first);
});

test('changes with each file, also if its size and its time of change are the same', async () => {
  const versions = new Set([read()]);
  const time = new Date('2026-01-01');
  await writeFile(join(project, 'src/deep/b.yaml'), 'TWO');
  await utimes(join(project, 'src/deep/b.yaml'), time, time);
  versions.add(read());
  await writeFile(join(project, 'src/deep/b.yaml'), 'owt');
  await utimes(join(project, 'src/deep/b.yaml'), time, time);
  versions.add(read());
  await writeFile(join(project, 'src/deep/new.ts'), '');
  versions.add(read());
  await rm(join(project, 'src/a.ts'));
  versions.add(read());
  await writeFile(join(project, 'lock.json'), '[]');
  versions.add(read());
  expect(versions.size).toBe(6);
});

test('a damaged file of the cache is ignored', async () => {
  const first = read();
  const [name = ''] = await readdir(join(results, 'code-versions'));
  const file = join(results, 'code-versions', name);
  await writeFile(file, (await readFile(file, 'utf8')).replace(first, '0'.repeat(first.length)));
  expect(read()).toBe(first);
  await writeFile(file, 'null');
  expect(read()).toBe(first);
});
