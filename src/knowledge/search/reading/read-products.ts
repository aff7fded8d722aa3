/** Reads the products that identifiers and stack frames name. */
import { lookUpAllWords, lookUpWord } from '../term-lookup.ts';
import { splitIdentifier } from '../tokens.ts';
import { LIMITS, WEIGHTS } from '../weights.ts';
import { lookUpOtherNames } from './other-names.ts';
import type { Reading } from './reading.ts';

/** Reads the products in the words of an identifier that the pages know, and returns the other words. */
export function readProducts(reading: Reading, words: readonly string[], factor = 1): string[] {
  const { frequencies, lexicon } = reading;
  const covered = new Set<string>();
  const matches = lexicon.aliases.findProducts(words);
  for (const { at, length } of matches.filter((match, index) => matches[index - 1]?.at !== match.at)) {
    const name = words.slice(at, at + length);
    const groups = matches.filter((match) => match.at === at).map(({ group }) => group);
    const terms = [
      ...lookUpAllWords(frequencies, name, 'part', WEIGHTS.term.typed),
      ...lookUpWord(frequencies, name.join(''), 'part', WEIGHTS.term.typed),
      ...lookUpOtherNames(reading, name.join(' '), groups),
    ];
    if (terms.length === 0) continue;
    for (const word of name) covered.add(word);
    const weight = reading.computeWeight(name, groups) * factor;
    reading.addConcept(name.join(' '), terms, weight, { groups, isTechnical: true });
  }
  return words.filter((word) => !covered.has(word));
}

/** Reads the libraries that stack frames name, the first ones: `redis` in `redis.clients.jedis.Connection`. */
export function readFrames(reading: Reading, frames: readonly string[]): void {
  const known = new Set<string>();
  for (const frame of frames.slice(0, LIMITS.frames)) {
    const words = splitIdentifier(frame.slice(0, 200));
    for (const { at, length } of reading.lexicon.aliases.findProducts(words)) {
      const name = words.slice(at, at + length);
      if (known.size < LIMITS.frameSystems && !known.has(name.join(' '))) {
        known.add(name.join(' '));
        readProducts(reading, name, reading.lacksSystem ? 1 : WEIGHTS.frameSystem);
      }
    }
  }
}
