/**
 * Other knowledge bases, merged into the search by Pagefind's `mergeIndex`. An index that fails while it is
 * merged would make every later search fail, so each is looked at first, and left out if anything is wrong.
 */
import type { PagefindInstance } from './pagefind-engine.ts';

export interface KnowledgeBase {
  readonly title: string;
  /** Where it stands. */
  readonly address: string;
}

export interface MergedIndex {
  readonly pagefind: PagefindInstance;
  readonly reached: readonly KnowledgeBase[];
  readonly unreachable: readonly KnowledgeBase[];
  /** The title of the other knowledge base that an address belongs to. */
  findSource(url: string): string | undefined;
}

/** What an index says of itself. */
interface PagefindEntry {
  readonly version: string;
  readonly languages: Readonly<Record<string, { readonly hash: string }>>;
}

/**
 * @param open makes an instance for the site's own index
 * @param index where the site's own index lies
 * @param others as site.yaml names them
 */
export async function mergeKnowledgeBases(
  open: () => PagefindInstance,
  index: string,
  others: readonly KnowledgeBase[],
): Promise<MergedIndex> {
  const named = others.map(({ title, address }) => ({ title, address: address.replace(/\/*$/, '/') }));
  const version = named.length > 0 ? (await fetchEntry(index))?.version : undefined;
  const sound = await Promise.all(named.map((other) => isCompatible(other, version)));
  let reached = named.filter((_, at) => sound[at]);
  let pagefind = open();
  await pagefind.init();
  for (const other of reached) {
    try {
      await pagefind.mergeIndex(`${other.address}pagefind/`, { baseUrl: other.address });
    } catch (error) {
      console.warn(`${other.title} is left out of the search`, error);
      const rest = reached.filter((each) => each !== other);
      await pagefind.destroy();
      const again = await mergeKnowledgeBases(open, index, rest);
      pagefind = again.pagefind;
      reached = [...again.reached];
      break;
    }
  }
  return {
    pagefind,
    reached,
    unreachable: named.filter((other) => !reached.some(({ address }) => address === other.address)),
    findSource: (url) => reached.find(({ address }) => url.startsWith(address))?.title,
  };
}

/** Whether an index can be read by the site's own Pagefind. */
async function isCompatible({ address }: KnowledgeBase, version: string | undefined): Promise<boolean> {
  const entry = await fetchEntry(`${address}pagefind/`);
  if (!entry || entry.version !== version) return false;
  const metas = Object.values(entry.languages).map(
    ({ hash }) => `${address}pagefind/pagefind.${hash}.pf_meta`,
  );
  const answers = await Promise.all(metas.map((meta) => fetch(meta).catch(() => undefined)));
  return answers.length > 0 && answers.every((answer) => answer?.ok);
}

async function fetchEntry(index: string): Promise<PagefindEntry | undefined> {
  try {
    const response = await fetch(`${index}pagefind-entry.json`);
    return response.ok ? ((await response.json()) as PagefindEntry) : undefined;
  } catch {
    return undefined;
  }
}
