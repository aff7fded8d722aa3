/** Writes the files about headers and security contacts that belong next to the pages. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { createSecurityFile } from '../headers/security-contact.ts';
import { createHeadersFile } from '../headers/server-configurations.ts';
import type { SiteData } from '../knowledge/schema/site.ts';

const SECURITY_FILE = '.well-known/security.txt';

export function serverHeaders({ site }: { site: SiteData }): AstroIntegration {
  let base = '/';
  return {
    name: 'server-headers',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': async ({ dir }) => {
        await writeFile(new URL('_headers', dir), createHeadersFile(site, base));
        const address = new URL(SECURITY_FILE, site.address);
        const text = createSecurityFile(site, address, new Date());
        if (text === undefined) return;
        const path = fileURLToPath(new URL(SECURITY_FILE, dir));
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, text);
      },
    },
  };
}
