/** Moved and renamed files must not leave wrong paths in the documentation for programmers. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/deploy/README.md',
  'src/knowledge/README.md',
  'src/node/README.md',
  'src/search/README.md',
];

/** A path in backticks, from the root of the project or, in a README of a folder, from there. */
const CODE_PATH_PATTERN = /`((?:src|test|lint|bench|docs|schemas|check\/rules)\/[\w./-]*)`/g;
const LINK_PATTERN = /\]\((?!https?:|#)([^)#]+)/g;
/** A room and the file to start with, in the table of `src/knowledge/README.md`. */
const START_PATTERN = /^\| `(\w+\/)` \| `([\w-]+\.ts)`/gm;

function findPaths(document: string): string[] {
  const text = readFileSync(document, 'utf8');
  const folder = dirname(document);
  const codePaths = [...text.matchAll(CODE_PATH_PATTERN)].map(([, path = '']) =>
    path.startsWith('check/') ? join(folder, path) : path,
  );
  const links = [...text.matchAll(LINK_PATTERN)].map(([, path = '']) => join(folder, path));
  const starts = [...text.matchAll(START_PATTERN)].map(([, room = '', file = '']) =>
    join(folder, room, file),
  );
  return [...codePaths, ...links, ...starts];
}

test.each(DOCUMENTS)('%s names only files and folders that exist', (document) => {
  const paths = findPaths(document);
  expect(paths.length).toBeGreaterThan(0);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

test('src/knowledge/README.md lists the rooms in the order that the linter enforces', async () => {
  const { ROOMS } = await import('../../.dependency-cruiser.mjs');
  const text = readFileSync('src/knowledge/README.md', 'utf8');
  expect([...text.matchAll(START_PATTERN)].map(([, room]) => room)).toEqual(
    ROOMS.map((room: string) => `${room}/`),
  );
});
