/**
 * Keeps `astro build` from deleting anything but an earlier build, also if it runs without `kb build`. Comes after every
 * integration that writes files.
 */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkSiteFolder } from '../node/output-places.ts';
import { writeFileList } from '../node/written-files.ts';

export function outputGuard(): AstroIntegration {
  let folder = '';
  return {
    name: 'output-guard',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(config.outDir);
      },
      // Before Astro empties the folder.
      'astro:build:start': () => checkSiteFolder(folder),
      'astro:build:done': () => writeFileList(folder),
    },
  };
}
