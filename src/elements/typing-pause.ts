/** After this many milliseconds without a key, typing has stopped: keystrokes are rarely so far apart. */
const TYPING_PAUSE_MS = 250;

/** Waits until typing has stopped. */
export class TypingPause {
  #end: () => void = () => undefined;

  wait(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, TYPING_PAUSE_MS);
      this.#end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Ends the current wait at once. */
  end(): void {
    this.#end();
  }
}
