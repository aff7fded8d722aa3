/**
 * Relations between postmortems that seem to hold, each with its reasons: the same signal, lesson or tag, the same
 * kind of factor on the same service, texts that tell of the same way to fail or use the same words. The one measure
 * of likeness for the site, the commands and the reviews.
 */
import type { PostmortemEntry } from '../graph/entries.ts';
import type { Knowledge } from '../graph/knowledge.ts';
import { TextSimilarity } from './text-similarity.ts';

export type SimilarityReason =
  | { readonly reason: 'signal'; readonly signal: string }
  | { readonly reason: 'lesson'; readonly lesson: string }
  | { readonly reason: 'tag'; readonly tag: string }
  | { readonly reason: 'factor'; readonly category: string; readonly service: string }
  | {
      readonly reason: 'text';
      /** How alike, from 0 (nothing shared) to 1 (the same text). */
      readonly cosine: number;
      /** Ways to fail that both tell of, those that weigh most first; may be empty. */
      readonly mechanisms: readonly string[];
      /** Words that both use, those that weigh most first; may be empty. */
      readonly shared: readonly string[];
    };

export interface SimilarPostmortem {
  readonly postmortem: PostmortemEntry;
  /** Never empty; the strongest first. */
  readonly suggestions: readonly SimilarityReason[];
}

/**
 * Two texts are called similar from this cosine on: chosen on the tuning half of the pairs in
 * `test/similar-eval/pairs.ts`, so that nine tenths of the unrelated ones lie below.
 */
export const MIN_TEXT_SIMILARITY = 0.112;
const MAX_SHOWN_TERMS = 6;
const MAX_SHOWN_MECHANISMS = 3;

/** What a reason adds to the cosine when relations are put in order: a verbatim signal says most. */
const REASON_STRENGTHS = { signal: 0.3, lesson: 0.1, tag: 0.1, factor: 0.1 } as const;

export class PostmortemSimilarity {
  readonly #likeness: TextSimilarity;
  readonly #bySignal: ReadonlyMap<string, PostmortemEntry[]>;
  readonly #byLesson: ReadonlyMap<string, PostmortemEntry[]>;
  readonly #byTag: ReadonlyMap<string, PostmortemEntry[]>;
  readonly #byFactor: ReadonlyMap<string, PostmortemEntry[]>;

  /** Made once; asking is cheap. */
  constructor(knowledge: Knowledge) {
    const postmortems = knowledge.all('postmortem');
    this.#likeness = new TextSimilarity(postmortems);
    this.#bySignal = groupByKey(postmortems, getSignalKeys);
    this.#byLesson = groupByKey(postmortems, getLessonKeys);
    this.#byTag = groupByKey(postmortems, getTagKeys);
    this.#byFactor = groupByKey(postmortems, getFactorKeys);
  }

  /**
   * The postmortems that seem related to one, those that seem so most first.
   *
   * @param postmortem one of the knowledge base that this was made of
   */
  findSimilar(postmortem: PostmortemEntry): SimilarPostmortem[] {
    const found = new Map<PostmortemEntry, SimilarityReason[]>();
    const add = (others: readonly PostmortemEntry[] | undefined, suggestion: SimilarityReason) => {
      for (const other of others ?? []) {
        if (other !== postmortem) found.set(other, [...(found.get(other) ?? []), suggestion]);
      }
    };
    for (const [key, signal] of getSignalKeys(postmortem)) {
      add(this.#bySignal.get(key), { reason: 'signal', signal });
    }
    for (const lesson of getLessonKeys(postmortem).keys()) {
      add(this.#byLesson.get(lesson), { reason: 'lesson', lesson });
    }
    for (const tag of getTagKeys(postmortem).keys()) add(this.#byTag.get(tag), { reason: 'tag', tag });
    for (const key of getFactorKeys(postmortem).keys()) {
      const [category = '', service = ''] = key.split(' ');
      add(this.#byFactor.get(key), { reason: 'factor', category, service });
    }
    const cosines = new Map<PostmortemEntry, number>();
    for (const { postmortem: other, cosine } of this.#likeness.compareWithOthers(postmortem)) {
      cosines.set(other, cosine);
      const reason = cosine >= MIN_TEXT_SIMILARITY ? this.#textReason(postmortem, other, cosine) : undefined;
      if (reason) add([other], reason);
    }
    return [...found]
      .map(([other, suggestions]) => ({
        postmortem: other,
        suggestions,
        strength: sumStrengths(suggestions) + (cosines.get(other) ?? 0),
      }))
      .sort((a, b) => b.strength - a.strength || (a.postmortem.id < b.postmortem.id ? -1 : 1))
      .map(({ strength: _, ...relation }) => relation);
  }

  /** @returns undefined where all that two short texts share is one word */
  #textReason(one: PostmortemEntry, other: PostmortemEntry, cosine: number): SimilarityReason | undefined {
    const { mechanisms, words } = this.#likeness.findShared(one, other);
    if (mechanisms.length === 0 && words.length < 2) return undefined;
    return {
      reason: 'text',
      cosine,
      mechanisms: mechanisms.slice(0, MAX_SHOWN_MECHANISMS),
      shared: words.slice(0, MAX_SHOWN_TERMS),
    };
  }
}

function sumStrengths(suggestions: readonly SimilarityReason[]): number {
  return suggestions.reduce((sum, { reason }) => sum + (reason === 'text' ? 0 : REASON_STRENGTHS[reason]), 0);
}

function getLessonKeys({ data: { lessons } }: PostmortemEntry): Map<string, string> {
  return new Map([...lessons.learned, ...lessons.confirmed].map((id) => [id, id]));
}

function getTagKeys({ data: { tags } }: PostmortemEntry): Map<string, string> {
  return new Map(tags.map((id) => [id, id]));
}

/** Signals without what differs from one occurrence to the next: numbers, addresses, case, spacing. */
function getSignalKeys({ data }: PostmortemEntry): Map<string, string> {
  const keys = new Map<string, string>();
  for (const signal of data.signals) {
    const key = signal
      .toLowerCase()
      .replace(/0x[\da-f]+|\b[\da-f]{8,}\b|\d+/g, '#')
      .replace(/[^\p{L}\p{N}#]+/gu, ' ')
      .trim();
    // One word, such as "timeout", is no signature of anything.
    if (key.split(' ').length > 1) keys.set(key, signal);
  }
  return keys;
}

function getFactorKeys({ data }: PostmortemEntry): Map<string, string> {
  const keys = new Map<string, string>();
  for (const { category, services, text } of data.factors) {
    if (category === 'unknown') continue;
    for (const service of services) keys.set(`${category} ${service}`, text);
  }
  return keys;
}

function groupByKey(
  postmortems: readonly PostmortemEntry[],
  keysOf: (postmortem: PostmortemEntry) => ReadonlyMap<string, string>,
): Map<string, PostmortemEntry[]> {
  const groups = new Map<string, PostmortemEntry[]>();
  for (const postmortem of postmortems) {
    for (const key of keysOf(postmortem).keys()) {
      const group = groups.get(key);
      if (group) group.push(postmortem);
      else groups.set(key, [postmortem]);
    }
  }
  return groups;
}
