/** What a mistyped word was meant to be, from the words that exist. */
import { computeEditDistance } from '../source/find-nearest.ts';
import type { Aliases } from './aliases.ts';
import { STOP_WORDS } from './common-words.ts';
import type { WordFrequencies } from './word-frequencies.ts';

/** A wrong first letter is rarer than other slips (Pollock and Zamora, "Automatic spelling correction", 1984). */
const FIRST_LETTER_COST = 0.5;
const MIN_LENGTH_ONE_EDIT = 4;
const MIN_LENGTH_TWO_EDITS = 8;

interface SpellingCandidate {
  readonly word: string;
  readonly letters: number;
  readonly frequency: number;
}

export class SpellingCorrector {
  readonly #byLength = new Map<number, SpellingCandidate[]>();
  readonly #vocabulary: WordFrequencies;

  /** Candidates are the words of the pages and the one-word names, which may stand in no page. */
  constructor(vocabulary: WordFrequencies, aliases: Aliases) {
    this.#vocabulary = vocabulary;
    const words = new Set([...vocabulary.words, ...aliases.listWords()]);
    for (const word of words) {
      if (word.length < MIN_LENGTH_ONE_EDIT - 1 || /[^a-z]/.test(word)) continue;
      const candidate = { word, letters: toLetterMask(word), frequency: vocabulary.getFrequency(word) };
      const list = this.#byLength.get(word.length);
      if (list) list.push(candidate);
      else this.#byLength.set(word.length, [candidate]);
    }
  }

  /** @param word one that no page holds, in lower case; the caller has made sure of it */
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

  /** Words of nearly the same length and letters: only these can be so near. */
  #findCandidates(word: string, limit: number) {
    const letters = toLetterMask(word);
    const lengths = Array.from({ length: 2 * limit + 1 }, (_, step) => word.length - limit + step);
    return lengths
      .flatMap((length) => this.#byLength.get(length) ?? [])
      .filter((candidate) => countBits(candidate.letters ^ letters) <= 2 * limit);
  }

  /** Two words that were typed as one; the pair whose rarer word is the most frequent. */
  split(word: string): [string, string] | undefined {
    let best: { pair: [string, string]; frequency: number } | undefined;
    for (let at = 3; at <= word.length - 3; at++) {
      const pair: [string, string] = [word.slice(0, at), word.slice(at)];
      const frequency = Math.min(...pair.map((half) => this.#getHalfFrequency(half)));
      if (frequency > 0 && frequency > (best?.frequency ?? 0)) best = { pair, frequency };
    }
    return best?.pair;
  }

  /** A short half has to be a word that is used, or every ending would be one. */
  #getHalfFrequency(half: string): number {
    const frequency = STOP_WORDS.has(half) ? 0 : this.#vocabulary.getFrequency(half);
    return half.length > MIN_LENGTH_ONE_EDIT || frequency > 1 ? frequency : 0;
  }
}

/** Which letters a word has, as bits: words that differ in many need no further comparison. */
function toLetterMask(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index++) letters |= 1 << (word.charCodeAt(index) - 97);
  return letters;
}

function countBits(number: number): number {
  let [rest, count] = [number, 0];
  for (; rest !== 0; rest &= rest - 1) count++;
  return count;
}
