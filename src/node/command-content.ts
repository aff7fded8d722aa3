import type { Content } from '../knowledge/source/content.ts';
import { CheckCache } from './check-cache.ts';
import { getContentFolder } from './content-files.ts';
import { readContent } from './content-folder.ts';

export interface CommandContent {
  readonly content: Content;
  /** For checks of the content. */
  readonly cache: CheckCache;
}

/**
 * Reads the content folder for a command, and uses and keeps results of earlier commands.
 *
 * @throws a CommandError if there is no content folder
 */
export async function readCommandContent(folder = getContentFolder()): Promise<CommandContent> {
  const cache = await CheckCache.open(folder);
  const content = await readContent(folder, cache);
  await cache.save(content);
  cache.restoreFacts(content);
  return { content, cache };
}
