/** What a mistyped word was meant to be, from the words that exist. */
import { editDistance } from '../source/nearest.ts';
import type { Aliases } from './aliases.ts';
import { STOP_WORDS } from './stop-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A wrong first letter is rarer than other slips (Pollock and Zamora, "Automatic spelling correction", 1984). */
const FIRST_LETTER_COST = 0.5;
const ONE_EDIT_FROM = 4;
const TWO_EDITS_FROM = 8;

interface Candidate {
  readonly word: string;
  readonly letters: number;
  readonly frequency: number;
}

export class Spelling {
  readonly #byLength = new Map<number, Candidate[]>();
  readonly #vocabulary: Vocabulary;

  /** Candidates are the words of the pages and the one-word names, which may stand in no page. */
  constructor(vocabulary: Vocabulary, aliases: Aliases) {
    this.#vocabulary = vocabulary;
    const words = new Set([...vocabulary.words, ...aliases.words()]);
    for (const word of words) {
      if (word.length < ONE_EDIT_FROM - 1 || /[^a-z]/.test(word)) continue;
      const candidate = { word, letters: lettersOf(word), frequency: vocabulary.frequency(word) };
      const list = this.#byLength.get(word.length);
      if (list) list.push(candidate);
      else this.#byLength.set(word.length, [candidate]);
    }
  }

  /** @param word one that no page holds, in lower case; the caller has made sure of it */
  correct(word: string): { readonly word: string; readonly cost: number } | undefined {
    if (word.length < ONE_EDIT_FROM || !/^[a-z]+$/.test(word)) return undefined;
    const limit = word.length < TWO_EDITS_FROM ? 1 : 2;
    let best: { word: string; cost: number; frequency: number } | undefined;
    for (const candidate of this.#near(word, limit)) {
      const distance = editDistance(word, candidate.word, limit);
      if (distance > limit) continue;
      const cost = distance + (word[0] === candidate.word[0] ? 0 : FIRST_LETTER_COST);
      const { frequency } = candidate;
      const isBetter = !best || cost < best.cost || (cost === best.cost && frequency > best.frequency);
      if (isBetter) best = { word: candidate.word, cost, frequency };
    }
    return best;
  }

  /** Words of nearly the same length and letters: only these can be so near. */
  #near(word: string, limit: number) {
    const letters = lettersOf(word);
    const lengths = Array.from({ length: 2 * limit + 1 }, (_, step) => word.length - limit + step);
    return lengths
      .flatMap((length) => this.#byLength.get(length) ?? [])
      .filter((candidate) => bitsIn(candidate.letters ^ letters) <= 2 * limit);
  }

  /** Two words that were typed as one; the pair whose rarer word is the most frequent. */
  split(word: string): [string, string] | undefined {
    let best: { pair: [string, string]; frequency: number } | undefined;
    for (let at = 3; at <= word.length - 3; at++) {
      const pair: [string, string] = [word.slice(0, at), word.slice(at)];
      const frequency = Math.min(...pair.map((half) => this.#halfFrequency(half)));
      if (frequency > 0 && frequency > (best?.frequency ?? 0)) best = { pair, frequency };
    }
    return best?.pair;
  }

  /** A short half has to be a word that is used, or every ending would be one. */
  #halfFrequency(half: string): number {
    const frequency = STOP_WORDS.has(half) ? 0 : this.#vocabulary.frequency(half);
    return half.length > ONE_EDIT_FROM || frequency > 1 ? frequency : 0;
  }
}

/** Which letters a word has, as bits: words that differ in many need no further comparison. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index++) letters |= 1 << (word.charCodeAt(index) - 97);
  return letters;
}

function bitsIn(number: number): number {
  let [rest, count] = [number, 0];
  for (; rest !== 0; rest &= rest - 1) count++;
  return count;
}
