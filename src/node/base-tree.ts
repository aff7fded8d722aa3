/** Finds what git stored for a folder at the commit at which the current branch started from a base. */
import { existsSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { CommandError } from './command-error.ts';
import { askGit, findGitFolder, runGit } from './git.ts';

export interface BaseFile {
  /** The id of its bytes. */
  readonly id: string;
  readonly isLink: boolean;
  /** A folder in the repository that has the bytes. */
  readonly repository: string;
}

/** By path below the folder, with `/`. */
export type BaseTree = ReadonlyMap<string, BaseFile>;

/**
 * @param base a commit, branch or tag; if the folder is in a submodule, one of the repository that contains it
 * @throws a CommandError if git cannot tell
 */
export function readBaseTree(folder: string, base: string): BaseTree {
  const { from, path: below } = findGitFolder(folder);
  const top = askGit(from, 'rev-parse', '--show-toplevel');
  if (top === undefined) {
    throw new CommandError(`\`${folder}\` is not in a git repository. Run the command without --changed.`);
  }
  const path = `${askGit(from, 'rev-parse', '--show-prefix') ?? ''}${below}`.replace(/\/$/, '');
  const superproject = askGit(from, 'rev-parse', '--show-superproject-working-tree');
  if (!superproject) return new Map(listTree(top, findForkPoint(top, base), path));
  const forkPoint = findForkPoint(superproject, base);
  const submodule = toPosix(relative(realpathSync(superproject), realpathSync(top)));
  const [entry] = listEntries(superproject, ['--full-tree', forkPoint, '--', submodule]);
  if (!entry) return new Map();
  // Before it became a submodule, it was a folder.
  if (entry.type === 'tree') {
    return new Map(listTree(superproject, forkPoint, [submodule, path].filter(Boolean).join('/')));
  }
  if (!hasCommit(top, entry.id)) {
    throw new CommandError(
      `The submodule \`${submodule}\` has no commit ${entry.id}, which \`${base}\` uses. Run \`git fetch\` in it, then try again.`,
    );
  }
  return new Map(listTree(top, entry.id, path));
}

/** Reads the bytes of files, in the same order. */
export function readBaseFiles(files: readonly BaseFile[]): Buffer[] {
  const byRepository = Map.groupBy(files, ({ repository }) => repository);
  const bytes = new Map<BaseFile, Buffer>();
  for (const [repository, group] of byRepository) {
    const output = runGit(repository, ['cat-file', '--batch'], group.map(({ id }) => `${id}\n`).join(''));
    let at = 0;
    for (const file of group) {
      const lineEnd = output?.indexOf('\n', at) ?? -1;
      const size = Number(/^[\da-f]+ blob (\d+)$/.exec(output?.toString('latin1', at, lineEnd) ?? '')?.[1]);
      if (!output || !Number.isInteger(size)) {
        throw new CommandError(`git has no file ${file.id}. Run \`git fetch --refetch\`, then try again.`);
      }
      bytes.set(file, output.subarray(lineEnd + 1, lineEnd + 1 + size));
      at = lineEnd + 1 + size + 1;
    }
  }
  return files.map((file) => bytes.get(file) ?? Buffer.alloc(0));
}

interface TreeEntry {
  readonly mode: string;
  readonly type: string;
  readonly id: string;
  readonly path: string;
}

function listEntries(repository: string, words: readonly string[]): TreeEntry[] {
  const output = runGit(repository, ['ls-tree', '-z', ...words])?.toString() ?? '';
  return [...output.matchAll(/(\d+) (\w+) ([\da-f]+)\t([^\0]+)\0/g)].map(
    ([, mode = '', type = '', id = '', path = '']) => ({ mode, type, id, path }),
  );
}

const LINK_MODE = '120000';

/** @param path of a folder in the repository, empty for all of it */
function listTree(repository: string, commit: string, path: string): [string, BaseFile][] {
  const entries = listEntries(repository, ['-r', '--full-tree', commit, ...(path ? ['--', `${path}/`] : [])]);
  return entries.flatMap(({ mode, type, id, path: fullPath }): [string, BaseFile][] => {
    const below = path ? fullPath.slice(path.length + 1) : fullPath;
    if (type === 'blob') return [[below, { id, isLink: mode === LINK_MODE, repository }]];
    const submodule = join(repository, fullPath);
    if (type !== 'commit' || !existsSync(join(submodule, '.git')) || !hasCommit(submodule, id)) return [];
    return listTree(submodule, id, '').map(([inside, file]) => [`${below}/${inside}`, file]);
  });
}

function hasCommit(repository: string, id: string): boolean {
  return askGit(repository, 'rev-parse', '--verify', '--quiet', `${id}^{commit}`) !== undefined;
}

function findForkPoint(repository: string, base: string): string {
  const isShallow = askGit(repository, 'rev-parse', '--is-shallow-repository') === 'true';
  const fetchAdvice = 'This is a shallow clone: run `git fetch --unshallow`, then try again.';
  const commit = findCommit(repository, base);
  if (commit === undefined) {
    if (findCommit(repository, 'HEAD') === undefined) {
      throw new CommandError('This git repository has no commit yet. Run the command without --changed.');
    }
    const advice = isShallow ? fetchAdvice : 'Check the name, or fetch it.';
    throw new CommandError(`There is no commit, branch or tag \`${base}\` in this git repository. ${advice}`);
  }
  const forkPoint = askGit(repository, 'merge-base', commit, 'HEAD');
  if (forkPoint === undefined) {
    const advice = isShallow ? fetchAdvice : 'Name a base that the current branch started from.';
    throw new CommandError(`\`${base}\` and the current branch have no commit in common. ${advice}`);
  }
  return forkPoint;
}

function findCommit(repository: string, name: string): string | undefined {
  return askGit(repository, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
}

function toPosix(path: string): string {
  return path.split(sep).join('/');
}
