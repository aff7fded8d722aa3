/** Builds the site of a content folder as a user does, with a cache of its own, and measures what it costs. */
import { appendFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type CommandCost, measureCommand } from './measure-command.ts';

const KB = resolve(import.meta.dirname, '../src/commands/kb.mjs');

/** @param cache the folder for what builds keep */
export function buildSite(content: string, site: string, cache: string): Promise<CommandCost> {
  return measureCommand(`"${process.execPath}" "${KB}" build --outDir "${site}"`, {
    HINDSIGHT_CONTENT: content,
    XDG_CACHE_HOME: cache,
    ASTRO_TELEMETRY_DISABLED: '1',
  });
}

/** Adds a sentence to the body of one postmortem. */
export async function editPage(content: string): Promise<void> {
  const [page = ''] = await readdir(join(content, 'postmortems'));
  await appendFile(join(content, 'postmortems', page), 'The queue was empty again.\n');
}
