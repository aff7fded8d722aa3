/** Builds the site with pages of earlier builds, and without. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { arbitraryEdit, createEditedContent, type Files, makeEdit } from '../random-edits.ts';

vi.setConfig({ testTimeout: 900_000 });

const EDITS = 50;
/** A build takes most of the time of this test. */
const EDITS_PER_BUILD = 17;

let folder: string;
let content: string;
let cache: string;
/** The files of the site before any edit. */
let whole: Map<string, Buffer>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hindsight-kept-'));
  content = join(folder, 'content');
  cache = join(folder, 'cache');
  await writeFiles(createEditedContent());
  whole = await build();
}, 900_000);
afterAll(() => rm(folder, { recursive: true }));

async function writeFiles(files: Files): Promise<void> {
  await rm(content, { recursive: true, force: true });
  for (const [path, text] of files) {
    await mkdir(dirname(join(content, path)), { recursive: true });
    await writeFile(join(content, path), text);
  }
}

/** Builds the site, and returns its files by their paths. */
async function build(...options: string[]): Promise<Map<string, Buffer>> {
  const site = join(folder, 'site');
  const words = ['src/commands/kb.mjs', 'build', '--outDir', site, ...options];
  await promisify(execFile)(process.execPath, words, {
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      HINDSIGHT_CONTENT: content,
      XDG_CACHE_HOME: cache,
      SOURCE_DATE_EPOCH: '1795000000',
    },
  });
  const files = new Map<string, Buffer>();
  for (const entry of await readdir(site, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(site.length + 1), await readFile(path));
  }
  return files;
}

/** Returns the paths of files that differ, or that only one site has. */
function listDifferences(a: ReadonlyMap<string, Buffer>, b: ReadonlyMap<string, Buffer>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter(
    (path) => !b.get(path)?.equals(a.get(path) ?? Buffer.of(0)),
  );
}

/** Returns the size of each page in the cache. */
async function listKeptPages(): Promise<Map<string, number>> {
  const pages = join(cache, 'hindsight/pages');
  const [site = ''] = await readdir(pages);
  const names = await readdir(join(pages, site));
  return new Map(
    await Promise.all(names.map(async (name) => [name, (await stat(join(pages, site, name))).size] as const)),
  );
}

test('a damaged page is rendered again', async () => {
  const pages = join(cache, 'hindsight/pages');
  const [site = ''] = await readdir(pages);
  for (const [at, name] of (await readdir(join(pages, site))).entries()) {
    const file = join(pages, site, name);
    const bytes = await readFile(file);
    if (at % 2 === 0) await writeFile(file, bytes.subarray(0, bytes.length / 2));
    else await writeFile(file, bytes.fill(32, bytes.length - 9));
  }
  expect(listDifferences(whole, await build())).toEqual([]);
});

test('an edit of one text leaves most pages as they are kept, and pages that are gone are removed', async () => {
  const files = createEditedContent();
  const before = await listKeptPages();
  const path = [...files.keys()].find((name) => name.startsWith('postmortems/')) ?? '';
  await writeFiles(files.set(path, `${files.get(path)}\nThe queue was empty again.\n`));
  await build();
  const after = await listKeptPages();
  const changed = [...after].filter(([name, size]) => before.get(name) !== size);
  expect(after.size).toBe(before.size);
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.length).toBeLessThan(before.size / 2);
});

test('a build with kept pages is the same as one without, byte by byte, after random edits', async () => {
  const files = createEditedContent();
  const sequence = fc.sample(arbitraryEdit(), { numRuns: EDITS * 4, seed: 17 });
  let made = 0;
  for (const choice of sequence) {
    if (made === EDITS || !(await makeEdit(files, choice))) continue;
    made++;
    if (made % EDITS_PER_BUILD > 0 && made < EDITS) continue;
    await writeFiles(files);
    const kept = await build();
    const differences = listDifferences(kept, await build('--no-cache'));
    expect(differences, `after ${made} edits, the last one: ${JSON.stringify(choice)}`).toEqual([]);
  }
  expect(made).toBe(EDITS);
});
