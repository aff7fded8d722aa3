/** Reads a content folder again and again, for `npm run dev`. What did not change is not searched or parsed again. */
import type { Content } from '../knowledge/source/content.ts';
import type { DocumentFile } from '../knowledge/source/document-file.ts';
import { CheckCache } from './check-cache.ts';
import { getContentFolder } from './content-files.ts';

export class WatchedContent {
  readonly #readFolder: (folder: string, cache: CheckCache) => Promise<Content>;
  #cache: CheckCache | undefined;
  #before: ReadonlyMap<string, DocumentFile> = new Map();

  /** @param readFolder reads the content folder, and finds secrets with the cache */
  constructor(readFolder: (folder: string, cache: CheckCache) => Promise<Content>) {
    this.#readFolder = readFolder;
  }

  /** @throws a CommandError if there is no content folder */
  async read(): Promise<Content> {
    const folder = getContentFolder();
    const cache = this.#cache ?? (await CheckCache.open(folder));
    const content = await this.#readFolder(folder, cache);
    if (!this.#cache) {
      await cache.save(content);
      cache.restoreFacts(content);
      this.#cache = cache;
    }
    for (const file of content.documents) {
      const known = this.#before.get(file.path);
      if (known) file.reuse(known);
    }
    this.#before = new Map(content.documents.map((file) => [file.path, file]));
    return content;
  }
}
