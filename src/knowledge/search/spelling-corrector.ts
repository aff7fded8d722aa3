/** Corrects mistyped words with the words of the pages and the glossary. */
import { computeEditDistance } from '../source/find-nearest.ts';
import type { Aliases } from './aliases.ts';
import { STOP_WORDS } from './common-words.ts';
import type { WordFrequencies } from './word-frequencies.ts';

/** A wrong first letter is rarer than other typos (Pollock and Zamora, "Automatic spelling correction", 1984). */
const FIRST_LETTER_COST = 0.5;
const MIN_LENGTH_ONE_EDIT = 4;
const MIN_LENGTH_TWO_EDITS = 8;

interface SpellingCandidate {
  readonly word: string;
  readonly letterMask: number;
  readonly frequency: number;
}

export class SpellingCorrector {
  readonly #byLength = new Map<number, SpellingCandidate[]>();
  readonly #frequencies: WordFrequencies;

  /** The candidates are the words of the pages and the names of one word, even those that no page contains. */
  constructor(frequencies: WordFrequencies, aliases: Aliases) {
    this.#frequencies = frequencies;
    const words = new Set([...frequencies.words, ...aliases.listNames()]);
    for (const word of words) {
      if (word.length < MIN_LENGTH_ONE_EDIT - 1 || /[^a-z]/.test(word)) continue;
      const candidate = {
        word,
        letterMask: toLetterMask(word),
        frequency: frequencies.getFrequency(word),
      };
      const list = this.#byLength.get(word.length);
      if (list) list.push(candidate);
      else this.#byLength.set(word.length, [candidate]);
    }
  }

  /** @param word a word that no page contains, in lower case */
  correct(word: string): { readonly word: string; readonly cost: number } | undefined {
    if (word.length < MIN_LENGTH_ONE_EDIT || !/^[a-z]+$/.test(word)) return undefined;
    const limit = word.length < MIN_LENGTH_TWO_EDITS ? 1 : 2;
    let best: { word: string; cost: number; frequency: number } | undefined;
    for (const candidate of this.#findCandidates(word, limit)) {
      const distance = computeEditDistance(word, candidate.word, limit);
      if (distance > limit) continue;
      const cost = distance + (word[0] === candidate.word[0] ? 0 : FIRST_LETTER_COST);
      const { frequency } = candidate;
      const isBetter = !best || cost < best.cost || (cost === best.cost && frequency > best.frequency);
      if (isBetter) best = { word: candidate.word, cost, frequency };
    }
    return best;
  }

  /** Returns the words whose length and letters differ so little that the edit distance can be within the limit. */
  #findCandidates(word: string, limit: number) {
    const letterMask = toLetterMask(word);
    const lengths = Array.from({ length: 2 * limit + 1 }, (_, step) => word.length - limit + step);
    return lengths
      .flatMap((length) => this.#byLength.get(length) ?? [])
      .filter((candidate) => countBits(candidate.letterMask ^ letterMask) <= 2 * limit);
  }

  /** Splits two words that were typed as one. Returns the pair whose rarer word is the most frequent. */
  split(word: string): [string, string] | undefined {
    let best: { pair: [string, string]; frequency: number } | undefined;
    for (let at = 3; at <= word.length - 3; at++) {
      const pair: [string, string] = [word.slice(0, at), word.slice(at)];
      const frequency = Math.min(...pair.map((half) => this.#getHalfFrequency(half)));
      if (frequency > 0 && frequency > (best?.frequency ?? 0)) best = { pair, frequency };
    }
    return best?.pair;
  }

  /** A short half has to be on more than one page, or nearly every ending would be a word; "writ" is none of "write". */
  #getHalfFrequency(half: string): number {
    const isWord = !STOP_WORDS.has(half) && this.#frequencies.has(half);
    const frequency = isWord ? this.#frequencies.getFrequency(half) : 0;
    return half.length > MIN_LENGTH_ONE_EDIT || frequency > 1 ? frequency : 0;
  }
}

/** Returns the letters of a word as bits, which are faster to compare than words. */
function toLetterMask(word: string): number {
  let mask = 0;
  for (let index = 0; index < word.length; index++) mask |= 1 << (word.charCodeAt(index) - 97);
  return mask;
}

function countBits(number: number): number {
  let [rest, count] = [number, 0];
  for (; rest !== 0; rest &= rest - 1) count++;
  return count;
}
