/** `kb build`: builds the site for an audience next to the previous one, which stays until the new one is whole. */
import { existsSync } from 'node:fs';
import { cp, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { AUDIENCE_VARIABLE, type Audience, parseAudience } from '../node/audience.ts';
import { type BuildSettings, buildSite, stopOnInterrupt, toBuildError } from '../node/build-site.ts';
import { CACHE_VARIABLE } from '../node/cache-folder.ts';
import { compressFolder } from '../node/compress-folder.ts';
import { readSite } from '../node/content-folder.ts';
import { getErrorCode } from '../node/file-errors.ts';
import { checkSiteFolder } from '../node/output-places.ts';
import { replaceFolder } from '../node/replace-folder.ts';

interface Options extends BuildSettings {
  readonly audience?: Audience;
  readonly outDir: string;
  readonly compress?: boolean;
  readonly cache: boolean;
}

export const buildCommand = new Command('build')
  .option(
    '--audience <audience>',
    'internal: everything (default); public: only what everyone may read',
    parseAudience,
  )
  .option('--outDir <folder>', 'the folder of the site', 'dist')
  .option('--compress', 'write a compressed copy next to each text file, which some servers send')
  .option('--base <path>', 'the path of the site on its server (default: from site.yaml)')
  .option('--site <origin>', 'the origin of the site (default: from site.yaml)')
  .option('--no-cache', 'check and render everything again, without results of earlier builds')
  .action(async ({ audience, outDir, compress, cache, ...settings }: Options) => {
    if (audience) process.env[AUDIENCE_VARIABLE] = audience;
    if (!cache) process.env[CACHE_VARIABLE] = 'off';
    // Astro would report a missing folder in its own words first.
    await readSite();
    checkSiteFolder(outDir);
    stopOnInterrupt(outDir);
    try {
      await replaceFolder(outDir, async (empty) => {
        const site = await buildSite(outDir, settings);
        if (compress) await compressFolder(site);
        await moveEntries(site, empty);
      });
    } catch (error) {
      throw toBuildError(error, outDir, existsSync(join(outDir, 'index.html')));
    }
  });

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
