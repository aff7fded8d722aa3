/** Writes a revision to disk: all of its files or none, and only if it introduces no error. */
import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { applyRevision, type RevisedFile, RevisionError } from '../knowledge/edit/revision.ts';
import { Content } from '../knowledge/source/content.ts';
import type { FileInput } from '../knowledge/source/file-input.ts';
import { createMaskedContent } from '../knowledge/source/masked-content.ts';
import type { Problem } from '../knowledge/source/problem.ts';
import { checkContent } from './check-content.ts';
import { CommandError } from './command-error.ts';
import { readContentFiles } from './content-folder.ts';
import { toWriteError } from './file-errors.ts';
import { createFolder, getTemporaryPath } from './write-file.ts';

export interface RevisionResult {
  readonly files: readonly RevisedFile[];
  /** The errors that the revision would introduce. If there are any, nothing was written. */
  readonly newErrors: readonly Problem[];
}

/**
 * @param root the folder as messages show it
 * @param revise returns the files that change
 * @throws a CommandError if the content does not allow the revision, or a file cannot be written
 */
export async function reviseFolder(
  folder: string,
  root: string,
  revise: (content: Content) => RevisedFile[],
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<RevisionResult> {
  const sources = await readContentFiles(folder);
  // Without masks, which must never be written into a file.
  const files = createRevision(new Content(sources, root), revise);
  const before = new Set((await findErrors(sources, root)).map(getErrorKey));
  const after = await findErrors(applyRevision(sources, files), root);
  const newErrors = after.filter((problem) => !before.has(getErrorKey(problem)));
  if (newErrors.length === 0 && !dryRun) await writeFiles(folder, files);
  return { files, newErrors };
}

function createRevision(content: Content, revise: (content: Content) => RevisedFile[]): RevisedFile[] {
  try {
    return revise(content);
  } catch (error) {
    throw error instanceof RevisionError ? new CommandError(error.message) : error;
  }
}

async function findErrors(sources: readonly FileInput[], root: string): Promise<Problem[]> {
  const { problems } = await checkContent(await createMaskedContent(sources, root));
  return problems.filter(({ severity }) => severity === 'error');
}

/** Returns a key without the position: an error is the same if only the lines around it moved. */
function getErrorKey({ rule, message }: Problem): string {
  return `${rule} ${message}`;
}

/** Writes temporary files first, so that a failure leaves the folder as it was. */
async function writeFiles(folder: string, files: readonly RevisedFile[]): Promise<void> {
  const written = files.map(({ path, movedTo, text }) => ({
    text,
    oldPath: movedTo === undefined ? undefined : join(folder, path),
    path: join(folder, movedTo ?? path),
    temporary: getTemporaryPath(join(folder, movedTo ?? path)),
  }));
  try {
    for (const { path, temporary, text } of written) {
      await createFolder(dirname(path));
      await writeFile(temporary, text).catch((error) => Promise.reject(toWriteError(error, path)));
    }
  } catch (error) {
    await Promise.all(written.map(({ temporary }) => rm(temporary, { force: true })));
    throw error;
  }
  for (const { temporary, path, oldPath } of written) {
    await rename(temporary, path);
    if (oldPath !== undefined) await rm(oldPath);
  }
}
