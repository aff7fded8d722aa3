/**
 * The kept files, by their hashes: a file that two builds have in common is kept once, and no version overwrites another.
 * Each file is checked against its hash before it is used, so that a damaged one counts as missing.
 */
import { hashBytes, type OfflineFile } from './offline-files.ts';

export class FileStore {
  readonly #cacheName: string;
  readonly #folder: string;
  #keys: Promise<Set<string>> | undefined;

  /** @param folder an address of the site, ending in `/`, that no file has */
  constructor(cacheName: string, folder: string) {
    this.#cacheName = cacheName;
    this.#folder = folder;
  }

  /** Returns the keys (see `toKey`) of all kept files. They may be damaged. */
  async listKeys(): Promise<ReadonlySet<string>> {
    return this.#loadKeys();
  }

  /** Returns undefined, and forgets the file, if it is missing or damaged. */
  async read(file: OfflineFile): Promise<Response | undefined> {
    const cache = await this.#open();
    const key = toKey(file);
    const response = await cache.match(this.#folder + key);
    const bytes = await response?.arrayBuffer().catch(() => undefined);
    if (response && bytes && (await hashBytes(new Uint8Array(bytes))) === file.hash)
      return new Response(bytes, { headers: response.headers });
    (await this.#loadKeys()).delete(key);
    await cache.delete(this.#folder + key);
    return undefined;
  }

  /**
   * @param bytes with the hash of the file
   * @throws a `QuotaExceededError` if the device has no room
   */
  async write(file: OfflineFile, bytes: Uint8Array<ArrayBuffer>, headers: Headers): Promise<void> {
    const kept = new Headers(headers);
    // The bytes are decoded.
    for (const name of ['Content-Encoding', 'Content-Length', 'Transfer-Encoding']) kept.delete(name);
    const key = toKey(file);
    await (await this.#open()).put(this.#folder + key, new Response(bytes, { headers: kept }));
    (await this.#loadKeys()).add(key);
  }

  /** Deletes all other files. */
  async keepOnly(keys: ReadonlySet<string>): Promise<void> {
    const cache = await this.#open();
    const known = await this.#loadKeys();
    for (const key of [...known]) {
      if (keys.has(key)) continue;
      known.delete(key);
      await cache.delete(this.#folder + key);
    }
  }

  #open(): Promise<Cache> {
    return caches.open(this.#cacheName);
  }

  #loadKeys(): Promise<Set<string>> {
    const load = async () => {
      const requests = await (await this.#open()).keys();
      const { length } = new URL(this.#folder, location.href).href;
      return new Set(requests.map(({ url }) => url.slice(length)));
    };
    this.#keys ??= load();
    this.#keys.catch(() => {
      this.#keys = undefined;
    });
    return this.#keys;
  }
}

/** Returns the name of a kept file. It has the extension, because equal files can have different types. */
export function toKey({ hash, path }: OfflineFile): string {
  return `${hash}${/\.\w+$/.exec(path)?.[0] ?? '.html'}`;
}
