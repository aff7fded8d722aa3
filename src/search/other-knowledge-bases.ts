/**
 * Merges other knowledge bases into the search with Pagefind's `mergeIndex`. An index that fails during the merge would
 * make every later search fail, so each index is checked first and skipped if anything is wrong.
 */
import type { PagefindInstance } from './pagefind-engine.ts';

export interface KnowledgeBase {
  readonly title: string;
  readonly address: string;
}

export interface MergedIndex {
  readonly pagefind: PagefindInstance;
  readonly reached: readonly KnowledgeBase[];
  readonly unreachable: readonly KnowledgeBase[];
  /** Returns the title of the other knowledge base that a page belongs to; undefined for pages of this one. */
  findSource(url: string): string | undefined;
}

/** The part of `pagefind-entry.json` that is used here. */
interface PagefindEntry {
  readonly version: string;
  readonly languages: Readonly<Record<string, { readonly hash: string }>>;
}

/**
 * @param createInstance creates a Pagefind instance for the site's own index
 * @param index the address of the folder of the site's own index
 * @param knowledgeBases the other knowledge bases from `site.yaml`
 */
export async function mergeKnowledgeBases(
  createInstance: () => PagefindInstance,
  index: string,
  knowledgeBases: readonly KnowledgeBase[],
): Promise<MergedIndex> {
  const others = knowledgeBases.map(({ title, address }) => ({
    title,
    address: address.replace(/\/*$/, '/'),
  }));
  const version = others.length > 0 ? (await fetchEntry(index))?.version : undefined;
  const areCompatible = await Promise.all(others.map((other) => isCompatible(other, version)));
  let reached = others.filter((_, at) => areCompatible[at]);
  let pagefind = createInstance();
  await pagefind.init();
  for (const other of reached) {
    try {
      await pagefind.mergeIndex(`${other.address}pagefind/`, { baseUrl: other.address });
    } catch (error) {
      console.warn(`The search does not include ${other.title}`, error);
      const rest = reached.filter((each) => each !== other);
      await pagefind.destroy();
      const merged = await mergeKnowledgeBases(createInstance, index, rest);
      pagefind = merged.pagefind;
      reached = [...merged.reached];
      break;
    }
  }
  return {
    pagefind,
    reached,
    unreachable: others.filter((other) => !reached.some(({ address }) => address === other.address)),
    findSource: (url) => reached.find(({ address }) => url.startsWith(address))?.title,
  };
}

/** Returns whether the site's own Pagefind can read an index. */
async function isCompatible({ address }: KnowledgeBase, version: string | undefined): Promise<boolean> {
  const entry = await fetchEntry(`${address}pagefind/`);
  if (!entry || entry.version !== version) return false;
  const metaFiles = Object.values(entry.languages).map(
    ({ hash }) => `${address}pagefind/pagefind.${hash}.pf_meta`,
  );
  const responses = await Promise.all(metaFiles.map((file) => fetch(file).catch(() => undefined)));
  return responses.length > 0 && responses.every((response) => response?.ok);
}

async function fetchEntry(index: string): Promise<PagefindEntry | undefined> {
  try {
    const response = await fetch(`${index}pagefind-entry.json`);
    return response.ok ? ((await response.json()) as PagefindEntry) : undefined;
  } catch {
    return undefined;
  }
}
