import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type BundleFiles, collectBundleFiles } from '../../src/bundle/bundle-files.ts';
import { BUNDLE_START_LENGTH, createBundleZip, isBundleStart } from '../../src/bundle/bundle-zip.ts';
import { createDataScript } from '../../src/bundle/data-script.ts';
import { createDocument } from '../knowledge/search/small-documents.ts';

const SITE = {
  'index.html': '<!doctype html><script src="/_astro/theme.js"></script><a href="/notes/a/">A</a>',
  'notes/a/index.html': '<!doctype html><title>A</title>',
  '404.html': 'x',
  _headers: 'x',
  'sw.js': 'x',
  'offline-files.json': '{}',
  'manifest.json': '{}',
  '.well-known/security.txt': 'x',
  'pagefind/pagefind.js': 'x',
  '_astro/a.js': 'x',
  '_astro/a.css': 'p {}',
  '_astro/theme.js': '// theme',
  'insights/records.json': '{"d":4}',
  'checklists/source.json': '{"a":1}',
  'checklists/source/deploy-1.json': '{"b":2}',
  'checklists/deploy.json': '{"c":3}',
  'pictures/notes/a.png': 'png',
};

let folder: string;
let files: BundleFiles;
const pages: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hindsight bundle '));
  files = await collect('site', Object.entries(SITE));
});
afterAll(() => rm(folder, { recursive: true }));

async function collect(name: string, entries: [string, string][]): Promise<BundleFiles> {
  for (const [path, text] of entries) {
    await mkdir(dirname(join(folder, name, path)), { recursive: true });
    await writeFile(join(folder, name, path), text);
  }
  return collectBundleFiles(join(folder, name), {
    base: '/',
    title: 'Our site',
    siteAddress: 'https://example.org/',
    built: '2026-11-27T14:02:00.000Z',
    documents: [createDocument({ id: 'a', title: 'A' })],
    onPage: (number, count) => pages.push(`${number} of ${count}`),
  });
}

test('a bundle has the pages, and no files that only a server or a module uses', () => {
  expect([...files.keys()].sort()).toEqual([
    'README.txt',
    '_astro/a.css',
    '_astro/theme.js',
    'checklists/deploy.json',
    'checklists/source.json.js',
    'checklists/source/deploy-1.json.js',
    'index.html',
    'insights/records.json.js',
    'notes/a/index.html',
    'pagefind/search-english.txt.js',
    'pagefind/search-errors.json.js',
    'pagefind/search-languages.json.js',
    'pagefind/search-start.bin.js',
    'pagefind/search-thesaurus.txt.js',
    'pictures/notes/a.png',
    'site.js',
  ]);
  expect(pages).toEqual(['1 of 2', '2 of 2']);
});

test('the script of every page has the elements of all components', async () => {
  const imports = async (path: string) =>
    [
      ...(await readFile(path, 'utf8')).matchAll(
        /(?:^\s*import '[./]*|resolve\('src)\/elements\/([\w-]+)\.ts'/gm,
      ),
    ].map(([, name]) => name);
  const paths = (await readdir('src', { recursive: true })).filter((path) =>
    /\.astro$|^pages\/.+\.ts$/.test(path),
  );
  const used = new Set((await Promise.all(paths.map((path) => imports(join('src', path))))).flat());
  // These are about the copy that a browser keeps.
  for (const name of ['offline-news', 'offline-state']) used.delete(name);
  expect(used.size).toBeGreaterThan(8);
  expect((await imports('src/bundle/browser/page-script.ts')).sort()).toEqual([...used].sort());
});

test('a bundle starts with what to do with it', () => {
  expect([...files.keys()][0]).toBe('README.txt');
  expect(strFromU8(files.get('README.txt') ?? new Uint8Array())).toMatch(
    /^Our site: a copy of https:\/\/example\.org\/ as of 27 Nov 2026, 14:02 UTC\.\n\nExtract all files of the zip/,
  );
});

test('equal sites give equal bytes, in each time zone and whatever was written first', async () => {
  const zip = createBundleZip(files);
  const others = await collect('other', Object.entries(SITE).reverse());
  vi.stubEnv('TZ', 'Pacific/Kiritimati');
  expect(Buffer.from(createBundleZip(others)).equals(zip)).toBe(true);
  vi.unstubAllEnvs();
});

test('a zip has all files in one folder', () => {
  const unpacked = unzipSync(createBundleZip(files));
  expect(Object.keys(unpacked)).toEqual([...files.keys()].map((path) => `knowledge-base/${path}`));
  expect(strFromU8(unpacked['knowledge-base/pictures/notes/a.png'] ?? new Uint8Array())).toBe('png');
});

test('a bundle is recognised by its start, and other files are not', () => {
  const start = createBundleZip(files).subarray(0, BUNDLE_START_LENGTH);
  expect(isBundleStart(start)).toBe(true);
  expect(isBundleStart(start.subarray(0, -1))).toBe(false);
  const other = createBundleZip(new Map([['index.html', new Uint8Array()]]));
  expect(isBundleStart(other.subarray(0, BUNDLE_START_LENGTH))).toBe(false);
  expect(isBundleStart(new TextEncoder().encode('# Notes about our servers, kept for a long time\n'))).toBe(
    false,
  );
});

test('a script of data gives its text back, whatever is in it', () => {
  const text = '</script>\u2028"\\\'`\\u0041\uFEFF日本語\u0000\r\n';
  const context: Record<string, unknown> = {};
  context.self = context;
  for (const path of ['a.json', 'b"c.json']) runInNewContext(createDataScript(path, text), context);
  expect(context.hindsightData).toEqual({ 'a.json': text, 'b"c.json': text });
});
