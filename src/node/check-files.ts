/** What the rules say to files, with everything that they ask for beside the content. */

import { measurePostmortems, type PostmortemCompleteness } from '../knowledge/check/check-report.ts';
import { findSecrets } from '../knowledge/check/find-secrets.ts';
import { runRules } from '../knowledge/check/run-rules.ts';
import { type Content, type ContentFile, recreateFile } from '../knowledge/source/content.ts';
import type { Problem } from '../knowledge/source/problem.ts';
import { getToday } from './clock.ts';
import { loadDictionary } from './word-lists.ts';

export interface CheckResult {
  readonly problems: readonly Problem[];
  readonly postmortems: readonly PostmortemCompleteness[];
}

/** @param files which files to judge, against the whole */
export async function checkFiles(content: Content, files: readonly ContentFile[]): Promise<CheckResult> {
  const secrets = await findSecrets(addFilesWithAllowedSecrets(content, files));
  const dictionary = await loadDictionary();
  const postmortems: PostmortemCompleteness[] = [];
  // Copies that are let go one after the other: the trees of a thousand files at once take a gigabyte. What others
  // look into stays anyway.
  function* oneByOne() {
    for (const file of files) {
      const isKept = file.type === 'document' && file.isBodyParsed;
      const judged = isKept ? file : recreateFile(file, content);
      yield judged;
      postmortems.push(...measurePostmortems(judged));
    }
  }
  const problems = runRules(content, { files: oneByOne(), today: getToday(), secrets, dictionary });
  return { problems, postmortems };
}

/** How many files are taken at once. */
const BATCH_SIZE = 12;

/**
 * Judges a handful of files after the other, until all are taken.
 *
 * @param taken how many are taken; other threads may be counting it up too
 */
export async function checkInBatches(
  content: Content,
  files: readonly ContentFile[],
  taken: Int32Array,
): Promise<CheckResult> {
  const problems: Problem[] = [];
  const postmortems: PostmortemCompleteness[] = [];
  while (true) {
    const first = Atomics.add(taken, 0, BATCH_SIZE);
    if (first >= files.length) return { problems, postmortems };
    const handful = files.slice(first, first + BATCH_SIZE);
    const judged = await checkFiles(content, handful);
    const paths = new Set(handful.map(({ path }) => path));
    // What is missing from the whole is said with each handful.
    problems.push(...judged.problems.filter(({ path }) => first === 0 || paths.has(path)));
    postmortems.push(...judged.postmortems);
  }
}

/** Whether an exception is still needed is seen in the file that it is made for. */
function addFilesWithAllowedSecrets(content: Content, files: readonly ContentFile[]): readonly ContentFile[] {
  if (!files.some(({ type }) => type === 'allowed-secrets')) return files;
  const named = new Set(
    content.allowedSecrets?.items.map(({ validated }) => `${content.root}/${validated.data?.file}`),
  );
  return [...new Set([...files, ...content.files.filter(({ path }) => named.has(path))])];
}
