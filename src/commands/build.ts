/** `kb build`: builds the site for an audience next to the previous one, which stays until the new one is whole. */
import { existsSync, rmSync } from 'node:fs';
import { cp, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { AUDIENCE_VARIABLE, type Audience, parseAudience } from '../node/audience.ts';
import { CACHE_FOLDER } from '../node/cache-folder.ts';
import { CommandError, EXIT_CODES } from '../node/command-error.ts';
import { readSite } from '../node/content-folder.ts';
import { getErrorCode, toWriteError } from '../node/file-errors.ts';
import { hashFolderPath } from '../node/folder-lock.ts';
import { printMessage } from '../node/output.ts';
import { checkSiteFolder } from '../node/output-places.ts';
import { replaceFolder } from '../node/replace-folder.ts';

const PROJECT = resolve(import.meta.dirname, '../..');

interface Options {
  readonly audience?: Audience;
  readonly outDir: string;
  readonly base?: string;
  readonly site?: string;
}

export const buildCommand = new Command('build')
  .option(
    '--audience <audience>',
    'internal: everything (default); public: only what everyone may read',
    parseAudience,
  )
  .option('--outDir <folder>', 'the folder of the site', 'dist')
  .option('--base <path>', 'the path of the site on its server (default: from site.yaml)')
  .option('--site <origin>', 'the origin of the site (default: from site.yaml)')
  .action(async ({ audience, outDir, ...settings }: Options) => {
    if (audience) process.env[AUDIENCE_VARIABLE] = audience;
    // Astro would report a missing folder in its own words first.
    await readSite();
    checkSiteFolder(outDir);
    process.once('SIGINT', () => stop(outDir)).once('SIGTERM', () => stop(outDir));
    const builds = join(CACHE_FOLDER, 'builds', hashFolderPath(outDir));
    const work = join(builds, String(process.pid));
    const site = join(work, 'site');
    // Not before: after a failure, Astro still writes to its cache for half a second.
    process.once('exit', () => rmSync(work, { recursive: true, force: true }));
    try {
      await replaceFolder(outDir, async (empty) => {
        await rm(builds, { recursive: true, force: true });
        await buildSite({ outDir: site, cacheDir: join(work, 'cache'), ...settings });
        await moveEntries(site, empty);
      });
    } catch (error) {
      throw toBuildError(error, outDir);
    }
  });

/**
 * Astro moves files while it builds, so its folder has to be on the file system of the project. Its cache has the content
 * that it read: with one of its own, a build for everyone never gets pages of an internal build at the same time.
 */
async function buildSite(
  settings: Pick<Options, 'base' | 'site'> & { outDir: string; cacheDir: string },
): Promise<void> {
  const { build } = await import('astro');
  await build({ root: PROJECT, ...settings });
}

async function moveEntries(from: string, to: string): Promise<void> {
  for (const name of await readdir(from)) {
    try {
      await rename(join(from, name), join(to, name));
    } catch (error) {
      if (getErrorCode(error) !== 'EXDEV') throw error;
      await cp(join(from, name), join(to, name), { recursive: true });
    }
  }
}

/** Returns what the build expected to go wrong as one message. Astro loads its own copy of the classes of these errors. */
function toBuildError(error: unknown, outDir: string): unknown {
  const isFull = ['ENOSPC', 'EDQUOT'].includes(getErrorCode(error) ?? '');
  const failure = isFull ? toWriteError(error, outDir) : error;
  if (!(failure instanceof Error) || !(failure.name in EXIT_CODES_BY_ERROR)) return failure;
  const site = existsSync(join(outDir, 'index.html')) ? `\n\`${outDir}\` is as it was before.` : '';
  return new CommandError(`${failure.message}${site}`, EXIT_CODES_BY_ERROR[failure.name]);
}

const EXIT_CODES_BY_ERROR: Readonly<Record<string, number>> = {
  CommandError: EXIT_CODES.failed,
  ContentError: EXIT_CODES.problems,
};

function stop(outDir: string): void {
  printMessage(`The build was interrupted. \`${outDir}\` is as it was before.\n`);
  process.exit(EXIT_CODES.interrupted);
}
