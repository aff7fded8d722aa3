/** Random numbers that are the same for the same seed on any machine (mulberry32 over FNV-1a). */
export interface Random {
  /** A whole number from 0 to `limit` - 1. */
  pickBelow(limit: number): number;
  /** Some of the items, each once. */
  sample<Item>(items: readonly Item[], count: number): Item[];
}

export function createRandom(seed: string): Random {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  return {
    pickBelow: below,
    sample(items, count) {
      const rest = [...items];
      const chosen: (typeof items)[number][] = [];
      while (chosen.length < count && rest.length > 0) chosen.push(...rest.splice(below(rest.length), 1));
      return chosen;
    },
  };
}
