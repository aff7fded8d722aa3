/** What the rules say to files, with everything that they ask for beside the content. */
import { check } from '../knowledge/check/check.ts';
import { type JudgedPostmortem, judgedPostmortem } from '../knowledge/check/report.ts';
import { findSecrets } from '../knowledge/check/secrets.ts';
import { type Content, type ContentFile, copyOf } from '../knowledge/source/content.ts';
import type { Problem } from '../knowledge/source/problem.ts';
import { today } from './today.ts';
import { loadDictionary } from './word-lists.ts';

export interface Judged {
  readonly problems: readonly Problem[];
  readonly postmortems: readonly JudgedPostmortem[];
}

/** @param files which files to judge, against the whole */
export async function judge(content: Content, files: readonly ContentFile[]): Promise<Judged> {
  const secrets = await findSecrets(withThoseAllowed(content, files));
  const dictionary = await loadDictionary();
  const postmortems: JudgedPostmortem[] = [];
  // Copies that are let go one after the other: the trees of a thousand files at once take a gigabyte. What others
  // look into stays anyway.
  function* oneByOne() {
    for (const file of files) {
      const isKept = file.type === 'document' && file.isBodyRead;
      const judged = isKept ? file : copyOf(file, content);
      yield judged;
      postmortems.push(...judgedPostmortem(judged));
    }
  }
  const problems = check(content, { files: oneByOne(), today: today(), secrets, dictionary });
  return { problems, postmortems };
}

/** How many files are taken at once. */
const HANDFUL = 12;

/**
 * Judges a handful of files after the other, until all are taken.
 *
 * @param taken how many are taken; other threads may be counting it up too
 */
export async function judgeHandfuls(
  content: Content,
  files: readonly ContentFile[],
  taken: Int32Array,
): Promise<Judged> {
  const problems: Problem[] = [];
  const postmortems: JudgedPostmortem[] = [];
  while (true) {
    const first = Atomics.add(taken, 0, HANDFUL);
    if (first >= files.length) return { problems, postmortems };
    const handful = files.slice(first, first + HANDFUL);
    const judged = await judge(content, handful);
    const paths = new Set(handful.map(({ path }) => path));
    // What is missing from the whole is said with each handful.
    problems.push(...judged.problems.filter(({ path }) => first === 0 || paths.has(path)));
    postmortems.push(...judged.postmortems);
  }
}

/** Whether an exception is still needed is seen in the file that it is made for. */
function withThoseAllowed(content: Content, files: readonly ContentFile[]): readonly ContentFile[] {
  if (!files.some(({ type }) => type === 'allowances')) return files;
  const named = new Set(
    content.allowances?.items.map(({ validated }) => `${content.root}/${validated.data?.file}`),
  );
  return [...new Set([...files, ...content.files.filter(({ path }) => named.has(path))])];
}
