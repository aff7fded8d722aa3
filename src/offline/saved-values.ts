/** Small values that the service worker needs again after the browser has stopped it. */

export class SavedValues {
  readonly #cacheName: string;
  readonly #folder: string;

  /** @param folder an address of the site, ending in `/`, that no file has */
  constructor(cacheName: string, folder: string) {
    this.#cacheName = cacheName;
    this.#folder = folder;
  }

  /** Returns undefined if there is no value, or if it is damaged. */
  async read<Value>(name: string): Promise<Value | undefined> {
    const response = await (await caches.open(this.#cacheName)).match(this.#folder + name);
    return response?.json().catch(() => undefined);
  }

  async write(name: string, value: unknown): Promise<void> {
    await (await caches.open(this.#cacheName)).put(this.#folder + name, Response.json(value));
  }
}
