/**
 * `npm run lint` runs this over the documentation, the strings and comments of the code, the names of tests, and the
 * content: no phrase of `house-style.yaml`, no word twice, the right article. Exits 1 if it finds something.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { checkFragments, type ReadFile } from './check-fragments.ts';
import { findAstroFragments, findTypeScriptFragments } from './code-fragments.ts';
import { readContentFragments } from './content-fragments.ts';
import type { Fragment } from './fragment.ts';
import { findMarkdownFragments } from './markdown-fragments.ts';

const files = [...listTrackedFiles().flatMap(readFragments), ...(await readContentFragments('content'))];
const problems = files.flatMap(checkFragments);
process.stdout.write(problems.map((line) => `${line}\n`).join(''));
process.exitCode = problems.length > 0 ? 1 : 0;

function listTrackedFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  return listed.split('\n').filter((path) => !/^(?:content|test\/fixtures|schemas)\/|^$/.test(path));
}

function readFragments(path: string): ReadFile[] {
  const find = findFragmentReader(path);
  if (!find) return [];
  const text = readFileSync(path, 'utf8');
  return [{ path, text, fragments: find(text) }];
}

function findFragmentReader(path: string): ((text: string) => Fragment[]) | undefined {
  if (/\.mdx?$/.test(path)) return (text) => findMarkdownFragments(path, text);
  if (/\.(?:ts|mjs|js)$/.test(path)) return (text) => findTypeScriptFragments(path, text);
  if (path.endsWith('.astro')) return findAstroFragments;
  return undefined;
}
