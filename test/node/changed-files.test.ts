import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findChangedFiles, restoreBaseFiles } from '../../src/node/changed-files.ts';
import { readContentFiles } from '../../src/node/content-files.ts';

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

/** Returns the changed files without what git stored. */
function findChanges(folder: string, base: string) {
  const { present, deleted } = findChangedFiles(folder, base);
  return { present, deleted };
}

test('finds changed, new and deleted files below the folder, committed or not', () => {
  expect(findChanges(content(), 'HEAD')).toEqual({ present: [], deleted: [] });
  git(repository, 'checkout', '-qb', 'feature');
  write('content/notes/a.mdx', 'changed');
  git(repository, 'commit', '-qam', 'Change');
  write('content/notes/new one.mdx');
  write('outside.mdx');
  rmSync(join(content(), 'notes/b.mdx'));
  expect(findChanges(content(), 'main')).toEqual({
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

test('restores the files of the base', async () => {
  write('content/notes/a.mdx', 'changed');
  write('content/notes/c.mdx');
  rmSync(join(content(), 'notes/b.mdx'));
  const current = await readContentFiles(content());
  expect(restoreBaseFiles(current, findChangedFiles(content(), 'HEAD'))).toEqual(
    ['notes/a.mdx', 'notes/b.mdx', 'vocabulary/tags.yaml'].map((path) => ({
      path,
      text: `content/${path}`,
    })),
  );
});

test('finds a renamed file as one new and one deleted file, also if only the case of its name changes', () => {
  renameSync(join(content(), 'notes/a.mdx'), join(content(), 'notes/A.mdx'));
  expect(findChanges(content(), 'HEAD')).toEqual({ present: ['notes/A.mdx'], deleted: ['notes/a.mdx'] });
});

test('finds a file that a replaced commit has too', () => {
  git(repository, 'checkout', '-qb', 'feature');
  write('content/notes/a.mdx', 'changed');
  git(repository, 'commit', '-qam', 'Change');
  git(repository, 'replace', 'main', 'feature');
  expect(findChangedFiles(content(), 'main').present).toEqual(['notes/a.mdx']);
});

test('finds links, whatever they lead to', () => {
  rmSync(join(content(), 'notes/a.mdx'));
  symlinkSync('b.mdx', join(content(), 'notes/a.mdx'));
  symlinkSync('/etc', join(content(), 'etc'));
  git(repository, 'add', '.');
  git(repository, 'commit', '-qm', 'Links');
  expect(findChanges(content(), 'HEAD')).toEqual({ present: ['etc', 'notes/a.mdx'], deleted: [] });
});

test('does not take line breaks that git wrote for Windows for a change', () => {
  write('content/notes/a.mdx', 'one\ntwo\n');
  git(repository, 'commit', '-qam', 'Lines');
  write('content/notes/a.mdx', 'one\r\ntwo\r\n');
  expect(findChanges(content(), 'HEAD').present).toEqual([]);
});

test('ignores files of editors', () => {
  write('content/notes/a.mdx~');
  git(repository, 'add', '-f', '.');
  git(repository, 'commit', '-qm', 'Backup');
  rmSync(join(content(), 'notes/a.mdx~'));
  write('content/notes/.b.mdx.swp');
  expect(findChanges(content(), 'HEAD')).toEqual({ present: [], deleted: [] });
});

test('finds files of editors that git tracks', () => {
  const names = ['a.mdx~', 'b.mdx.bak', 'b.mdx.orig', 'b_BACKUP_123.mdx', 'b_BASE_1.png', '.b.mdx.swp'];
  for (const name of names) write(`content/notes/${name}`);
  write('content/notes/.gitignore', '*\n');
  mkdirSync(join(content(), 'old.bak'));
  write('content/old.bak/a.mdx');
  symlinkSync('nobody@host.1', join(content(), 'notes/.#b.mdx'));
  const paths = [...names, '.#b.mdx']
    .map((name) => `notes/${name}`)
    .concat('old.bak/a.mdx')
    .toSorted();
  expect(findChanges(content(), 'HEAD').present).toEqual(['notes/.gitignore']);
  git(repository, 'add', '-f', ...paths.map((path) => `content/${path}`));
  expect(findChanges(content(), 'HEAD').present).toEqual([...paths, 'notes/.gitignore'].toSorted());
  git(repository, 'commit', '-qm', 'Backups');
  rmSync(join(content(), 'notes/.gitignore'));
  // A link always counts as changed.
  expect(findChanges(content(), 'HEAD')).toEqual({ present: ['notes/.#b.mdx'], deleted: [] });
  write('content/notes/a.mdx~', 'changed');
  expect(findChanges(content(), 'HEAD').present).toEqual(['notes/.#b.mdx', 'notes/a.mdx~']);
  git(repository, 'rm', '-q', '--cached', 'content/notes/a.mdx~', 'content/notes/.#b.mdx');
  expect(findChanges(content(), 'HEAD')).toEqual({ present: [], deleted: [] });
});

test('finds files of editors that a submodule tracks', () => {
  const module = join(scratch, 'module');
  mkdirSync(module);
  git(module, 'init', '-q', '-b', 'main');
  writeFileSync(join(module, 'x.mdx~'), 'x');
  git(module, 'add', '-f', '.');
  git(module, 'commit', '-qm', 'Backup');
  git(
    repository,
    '-c',
    'protocol.file.allow=always',
    'submodule',
    '--quiet',
    'add',
    module,
    'content/shared',
  );
  expect(findChanges(content(), 'HEAD').present).toContain('shared/x.mdx~');
});

describe('a submodule below the folder', () => {
  const commit = '1'.repeat(40);
  const addLink = (path: string) =>
    git(repository, 'update-index', '--add', '--cacheinfo', `160000,${commit},content/${path}`);

  test.each(['notes/plan.mdx', 'HEAD', 'notes/plan.mdx~', 'a/b/c'])(
    'without files, at %s, is always listed as an error',
    async (path) => {
      addLink(path);
      mkdirSync(join(content(), path), { recursive: true });
      expect(findChanges(content(), 'HEAD')).toEqual({ present: [path], deleted: [] });
      git(repository, 'commit', '-qm', 'Link');
      expect(findChanges(content(), 'HEAD')).toEqual({ present: [path], deleted: [] });
      const [file] = (await readContentFiles(content())).filter((each) => each.path === path);
      expect(file?.readError).toMatch(/^Unexpected submodule, .*, expected /);
    },
  );

  test('in place of a file or a folder is listed as changed', () => {
    git(repository, 'rm', '-rq', 'content/vocabulary', 'content/notes/a.mdx');
    for (const path of ['vocabulary', 'notes/a.mdx']) {
      addLink(path);
      mkdirSync(join(content(), path));
    }
    expect(findChanges(content(), 'HEAD')).toEqual({
      present: ['notes/a.mdx', 'vocabulary'],
      deleted: ['vocabulary/tags.yaml'],
    });
  });

  test('that is deleted but not committed is not listed, and neither is an empty folder', () => {
    addLink('notes/plan.mdx');
    mkdirSync(join(content(), 'empty'));
    expect(findChanges(content(), 'HEAD')).toEqual({ present: [], deleted: [] });
  });
});

describe('without git', () => {
  const withoutGit = (folder: string) => {
    const { PATH: _, ...others } = process.env;
    return spawnSync(process.execPath, ['src/commands/kb.mjs', 'check'], {
      env: { ...others, HINDSIGHT_CONTENT: folder, PATH: join(scratch, 'nothing') },
      encoding: 'utf8',
    }).stderr;
  };

  test('the check says what it cannot check, if there is something', () => {
    cpSync('test/fixtures/bad/base', content(), { recursive: true });
    expect(withoutGit(content())).toBe('');
    write('content/notes/a.mdx.orig');
    expect(withoutGit(content())).toBe(
      'There is no `git` command, so backups of editors and submodules were not checked: git knows which of them are in the repository. Install git to check them.\n',
    );
    rmSync(join(content(), 'notes/a.mdx.orig'));
    mkdirSync(join(content(), 'notes/plan.mdx'));
    expect(withoutGit(content())).toContain('submodules were not checked');
  });

  test('the check of a folder in no repository says nothing', () => {
    const folder = join(scratch, 'export');
    cpSync('test/fixtures/bad/base', folder, { recursive: true });
    writeFileSync(join(folder, 'notes/a.mdx.orig'), '');
    mkdirSync(join(folder, 'empty'));
    expect(withoutGit(folder)).toBe('');
  });
});

describe('finds a file that git ignores', () => {
  const attempts: Record<string, () => void> = {
    'by .gitignore in the folder': () => write('content/.gitignore', '*\n'),
    'by .gitignore in a folder below': () => write('content/notes/.gitignore', '*\n'),
    'by .gitignore above the folder': () => write('.gitignore', 'content/\n*.mdx\n'),
    'by .git/info/exclude': () => write('.git/info/exclude', '*\n'),
    'by core.excludesFile': () => {
      writeFileSync(join(scratch, 'excludes'), '*\n');
      git(repository, 'config', 'core.excludesFile', join(scratch, 'excludes'));
    },
    'by attributes': () => write('content/.gitattributes', '* -diff -text binary export-ignore\n'),
    'by assume-unchanged': () => {
      git(repository, 'update-index', '--assume-unchanged', 'content/notes/a.mdx');
    },
    'by skip-worktree': () => {
      git(repository, 'update-index', '--skip-worktree', 'content/notes/a.mdx');
    },
    'by a sparse checkout': () => {
      git(repository, 'sparse-checkout', 'set', 'nothing');
      mkdirSync(join(content(), 'notes'), { recursive: true });
    },
    'by core.ignoreCase': () => {
      git(repository, 'config', 'core.ignoreCase', 'true');
    },
    'by core.fileMode and core.trustctime': () => {
      git(repository, 'config', 'core.checkStat', 'minimal');
    },
  };
  test.each(Object.entries(attempts))('%s', (_, attempt) => {
    attempt();
    write('content/notes/a.mdx', 'Content/notes/a.mdx');
    write('content/notes/new.mdx');
    expect(findChanges(content(), 'HEAD').present).toEqual(
      expect.arrayContaining(['notes/a.mdx', 'notes/new.mdx']),
    );
  });
});

test('lists the files of a folder that looks like a repository, and runs nothing that it configures', () => {
  const marker = join(scratch, 'marker');
  git(repository, 'init', '-q', '--bare', join(scratch, 'bare'));
  for (const name of ['HEAD', 'objects', 'refs'])
    renameSync(join(scratch, 'bare', name), join(content(), name));
  mkdirSync(join(content(), 'worktree'));
  const settings = { bare: 'false', worktree: 'worktree', fsmonitor: `"touch ${marker}; false"` };
  const lines = Object.entries(settings).map(([name, value]) => `\t${name} = ${value}\n`);
  write('content/config', `[core]\n${lines.join('')}`);
  write('content/notes/a.mdx', 'changed');
  write('content/notes/x.mdx~');
  git(repository, 'add', '--force', 'content/notes/x.mdx~');
  const { present, deleted } = findChanges(content(), 'HEAD');
  expect(present).toEqual(expect.arrayContaining(['HEAD', 'config', 'notes/a.mdx', 'notes/x.mdx~']));
  expect(present).not.toContain('notes/b.mdx');
  expect(deleted).toEqual([]);
  expect(existsSync(marker)).toBe(false);
});

describe('a submodule', () => {
  let parent: string;

  /** A repository whose folder `kb` is the repository of the other tests, at its first commit. */
  beforeEach(() => {
    parent = join(scratch, 'parent');
    git(scratch, 'init', '-q', '-b', 'main', parent);
    git(parent, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', repository, 'kb');
    git(parent, 'commit', '-qm', 'Start');
    git(join(parent, 'kb'), 'checkout', '-q', '-b', 'feature');
    writeFileSync(join(parent, 'kb/content/notes/a.mdx'), 'changed');
    git(join(parent, 'kb'), 'commit', '-qam', 'Change');
  });

  test('is compared with the commit that the repository around it uses', () => {
    const changes = { present: ['notes/a.mdx'], deleted: [] };
    expect(findChanges(join(parent, 'kb/content'), 'main')).toEqual(changes);
    expect(findChanges(join(parent, 'kb/content'), 'HEAD')).toEqual(changes);
    git(parent, 'commit', '-qam', 'Use the change');
    expect(findChanges(join(parent, 'kb/content'), 'HEAD')).toEqual({ present: [], deleted: [] });
    expect(findChanges(join(parent, 'kb/content'), 'HEAD~1')).toEqual(changes);
  });

  test('in the folder is always listed, and compared file by file', () => {
    expect(findChanges(parent, 'HEAD')).toEqual({ present: ['kb', 'kb/content/notes/a.mdx'], deleted: [] });
  });

  test('whose commit is not known is reported', () => {
    git(parent, 'update-index', '--cacheinfo', `160000,${'1'.repeat(40)},kb`);
    git(parent, 'commit', '-qm', 'Unknown');
    expect(() => findChangedFiles(join(parent, 'kb/content'), 'HEAD')).toThrow(
      `The submodule \`kb\` has no commit ${'1'.repeat(40)}, which \`HEAD\` uses. Run \`git fetch\` in it, then try again.`,
    );
  });
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

test('reports a repository without a commit', () => {
  git(scratch, 'init', '-q', 'empty');
  expect(() => findChangedFiles(join(scratch, 'empty'), 'HEAD')).toThrow(
    'This git repository has no commit yet. Run the command without --changed.',
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
