/**
 * Replaces the content of `npm run dev` while no page is rendered, and lets requests wait until then. A page that loads
 * modules while others are replaced can bring back an old one, which then stays until the next change.
 */
export class ContentGate {
  readonly #readVersion: () => Promise<unknown>;
  readonly #replace: () => void;
  #version: unknown;
  #isOld = false;
  #inside = 0;
  #emptied = Promise.withResolvers<void>();

  /**
   * @param readVersion returns a value that changes with the content
   * @param replace makes the next page load the content again
   */
  constructor(readVersion: () => Promise<unknown>, replace: () => void) {
    this.#readVersion = readVersion;
    this.#replace = replace;
  }

  /** Waits until the content is the latest. Returns a function to call when the request is answered. */
  async enter(): Promise<() => void> {
    const version = await this.#readVersion();
    if (version !== this.#version) {
      this.#version = version;
      this.#isOld = true;
    }
    while (this.#isOld && this.#inside > 0) await this.#emptied.promise;
    if (this.#isOld) this.#replace();
    this.#isOld = false;
    this.#inside += 1;
    return () => this.#leave();
  }

  #leave(): void {
    this.#inside -= 1;
    if (this.#inside > 0) return;
    this.#emptied.resolve();
    this.#emptied = Promise.withResolvers();
  }
}
