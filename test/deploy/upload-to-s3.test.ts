/** Runs the upload with a small program in the place of `aws`, which keeps the objects and their metadata in a file. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

interface StoredObject {
  readonly order: number;
  readonly cacheControl?: string;
  readonly contentType?: string;
}

/** `aws s3 sync`: of the filters, the last that matches decides. Its names match as in a shell, and also across folders. */
const AWS = `#!${process.execPath}
const { existsSync, readdirSync, readFileSync, statSync, writeFileSync } = require('node:fs');
const [, , s3, sync, folder, bucket, ...options] = process.argv;
if (s3 !== 's3' || sync !== 'sync' || bucket !== 's3://knowledge') process.exit(2);
const filters = [];
let [cacheControl, contentType, removes, sizeOnly] = [];
while (options.length > 0) {
  const name = options.shift();
  if (name === '--exclude' || name === '--include') {
    const pattern = options.shift().replace(/[.]/g, '[.]').replaceAll('*', '.*');
    filters.push([new RegExp('^' + pattern + '$'), name === '--include']);
  } else if (name === '--cache-control') cacheControl = options.shift();
  else if (name === '--content-type') contentType = options.shift();
  else if (name === '--delete') removes = true;
  else if (name === '--size-only') sizeOnly = true;
  else if (name !== '--only-show-errors') process.exit(3);
}
const isIncluded = (path) => filters.findLast(([pattern]) => pattern.test(path))?.[1] ?? true;
const store = process.env.STORE;
const objects = existsSync(store) ? JSON.parse(readFileSync(store, 'utf8')) : {};
const files = readdirSync(folder, { recursive: true }).filter((path) => statSync(folder + '/' + path).isFile());
for (const path of files.filter(isIncluded)) {
  const { size } = statSync(folder + '/' + path);
  if (sizeOnly && objects[path]?.size === size) continue;
  objects[path] = { order: Math.max(0, ...Object.values(objects).map(({ order }) => order)) + 1, size, cacheControl, contentType };
}
for (const path of Object.keys(objects).filter(isIncluded)) if (removes && !files.includes(path)) delete objects[path];
writeFileSync(store, JSON.stringify(objects));
`;

const FILES = [
  '.hindsight-files',
  '404.html',
  '_astro/page.Dihbr9dm.js',
  '_headers',
  'checklists/deploy.pdf',
  'checklists/deploy.txt',
  'index.html',
  'notes/redis/index.html',
  'offline-files.json',
  'pagefind/search-english.txt',
  'pagefind/wasm.en.pagefind',
  'pictures/graph.avif',
  'sw.js',
];

const isPublished = (file: string) => file !== '_headers' && file !== '.hindsight-files';

let scratch: string;
let objects: Record<string, StoredObject>;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'hindsight upload '));
  for (const file of FILES) {
    mkdirSync(dirname(join(scratch, 'site', file)), { recursive: true });
    writeFileSync(join(scratch, 'site', file), file);
  }
  mkdirSync(join(scratch, 'bin'));
  writeFileSync(join(scratch, 'bin/aws'), AWS, { mode: 0o755 });
  const store = join(scratch, 'store.json');
  const old = { order: 0, size: 1 };
  writeFileSync(store, JSON.stringify({ 'gone/index.html': old, '.well-known/acme': old }));
  execFileSync('sh', ['docs/deploy/upload-to-s3.sh', 's3://knowledge', join(scratch, 'site')], {
    env: { ...process.env, PATH: `${join(scratch, 'bin')}:${process.env.PATH}`, STORE: store },
  });
  objects = JSON.parse(readFileSync(store, 'utf8'));
});
afterAll(() => rmSync(scratch, { recursive: true }));

test('the upload has every file that a browser asks for, and removes those of earlier builds', () => {
  const expected = [...FILES.filter(isPublished), '.well-known/acme'];
  expect(Object.keys(objects).sort()).toEqual(expected.sort());
});

test('the upload lets browsers keep only files with a hash in their name', () => {
  for (const file of FILES.filter(isPublished)) {
    const immutable = 'public, max-age=31536000, immutable';
    expect(objects[file]?.cacheControl, file).toBe(file.startsWith('_astro/') ? immutable : 'no-cache');
  }
});

test('the upload names the encoding of pages and texts', () => {
  expect(objects['notes/redis/index.html']?.contentType).toBe('text/html; charset=utf-8');
  expect(objects['checklists/deploy.txt']?.contentType).toBe('text/plain; charset=utf-8');
  expect(objects['pictures/graph.avif']?.contentType).toBe('image/avif');
});

test('the upload has what pages load before the pages, and the list of files of the new build last', () => {
  const at = (file: string) => objects[file]?.order ?? 0;
  const pages = FILES.filter((file) => file.endsWith('.html')).map(at);
  expect(at('_astro/page.Dihbr9dm.js')).toBe(1);
  expect(at('pagefind/wasm.en.pagefind')).toBeLessThan(Math.min(...pages));
  for (const file of ['sw.js', 'offline-files.json']) expect(at(file)).toBeGreaterThan(Math.max(...pages));
});
