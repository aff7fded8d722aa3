import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type KeptResult,
  markUsed,
  openKeptFolder,
  readKept,
  removeUnused,
  writeKept,
} from '../../src/node/kept-results.ts';

let location: string;
let folder: string;

beforeEach(async () => {
  location = mkdtempSync(join(tmpdir(), 'hindsight-pages-'));
  folder = await openKeptFolder('pages', { audience: 'internal' }, location);
});
afterEach(() => rmSync(location, { recursive: true }));

const PAGE: KeptResult = {
  asked: ['["today"]'],
  answers: 'abc',
  headers: [['content-type', 'text/html']],
  body: new TextEncoder().encode('<!doctype html>\n<p>Text\n'),
};

test('returns what it kept', () => {
  writeKept(folder, 'a', PAGE);
  const kept = readKept(folder, 'a');
  expect({ ...kept, body: new Uint8Array(kept?.body ?? []) }).toEqual(PAGE);
  expect(readKept(folder, 'b')).toBeUndefined();
});

test('ignores a page that is damaged or cut off', () => {
  writeKept(folder, 'a', PAGE);
  const file = join(folder, 'a');
  const bytes = readFileSync(file);
  for (let at = 0; at < bytes.length; at += 7) {
    writeFileSync(file, bytes.with(at, (bytes[at] ?? 0) ^ 1));
    expect(readKept(folder, 'a')).toBeUndefined();
  }
  writeFileSync(file, bytes);
  for (const length of [0, 10, 64, 65, bytes.length - 1]) {
    writeFileSync(file, bytes);
    truncateSync(file, length);
    expect(readKept(folder, 'a')).toBeUndefined();
  }
});

test('each site, audience and type of result has a folder of its own', async () => {
  expect(await openKeptFolder('pages', { audience: 'public' }, location)).not.toBe(folder);
  expect(await openKeptFolder('entries', { audience: 'internal' }, location)).not.toBe(folder);
  expect(await openKeptFolder('pages', { audience: 'internal' }, location)).toBe(folder);
});

test('removes the sites that were built the longest ago', async () => {
  utimesSync(folder, 1, 1);
  const folders: string[] = [];
  for (const base of ['/a/', '/b/', '/c/', '/d/'])
    folders.push(await openKeptFolder('pages', { base }, location));
  expect(readdirSync(join(location, 'pages')).toSorted()).toEqual(
    folders.map((path) => basename(path)).toSorted(),
  );
});

test('removes the pages that a build did not use', async () => {
  for (const name of ['a', 'b', 'c']) {
    writeKept(folder, name, PAGE);
    utimesSync(join(folder, name), 1, 1);
  }
  const since = Date.now() - 1_000;
  markUsed(folder, 'a');
  writeKept(folder, 'b', PAGE);
  await removeUnused(folder, since);
  expect(readdirSync(folder).toSorted()).toEqual(['a', 'b']);
});

test('keeps nothing where it cannot write', async () => {
  const file = join(location, 'file');
  writeFileSync(file, '');
  const blocked = await openKeptFolder('pages', { audience: 'internal' }, file);
  writeKept(blocked, 'a', PAGE);
  expect(readKept(blocked, 'a')).toBeUndefined();
  await removeUnused(blocked, 0);
});

/** A page may depend on what it asks `site-content.ts`, its properties and our code. */
const OTHER_SOURCES =
  /from '(?:node:|[./]+\/node\/)|process\.|new Date\(|Date\.now|getCollection\(|getEntry\(/;
/**
 * The middleware renders pictures and icons again in every build. The audience and our own code are part of the name of
 * the folder.
 */
const ALLOWED = [
  'src/pages/pictures/[...path].ts',
  'src/pages/icons/[name].ts',
  'src/pages/lessons/[id].astro',
  'src/pages/insights/insights.js.ts',
];

test('no page or component reads the clock, files or collections past the questions that are recorded', () => {
  const files = ['pages', 'components', 'layouts'].flatMap((name) =>
    readdirSync(join('src', name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => OTHER_SOURCES.test(readFileSync(file, 'utf8'))).toSorted()).toEqual(
    ALLOWED.toSorted(),
  );
});
