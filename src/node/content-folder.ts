/** Reads the content folder as content, with its secrets masked. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { formatTerminalReport } from '../knowledge/check/reporters/terminal.ts';
import type { SiteData } from '../knowledge/schema/site.ts';
import type { Content } from '../knowledge/source/content.ts';
import { createMaskedContent } from '../knowledge/source/masked-content.ts';
import { ALLOWED_SECRETS_FILE, SITE_FILE } from '../knowledge/source/settings-files.ts';
import { selectPublishedContent } from './audience.ts';
import type { CheckCache } from './check-cache.ts';
import { checkContent } from './check-content.ts';
import { CommandError } from './command-error.ts';
import {
  formatFolderPath,
  getContentFolder,
  listContentFiles,
  readContentFiles,
  readTextFile,
} from './content-files.ts';
import { inspectPictures } from './pictures/inspect-pictures.ts';

/**
 * Reads a content folder, with the secrets in it masked.
 *
 * @throws a CommandError if there is no such folder
 */
export async function readContent(folder = getContentFolder(), cache?: CheckCache): Promise<Content> {
  const files = await readContentFiles(folder);
  return createMaskedContent(files, formatFolderPath(folder), undefined, cache?.findSecrets);
}

/** Reads what a build publishes of the content folder, which passed the check. */
export async function readPublishedContent(): Promise<Content> {
  return selectPublishedContent(await readContent()).content;
}

/**
 * Reads a content folder in order to check it: also decodes its pictures, and reads their metadata.
 *
 * @param searched the paths below the folder in which to look for secrets, and of the pictures to decode, all files if
 *   omitted
 * @throws a CommandError if there is no such folder
 */
export async function readContentToCheck(
  folder = getContentFolder(),
  searched?: readonly string[],
  cache?: CheckCache,
): Promise<Content> {
  const files = await inspectPictures(await readContentFiles(folder), folder, searched);
  return createMaskedContent(files, formatFolderPath(folder), searched, cache?.findSecrets);
}

/**
 * Reads the published settings of the site, without any other content.
 *
 * @throws a CommandError if there is no content folder, or with all problems of `site.yaml`
 */
export async function readSite(folder = getContentFolder()): Promise<SiteData> {
  listContentFiles(folder);
  const files = [SITE_FILE, ALLOWED_SECRETS_FILE]
    .filter((path) => existsSync(join(folder, path)))
    .map((path) => ({ path, ...readTextFile(join(folder, path)) }));
  const content = await createMaskedContent(files, formatFolderPath(folder), [SITE_FILE]);
  const data = content.site?.validated.data;
  if (!data) {
    const { problems } = await checkContent(content, content.site ? [content.site] : []);
    throw new CommandError(`The content has errors.\n\n${formatTerminalReport(problems)}`);
  }
  return selectPublishedContent(content).content.site?.validated.data ?? data;
}
