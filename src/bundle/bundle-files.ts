/** Collects the files of a bundle from the folder of a built site. */
import { readdir, readFile } from 'node:fs/promises';
import { join, posix, relative } from 'node:path';
import type { SearchDocument } from '../knowledge/search/search-document.ts';
import { createAddresses } from '../knowledge/source/addresses.ts';
import { bundleScript } from '../node/bundle-script.ts';
import { toPosixPath } from '../node/read-file.ts';
import { formatBuildTime } from '../offline/wording.ts';
import { convertPage, PAGE_SCRIPT, type PageOptions } from './convert-page.ts';
import { convertStyles } from './convert-styles.ts';
import { createDataScript, getDataScriptPath } from './data-script.ts';
import { createSearchFiles } from './search-files.ts';

/** The contents by their paths, in a fixed order. */
export type BundleFiles = ReadonlyMap<string, Uint8Array>;

export interface BundleOptions extends Omit<PageOptions, 'path'> {
  readonly title: string;
  /** Those of the built site. */
  readonly documents: readonly SearchDocument[];
  /** Called before each page. */
  readonly onPage?: (number: number, count: number) => void;
}

/** The first file, from which a bundle is recognised. */
export const README_FILE = 'README.txt';

const ADDRESSES = createAddresses('/');
/** Paths below the folder of the site. */
const SEARCH_FOLDER = ADDRESSES.searchIndex.slice(1);
const BUILDER_DATA = ADDRESSES.checklistSource.slice(1);
const INSIGHT_DATA = ADDRESSES.insightRecords.slice(1);
const DATA_FILES = [BUILDER_DATA, INSIGHT_DATA];

/** @param site the folder of the built site */
export async function collectBundleFiles(site: string, options: BundleOptions): Promise<BundleFiles> {
  const paths = await listPaths(site);
  const pages = paths.filter(isPage);
  const files = new Map([[README_FILE, encode(createReadme(options))]]);
  for (const [name, text] of await createSearchFiles(options.documents)) {
    const path = `${SEARCH_FOLDER}${name}`;
    files.set(getDataScriptPath(path), encode(createDataScript(path, text)));
  }
  files.set(PAGE_SCRIPT, encode(await createPageScript()));
  const scripts = new Set<string>();
  for (const [index, path] of pages.entries()) {
    options.onPage?.(index + 1, pages.length);
    const page = convertPage(await readFile(join(site, path), 'utf8'), { ...options, path });
    files.set(path, encode(page.html));
    for (const address of page.scripts) scripts.add(posix.join(posix.dirname(path), address));
  }
  for (const path of paths.filter((each) => !isPage(each))) {
    const bytes = await readFile(join(site, path));
    if (isElementData(path))
      files.set(getDataScriptPath(path), encode(createDataScript(path, bytes.toString())));
    else if (path.endsWith('.css'))
      files.set(path, encode(convertStyles(bytes.toString(), { path, base: options.base })));
    else if (!path.endsWith('.js') || scripts.has(path)) files.set(path, new Uint8Array(bytes));
  }
  return files;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The module's own address is only for workers, which do not start from files. */
function createPageScript(): Promise<string> {
  return bundleScript(join(import.meta.dirname, 'browser/page-script.ts'), { 'import.meta': '{}' });
}

/** Lists what has a use without a server. */
async function listPaths(site: string): Promise<string[]> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  return (
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => toPosixPath(relative(site, join(entry.parentPath, entry.name))))
      .filter((path) => !ONLY_FOR_SERVERS.some((pattern) => pattern.test(path)))
      // The order of a folder differs between systems.
      .sort()
  );
}

const ONLY_FOR_SERVERS = [
  /^(?:404\.html|_headers|sw\.js|offline-files\.json|manifest\.json)$/,
  /^(?:pagefind|\.well-known)\//,
];

function isPage(path: string): boolean {
  return path.endsWith('.html');
}

/** Returns whether a script of a page loads the file. */
function isElementData(path: string): boolean {
  return DATA_FILES.some((file) => path === file || path.startsWith(file.replace(/\.json$/, '/')));
}

function createReadme({ title, siteAddress, built }: BundleOptions): string {
  return `${title}: a copy of ${siteAddress} as of ${formatBuildTime(built)}.

Extract all files of the zip to a folder. Then open index.html in that folder with a browser. It needs neither a network
nor a server.
`;
}
