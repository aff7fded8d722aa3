/** Watches how long a search takes, so that a slow or dead network is reported instead of an empty page. */

/** `searching`: takes longer than a blink. `slow`: the network is slow. `failed`: nothing may ever come. */
export type SearchStage = 'searching' | 'slow' | 'failed';

/** In milliseconds: when a delay is noticed, when patience needs a reason, and when to look for another way. */
const STAGES: readonly (readonly [SearchStage, number])[] = [
  ['searching', 300],
  ['slow', 4_000],
  ['failed', 10_000],
];

export class SearchProgress {
  readonly #onStage: (stage: SearchStage) => void;
  #timers: ReturnType<typeof setTimeout>[] = [];

  constructor(onStage: (stage: SearchStage) => void) {
    this.#onStage = onStage;
  }

  start(): void {
    this.stop();
    this.#timers = STAGES.map(([stage, delay]) => setTimeout(() => this.#onStage(stage), delay));
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
  }
}
