import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { contentGuard } from './src/integrations/content-guard.ts';
import { offline } from './src/integrations/offline.ts';
import { outputGuard } from './src/integrations/output-guard.ts';
import { preview } from './src/integrations/preview/index.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { serverHeaders } from './src/integrations/server-headers.ts';
import { getContentFolder } from './src/node/content-files.ts';
import { readSite } from './src/node/content-folder.ts';

const site = await readSite();
const { address } = site;
const { origin, pathname: base } = new URL(address.endsWith('/') ? address : `${address}/`);

export default defineConfig({
  site: origin,
  base,
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  logger: { entrypoint: './src/integrations/quiet-logger.mjs' },
  // Nothing inline: a strict Content-Security-Policy has to be possible.
  build: { inlineStylesheets: 'never' },
  // One style sheet: on a slow network, each file costs a round trip.
  vite: { build: { assetsInlineLimit: 0, cssCodeSplit: false } },
  integrations: [
    // The highlighter writes inline styles.
    mdx({ syntaxHighlight: false }),
    contentGuard({ contentFolder: getContentFolder() }),
    // Before the preview: to build the index, it asks the dev server for documents.
    searchIndex({ contentFolder: getContentFolder() }),
    preview(),
    serverHeaders({ site }),
    // After all that write files.
    offline({ site }),
    outputGuard(),
  ],
});
