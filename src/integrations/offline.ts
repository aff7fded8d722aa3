/**
 * Adds the copy for use without a network: writes the list of its files and the service worker after a build. Comes after
 * every integration that writes files.
 */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { SiteData } from '../knowledge/schema/site.ts';
import { createAddresses } from '../knowledge/source/addresses.ts';
import { getNow } from '../node/clock.ts';
import { bundleRemovalWorker, type OfflinePostmortem, writeOfflineFiles } from './offline-build.ts';

/** The file only passes the postmortems to this integration. It is not published. */
const POSTMORTEMS_FILE = 'offline-postmortems.json';

export function offline({ site }: { site: Pick<SiteData, 'offlineBudget'> }): AstroIntegration {
  let base = '/';
  return {
    name: 'offline',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const file = join(folder, POSTMORTEMS_FILE);
        const postmortems: OfflinePostmortem[] = JSON.parse(await readFile(file, 'utf8'));
        await rm(file);
        const report = await writeOfflineFiles(folder, {
          base,
          postmortems,
          budget: site.offlineBudget,
          built: getNow(),
        });
        for (const line of report.lines) logger.info(line);
        for (const warning of report.warnings) logger.warn(warning);
      },
      // A built site that was looked at on the same port leaves its service worker in the browser.
      'astro:server:setup': ({ server }) => {
        const { serviceWorker } = createAddresses(base);
        let script: Promise<string> | undefined;
        server.middlewares.use(async (request, response, next) => {
          if (![serviceWorker, createAddresses('/').serviceWorker].includes(request.url ?? '')) return next();
          script ??= bundleRemovalWorker();
          response.setHeader('Content-Type', 'text/javascript');
          response.end(await script);
        });
      },
    },
  };
}
