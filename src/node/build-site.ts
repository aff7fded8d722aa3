/** Builds the site with Astro, for commands that do something with the result. */
import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { getAudience } from './audience.ts';
import { CACHE_FOLDER, usesKeptResults } from './cache-folder.ts';
import { readSiteCodeVersion } from './code-version.ts';
import { CommandError, EXIT_CODES } from './command-error.ts';
import { getContentFolder } from './content-files.ts';
import { getErrorCode, toWriteError } from './file-errors.ts';
import { hashFolderPath } from './folder-lock.ts';
import { openKeptFolder, PAGES_VARIABLE, removeUnused } from './kept-results.ts';
import { printMessage } from './output.ts';

const PROJECT = resolve(import.meta.dirname, '../..');

export interface BuildSettings {
  /** The path of the site on its server. Like the origin, it is in `site.yaml`. */
  readonly base?: string;
  readonly site?: string;
}

/**
 * Builds the site into a folder that is removed when the process ends.
 *
 * Astro moves files while it builds, so its folder has to be on the file system of the project. Its cache has the content
 * that it read: with one of its own, a build for everyone never gets pages of an internal build at the same time.
 *
 * @param output the path that the result is for. The caller has locked it
 * @returns the path of the folder
 * @throws what `toBuildError` turns into messages
 */
export async function buildSite(output: string, settings: BuildSettings): Promise<string> {
  const builds = join(CACHE_FOLDER, 'builds', hashFolderPath(output));
  const work = join(builds, String(process.pid));
  const site = join(work, 'site');
  // Not before: after a failure, Astro still writes to its cache for half a second.
  process.once('exit', () => rmSync(work, { recursive: true, force: true }));
  await rm(builds, { recursive: true, force: true });
  const started = Date.now();
  const pages = usesKeptResults() ? await openKeptFolder('pages', describeSite(settings)) : undefined;
  if (pages) process.env[PAGES_VARIABLE] = pages;
  const { build } = await import('astro');
  await build({ root: PROJECT, outDir: site, cacheDir: join(work, 'cache'), ...settings });
  if (pages) await removeUnused(pages, started);
  return site;
}

/** Returns what pages depend on but do not ask for. */
function describeSite({ base, site }: BuildSettings) {
  return { code: readSiteCodeVersion(), content: getContentFolder(), audience: getAudience(), base, site };
}

/**
 * Returns what a build expected to go wrong as one message. Astro loads its own copy of the classes of these errors.
 *
 * @param hasPrevious whether there is a result of an earlier build
 */
export function toBuildError(error: unknown, output: string, hasPrevious: boolean): unknown {
  const isFull = ['ENOSPC', 'EDQUOT'].includes(getErrorCode(error) ?? '');
  const failure = isFull ? toWriteError(error, output) : error;
  if (!(failure instanceof Error) || !(failure.name in EXIT_CODES_BY_ERROR)) return failure;
  const previous = hasPrevious ? `\n\`${output}\` is as it was before.` : '';
  return new CommandError(`${failure.message}${previous}`, EXIT_CODES_BY_ERROR[failure.name]);
}

const EXIT_CODES_BY_ERROR: Readonly<Record<string, number>> = {
  CommandError: EXIT_CODES.failed,
  ContentError: EXIT_CODES.problems,
};

/** Ends the process when somebody interrupts it, with a message about the output. */
export function stopOnInterrupt(output: string): void {
  const stop = () => {
    printMessage(`The build was interrupted. \`${output}\` is as it was before.\n`);
    process.exit(EXIT_CODES.interrupted);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
}
