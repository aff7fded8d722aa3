/** Measures a built site: its size, and the heaviest page of each kind. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface PageSize {
  readonly path: string;
  readonly gzippedBytes: number;
  readonly elements: number;
}

export interface SiteSize {
  readonly bytes: number;
  readonly files: number;
  readonly searchBytes: number;
  /** The pages with the most bytes and with the most elements, by kind. */
  readonly heaviest: ReadonlyMap<string, { readonly byBytes: PageSize; readonly byElements: PageSize }>;
  /** The largest file of data that a page loads. */
  readonly largestData: { readonly path: string; readonly bytes: number };
}

/** No page may be larger, however many entries there are. */
export const PAGE_BUDGET = { gzippedBytes: 60_000, elements: 1_500, dataBytes: 100_000 } as const;

export function measureSite(folder: string): SiteSize {
  const heaviest = new Map<string, { byBytes: PageSize; byElements: PageSize }>();
  let [bytes, files, searchBytes] = [0, 0, 0];
  let largestData = { path: '', bytes: 0 };
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, path);
    const stats = statSync(file);
    if (!stats.isFile()) continue;
    files++;
    bytes += stats.size;
    if (path.startsWith('pagefind/')) searchBytes += stats.size;
    if (isData(path) && stats.size > largestData.bytes) largestData = { path, bytes: stats.size };
    if (!path.endsWith('.html')) continue;
    const page = measurePage(path, readFileSync(file, 'utf8'));
    const kind = getPageKind(path);
    const present = heaviest.get(kind) ?? { byBytes: page, byElements: page };
    heaviest.set(kind, {
      byBytes: page.gzippedBytes > present.byBytes.gzippedBytes ? page : present.byBytes,
      byElements: page.elements > present.byElements.elements ? page : present.byElements,
    });
  }
  return { bytes, files, searchBytes, heaviest, largestData };
}

/** Lists as files are for people; no page loads them. */
function isData(path: string): boolean {
  return /^(?:checklists\/source|insights\/records)\b.*\.json$/.test(path);
}

function measurePage(path: string, html: string): PageSize {
  // The pages have no inline scripts, so that every tag is an element.
  return { path, gzippedBytes: gzipSync(html).length, elements: html.match(/<[a-z]/gi)?.length ?? 0 };
}

/** Returns the list of a page (`tags`), with a star if it is the page of an entry, and the name of the list of an entry. */
function getPageKind(path: string): string {
  const [first = 'home', id, ...rest] = path.split('/').slice(0, -1);
  if (id === undefined || first === 'guide' || id === 'page') return first;
  // Of each figure, by each value.
  if (first === 'insights' && rest.length > 0) return 'insights/*/*';
  if (first === 'checklists') return rest.length > 0 ? `${first}/${id}/*` : `${first}/*`;
  const list = rest
    .filter((folder) => !/^\d+$/.test(folder))
    .map((folder) => folder.replace(/^team-.*/, 'team-*'));
  return [first, '*', ...list].join('/');
}
