/** Writes a revision to disk: all of its files or none, and only if it introduces no error. */
import { applyRevision, type RevisedFile, RevisionError } from '../knowledge/edit/revision.ts';
import { Content } from '../knowledge/source/content.ts';
import type { FileInput } from '../knowledge/source/file-input.ts';
import { createMaskedContent } from '../knowledge/source/masked-content.ts';
import type { Problem } from '../knowledge/source/problem.ts';
import { changeFolder, withRecoveredFolder } from './change-folder.ts';
import { CheckCache } from './check-cache.ts';
import { checkContent } from './check-content.ts';
import { CommandError } from './command-error.ts';
import { readContentFiles } from './content-files.ts';

export interface RevisionResult {
  readonly files: readonly RevisedFile[];
  /** The errors that the revision introduces. If there are any, nothing is written. */
  readonly newErrors: readonly Problem[];
}

export interface FolderRevision {
  /** The revision in words, for the message after a crash: "rename `a` to `b`". */
  readonly title: string;
  /** The id that changes, and the id that it becomes. */
  readonly from: string;
  readonly to: string;
  /** Returns the files that change. */
  revise(content: Content): RevisedFile[];
}

/**
 * @param root the folder as messages show it
 * @throws a CommandError if the content does not allow the revision, or a file cannot be written
 */
export async function reviseFolder(
  folder: string,
  root: string,
  revision: FolderRevision,
): Promise<RevisionResult> {
  return withRecoveredFolder(folder, async () => {
    const sources = await readContentFiles(folder);
    const result = await applyInMemory(sources, root, revision, await CheckCache.open(folder));
    const texts = new Map(sources.map(({ path, text }) => [path, text]));
    const changes = result.files.map((file) => ({ ...file, before: texts.get(file.path) }));
    if (result.newErrors.length === 0) await changeFolder(folder, revision.title, changes);
    return result;
  });
}

/** Returns what `reviseFolder` would do. */
export async function planRevision(
  folder: string,
  root: string,
  revision: FolderRevision,
): Promise<RevisionResult> {
  const sources = await readContentFiles(folder);
  return applyInMemory(sources, root, revision, await CheckCache.open(folder));
}

async function applyInMemory(
  sources: readonly FileInput[],
  root: string,
  { revise, from, to }: FolderRevision,
  cache: CheckCache,
): Promise<RevisionResult> {
  // Without masks, which must never be written into a file.
  const files = createRevision(new Content(sources, root), revise);
  const before = new Set((await findErrors(sources, root, cache)).map(getErrorKey));
  const after = await findErrors(applyRevision(sources, files), root, cache);
  const newErrors = after.filter((problem) => {
    const renamed = { ...problem, message: problem.message.replaceAll(to, from) };
    return !before.has(getErrorKey(problem)) && !before.has(getErrorKey(renamed));
  });
  return { files, newErrors };
}

function createRevision(content: Content, revise: (content: Content) => RevisedFile[]): RevisedFile[] {
  try {
    return revise(content);
  } catch (error) {
    throw error instanceof RevisionError ? new CommandError(error.message) : error;
  }
}

async function findErrors(
  sources: readonly FileInput[],
  root: string,
  cache: CheckCache,
): Promise<Problem[]> {
  const content = await createMaskedContent(sources, root, undefined, cache.findSecrets);
  const { problems } = await checkContent(content, content.files, cache);
  return problems.filter(({ severity }) => severity === 'error');
}

/** Returns a key without the position: an error is the same if only the lines around it moved. */
function getErrorKey({ rule, message }: Problem): string {
  return `${rule} ${message}`;
}
