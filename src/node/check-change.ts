/** Checks a change of the content: the files that differ from a commit, and what the change breaks in other files. */
import type { CheckReport } from '../knowledge/check/check-report.ts';
import { createReport } from '../knowledge/check/check-report.ts';
import type { Content, ContentFile } from '../knowledge/source/content.ts';
import { createMaskedContent } from '../knowledge/source/masked-content.ts';
import { compareProblems, type Problem } from '../knowledge/source/problem.ts';
import { type ChangedFiles, findChangedFiles, restoreBaseFiles } from './changed-files.ts';
import type { CheckCache } from './check-cache.ts';
import { checkContent } from './check-content.ts';
import { formatFolderPath, readContentFiles } from './content-files.ts';
import { inspectPictures } from './pictures/inspect-pictures.ts';

export interface CheckedChange {
  readonly content: Content;
  /** The changed and new files. */
  readonly files: readonly ContentFile[];
  /** The problems of these files, and those of all others that the base does not have. */
  readonly report: CheckReport;
}

/**
 * @param base a commit, branch or tag
 * @throws a CommandError if there is no content folder, or git cannot tell what changed
 */
export async function checkChange(folder: string, base: string, cache?: CheckCache): Promise<CheckedChange> {
  const changed = findChangedFiles(folder, base);
  const root = formatFolderPath(folder);
  const inputs = await inspectPictures(await readContentFiles(folder), folder, changed.present);
  const content = await createMaskedContent(inputs, root, undefined, cache?.findSecrets);
  const present = new Set(changed.present.map((path) => `${root}/${path}`));
  const files = content.files.filter(({ path }) => present.has(path));
  const report = await checkContent(content, files, cache);
  const others = content.files.filter(({ path }) => !present.has(path));
  const otherProblems =
    files.length + changed.deleted.length === 0
      ? []
      : await findNewProblems(content, others, changed, inputs, cache);
  const problems = [...report.problems, ...otherProblems].sort(compareProblems);
  return { content, files, report: createReport(problems, files.length, report.postmortems) };
}

/** Their text is the same as at the base, so only the change can be the cause of a problem that the base does not have. */
async function findNewProblems(
  content: Content,
  files: readonly ContentFile[],
  changed: ChangedFiles,
  inputs: Parameters<typeof restoreBaseFiles>[0],
  cache: CheckCache | undefined,
): Promise<Problem[]> {
  const after = await findProblems(content, files, cache);
  if (after.length === 0) return [];
  const base = await createMaskedContent(
    restoreBaseFiles(inputs, changed),
    content.root,
    undefined,
    cache?.findSecrets,
  );
  const affected = new Set(after.map(({ path }) => path));
  const before = await findProblems(
    base,
    base.files.filter(({ path }) => affected.has(path)),
    cache,
  );
  const known = new Set(before.map(getProblemKey));
  return after.filter((problem) => !known.has(getProblemKey(problem)));
}

async function findProblems(
  content: Content,
  files: readonly ContentFile[],
  cache: CheckCache | undefined,
): Promise<Problem[]> {
  const paths = new Set(files.map(({ path }) => path));
  const { problems } = await checkContent(content, files, cache);
  return problems.filter(({ path }) => paths.has(path));
}

function getProblemKey({ path, line, column, rule, message }: Problem): string {
  return JSON.stringify([path, line, column, rule, message]);
}
