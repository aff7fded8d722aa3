/** The whole check of a content folder, with everything that the rules ask for beside the content. */
import { check } from './knowledge/check.ts';
import type { Content, ContentFile } from './knowledge/content.ts';
import { type Report, reportOf } from './knowledge/report.ts';
import { findSecrets } from './knowledge/secrets.ts';
import { today } from './today.ts';
import { loadDictionary } from './word-lists.ts';

const dictionary = loadDictionary();

/** @param files which files to judge, against the whole; all of them if left out */
export async function runGate(
  content: Content,
  files: readonly ContentFile[] = content.files,
): Promise<Report> {
  const secrets = await findSecrets(withThoseAllowed(content, files));
  const problems = check(content, { files, today: today(), secrets, dictionary });
  return reportOf(problems, files);
}

/** Whether an exception is still needed is seen in the file that it is made for. */
function withThoseAllowed(content: Content, files: readonly ContentFile[]): readonly ContentFile[] {
  if (!files.some(({ type }) => type === 'allowances')) return files;
  const named = new Set(
    content.allowances?.items.map(({ validated }) => `${content.root}/${validated.data?.file}`),
  );
  return [...new Set([...files, ...content.files.filter(({ path }) => named.has(path))])];
}
