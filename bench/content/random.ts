/** Random choices that a seed repeats (mulberry32 by Tommy Ettinger). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** Returns a number from 0 to 1, without 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Returns a whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  isTrue(probability: number): boolean {
    return this.next() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    return this.#get(items, Math.floor(this.next() * items.length));
  }

  /** Picks with a long tail (Zipf): the first of 100 items is picked every seventh time, each of the last ones rarely. */
  pickWithTail<Item>(items: readonly Item[]): Item {
    return this.#get(items, Math.floor((items.length + 1) ** this.next()) - 1);
  }

  /** Picks the first items more often than the last ones, but none of them very often. */
  pickEarly<Item>(items: readonly Item[]): Item {
    return this.#get(items, Math.floor(items.length * this.next() ** 1.7));
  }

  /** Returns different picks: at most `count`, because the same item can be picked again. */
  collect<Item>(count: number, pick: () => Item): Item[] {
    return [...new Set(Array.from({ length: count }, pick))];
  }

  #get<Item>(items: readonly Item[], index: number): Item {
    return items[Math.min(index, items.length - 1)] as Item;
  }
}
