/**
 * Adds the search index to the site: writes it after a build, and creates it on the first request in `npm run dev`.
 * Both get the documents from an endpoint of the site, so that one place creates them.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type Kind, toRefKey } from '../knowledge/schema/kinds.ts';
import { DOCUMENT_PARTS } from '../knowledge/search/document-parts.ts';
import type { SearchDocument } from '../knowledge/search/search-document.ts';
import { usesKeptResults } from '../node/cache-folder.ts';
import { readSiteCodeVersion } from '../node/code-version.ts';
import { openKeptFolder, removeUnused } from '../node/kept-results.ts';
import { CONTENT_HASH_FILE, hashDocuments } from '../node/search/content-hash.ts';
import type { IndexFiles } from './pagefind-files.ts';
import { buildIndex } from './pagefind-index.ts';

/** The folder only passes the documents to the index. It is not published, so that nobody relies on it. */
const DOCUMENTS_FOLDER = 'search-documents';
const INDEX_FOLDER = 'pagefind';
const CONTENT_TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

export function searchIndex({ contentFolder }: { contentFolder: string }): AstroIntegration {
  let base = '/';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const documentsFolder = join(root, DOCUMENTS_FOLDER);
        const documents = await readDocuments(async (name) =>
          JSON.parse(await readFile(join(documentsFolder, name), 'utf8')),
        );
        const files = await buildKeptIndex(documents, contentFolder);
        for (const [path, content] of files) await writeIndexFile(join(root, INDEX_FOLDER, path), content);
        await writeFile(join(root, INDEX_FOLDER, CONTENT_HASH_FILE), `${hashDocuments(documents)}\n`);
        await rm(documentsFolder, { recursive: true });
        logger.info(`${documents.length} documents indexed`);
      },
      'astro:server:setup': ({ server, logger }) => {
        let files: Promise<IndexFiles> | undefined;
        server.watcher.add(contentFolder);
        server.watcher.on('all', (_, path) => {
          if (path.startsWith(contentFolder)) files = undefined;
        });
        server.middlewares.use(async (request, response, next) => {
          const path = getIndexPath(request.url ?? '', base);
          const address = server.httpServer?.address();
          if (path === undefined || typeof address !== 'object' || !address) return next();
          try {
            const documentsAddress = new URL(
              `${base}${DOCUMENTS_FOLDER}/`,
              `http://localhost:${address.port}`,
            );
            files ??= readDocuments((name) => fetchJson(new URL(name, documentsAddress))).then((documents) =>
              buildKeptIndex(documents, contentFolder),
            );
            const content = (await files).get(path);
            if (!content) return next();
            response.setHeader('Content-Type', CONTENT_TYPES[extname(path)] ?? 'application/octet-stream');
            response.end(content);
          } catch (error) {
            files = undefined;
            logger.error(`The search index could not be built: ${error}`);
            next(error);
          }
        });
      },
    },
  };
}

async function buildKeptIndex(documents: readonly SearchDocument[], content: string): Promise<IndexFiles> {
  if (!usesKeptResults()) return buildIndex(documents);
  const started = Date.now();
  const kept = await openKeptFolder('indexed', { code: readSiteCodeVersion(), content });
  const files = await buildIndex(documents, kept);
  await removeUnused(kept, started);
  return files;
}

function getIndexPath(url: string, base: string): string | undefined {
  const path = url.split('?')[0] ?? '';
  for (const prefix of [`${base}${INDEX_FOLDER}/`, `/${INDEX_FOLDER}/`]) {
    if (path.startsWith(prefix)) return path.slice(prefix.length);
  }
  return undefined;
}

/** @param read returns what a file of the documents contains */
async function readDocuments(read: (name: string) => Promise<unknown>): Promise<SearchDocument[]> {
  const order = (await read('order.json')) as [kind: Kind, id: string][];
  const parts = Array.from({ length: DOCUMENT_PARTS }, (_, part) => read(`${part}.json`));
  const documents = (await Promise.all(parts)) as SearchDocument[][];
  const byKey = new Map(documents.flat().map((document) => [toRefKey(document), document]));
  // In `npm run dev`, the content can change between two of the files.
  return order.flatMap(([kind, id]) => byKey.get(toRefKey({ kind, id })) ?? []);
}

async function fetchJson(address: URL): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}

async function writeIndexFile(path: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
