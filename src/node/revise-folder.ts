/** Makes a revision on disk: all of its files or none, and only where it brings no error in. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runRules } from '../knowledge/check/run-rules.ts';
import { applyRevision, type RevisedFile } from '../knowledge/edit/revision.ts';
import { Content, type FileInput } from '../knowledge/source/content.ts';
import type { Problem } from '../knowledge/source/problem.ts';
import { readContentFiles } from './content-folder.ts';

export interface RevisionResult {
  readonly files: readonly RevisedFile[];
  /** Errors that were not there before; with any, nothing was written. */
  readonly newErrors: readonly Problem[];
}

/**
 * @param root how the folder is named in messages
 * @param revise what is to be changed in it
 */
export async function reviseFolder(
  folder: string,
  root: string,
  revise: (content: Content) => RevisedFile[],
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<RevisionResult> {
  const sources = await readContentFiles(folder);
  const files = revise(new Content(sources, root));
  const before = new Set(findErrors(sources, root).map(getErrorKey));
  const broken = findErrors(applyRevision(sources, files), root).filter(
    (problem) => !before.has(getErrorKey(problem)),
  );
  if (broken.length === 0 && !dryRun) await writeFiles(folder, files);
  return { files, newErrors: broken };
}

function findErrors(sources: readonly FileInput[], root: string): Problem[] {
  return runRules(new Content(sources, root)).filter(({ severity }) => severity === 'error');
}

/** An error is the same one wherever the lines around it went. */
function getErrorKey({ rule, message }: Problem): string {
  return `${rule} ${message}`;
}

/** Written beside the files first: what fails on the way there leaves the folder as it was. */
async function writeFiles(folder: string, files: readonly RevisedFile[]): Promise<void> {
  const written = files.map(({ path, movedTo, text }) => ({
    text,
    old: movedTo === undefined ? undefined : join(folder, path),
    place: join(folder, movedTo ?? path),
    beside: join(folder, `${movedTo ?? path}.new`),
  }));
  try {
    for (const { beside, text } of written) {
      await mkdir(dirname(beside), { recursive: true });
      await writeFile(beside, text, { flag: 'wx' });
    }
  } catch (error) {
    await Promise.all(written.map(({ beside }) => rm(beside, { force: true })));
    throw error;
  }
  for (const { beside, place, old } of written) {
    await rename(beside, place);
    if (old !== undefined) await rm(old);
  }
}
