import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findAffectedFiles, findChangedFiles } from '../../src/node/changed-files.ts';

let scratch: string;
let repository: string;

function git(folder: string, ...words: string[]): string {
  const identity = ['-c', 'user.name=T', '-c', 'user.email=t@example.org'];
  return execFileSync('git', ['-C', folder, ...identity, ...words], { encoding: 'utf8', stdio: 'pipe' });
}

function write(path: string, text = path): void {
  writeFileSync(join(repository, path), text);
}

/** A repository with a commit of two notes and a vocabulary on `main`. */
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'hindsight-git-'));
  repository = join(scratch, 'repository');
  mkdirSync(join(repository, 'content/notes'), { recursive: true });
  mkdirSync(join(repository, 'content/vocabulary'));
  for (const path of ['notes/a.mdx', 'notes/b.mdx', 'vocabulary/tags.yaml']) write(`content/${path}`);
  git(repository, 'init', '-q', '-b', 'main');
  git(repository, 'add', '.');
  git(repository, 'commit', '-qm', 'Start');
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(scratch, { recursive: true });
});

const content = () => join(repository, 'content');

test('finds changed, new and deleted files below the folder, committed or not', () => {
  expect(findChangedFiles(content(), 'HEAD')).toEqual({ present: [], deleted: [] });
  git(repository, 'checkout', '-qb', 'feature');
  write('content/notes/a.mdx', 'changed');
  git(repository, 'commit', '-qam', 'Change');
  write('content/notes/new one.mdx');
  write('outside.mdx');
  rmSync(join(content(), 'notes/b.mdx'));
  expect(findChangedFiles(content(), 'main')).toEqual({
    present: ['notes/a.mdx', 'notes/new one.mdx'],
    deleted: ['notes/b.mdx'],
  });
  expect(findChangedFiles(content(), 'HEAD').present).toEqual(['notes/new one.mdx']);
});

test('ignores what changed on the base after the branch started', () => {
  git(repository, 'checkout', '-qb', 'feature');
  write('content/notes/a.mdx', 'changed');
  git(repository, 'commit', '-qam', 'Change');
  git(repository, 'checkout', '-q', 'main');
  write('content/notes/b.mdx', 'changed on main');
  git(repository, 'commit', '-qam', 'Later');
  git(repository, 'checkout', '-q', 'feature');
  expect(findChangedFiles(content(), 'main').present).toEqual(['notes/a.mdx']);
});

test('affects only the changed files, and all files after a deletion or a change of a vocabulary', () => {
  write('content/notes/a.mdx', 'changed');
  expect(findAffectedFiles(content(), 'HEAD')).toEqual(['notes/a.mdx']);
  write('content/vocabulary/tags.yaml', 'changed');
  expect(findAffectedFiles(content(), 'HEAD')).toBeUndefined();
  git(repository, 'checkout', '-q', '.');
  rmSync(join(content(), 'notes/b.mdx'));
  expect(findAffectedFiles(content(), 'HEAD')).toBeUndefined();
});

test('uses the repository of the folder in a hook of a linked worktree', () => {
  const worktree = join(scratch, 'worktree');
  git(repository, 'worktree', 'add', '-q', '-b', 'feature', worktree);
  writeFileSync(join(worktree, 'content/notes/a.mdx'), 'changed');
  vi.stubEnv('GIT_DIR', git(worktree, 'rev-parse', '--absolute-git-dir').trim());
  vi.stubEnv('GIT_INDEX_FILE', join(git(worktree, 'rev-parse', '--absolute-git-dir').trim(), 'index'));
  expect(findChangedFiles(join(worktree, 'content'), 'HEAD').present).toEqual(['notes/a.mdx']);
});

test('reports a folder that is not in a repository', () => {
  expect(() => findChangedFiles(scratch, 'main')).toThrow(
    `\`${scratch}\` is not in a git repository. Run the command without --changed.`,
  );
});

test('reports an unknown base', () => {
  expect(() => findChangedFiles(content(), 'nowhere')).toThrow(
    'There is no commit, branch or tag `nowhere` in this git repository. Check the name, or fetch it.',
  );
});

test('reports a base without common history', () => {
  git(repository, 'checkout', '-q', '--orphan', 'lone');
  git(repository, 'commit', '-qm', 'Another start');
  expect(() => findChangedFiles(content(), 'main')).toThrow(
    '`main` and the current branch have no commit in common. Name a base that the current branch started from.',
  );
});

test('tells you to fetch the history of a shallow clone', () => {
  git(repository, 'commit', '-q', '--allow-empty', '-m', 'Second');
  git(repository, 'checkout', '-qb', 'feature', 'HEAD~1');
  git(repository, 'commit', '-q', '--allow-empty', '-m', 'Feature');
  const clone = join(scratch, 'clone');
  git(scratch, 'clone', '-q', '--depth', '1', '--no-single-branch', `file://${repository}`, clone);
  git(clone, 'checkout', '-q', 'feature');
  expect(() => findChangedFiles(join(clone, 'content'), 'origin/main')).toThrow(
    '`origin/main` and the current branch have no commit in common. This is a shallow clone: run `git fetch --unshallow`, then try again.',
  );
});

test('reports that there is no git', () => {
  vi.stubEnv('PATH', scratch);
  expect(() => findChangedFiles(content(), 'main')).toThrow(
    'There is no `git` command. Install git, or run the command without --changed.',
  );
});

test('shows what git reports about a repository of another owner', () => {
  vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1');
  expect(() => findChangedFiles(content(), 'main')).toThrow(
    /^git reports: detected dubious ownership in repository at .* safe\.directory /,
  );
});
