/** Reads a built index from disk with Pagefind's own JavaScript, for the commands and for the evaluation. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decodeLexicon, LEXICON_FILE, type SearchLexicon } from '../../knowledge/search/search-lexicon.ts';
import {
  PAGEFIND_OPTIONS,
  type PagefindInstance,
  type PagefindModule,
} from '../../search/pagefind-engine.ts';

export interface IndexFolder {
  readonly module: PagefindModule;
  readonly pagefind: PagefindInstance;
  readonly lexicon: SearchLexicon;
}

export interface OpenOptions {
  /** The start of all addresses of results: a prefix, or the address of the site. */
  readonly baseUrl?: string;
  /** Called for each file that is read, with its size, to count what a browser would load. */
  readonly onRead?: (file: string, bytes: number) => void;
}

export async function openIndexFolder(
  folder: string,
  { baseUrl = '/', onRead }: OpenOptions = {},
): Promise<IndexFolder> {
  enableFileFetch();
  const root = resolve(folder);
  if (onRead) listeners.set(pathToFileURL(root).href, onRead);
  const module = (await import(pathToFileURL(join(root, 'pagefind.js')).href)) as PagefindModule;
  const pagefind = module.createInstance({
    basePath: `${pathToFileURL(root).href}/`,
    baseUrl,
    ...PAGEFIND_OPTIONS,
  });
  await pagefind.init();
  return { module, pagefind, lexicon: decodeLexicon(await readFile(join(root, LEXICON_FILE), 'utf8')) };
}

const listeners = new Map<string, (file: string, bytes: number) => void>();
let isFileFetchEnabled = false;

/** Pagefind gets its files by `fetch`, which in Node does not support `file:` URLs. */
function enableFileFetch(): void {
  if (isFileFetchEnabled) return;
  isFileFetchEnabled = true;
  const before = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!address.startsWith('file:')) return before(input, init);
    const url = new URL(address);
    url.search = '';
    const bytes = await readFile(fileURLToPath(url));
    for (const [root, onRead] of listeners)
      if (url.href.startsWith(root)) onRead(url.href.slice(root.length + 1), bytes.length);
    return new Response(new Uint8Array(bytes));
  };
}
