/** Repeats a failed search when the network is back, and now and then in case the browser does not notice. */

/** In milliseconds. Doubled after each attempt. */
const FIRST_DELAY = 4_000;
const MAX_DELAY = 32_000;

export class SearchRetry {
  readonly #search: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #delay = FIRST_DELAY;

  /** @param search repeats the search; it calls `plan` again if that fails too, and `cancel` if not */
  constructor(search: () => void) {
    this.#search = search;
    addEventListener('online', () => this.#timer !== undefined && this.#repeat());
  }

  plan(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#repeat(), this.#delay);
    this.#delay = Math.min(MAX_DELAY, this.#delay * 2);
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#delay = FIRST_DELAY;
  }

  #repeat(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#search();
  }
}
