/**
 * Finds postmortems that seem related to one, with the reasons: the same signal, lesson or tag, the same kind of factor
 * on the same service, or texts that describe the same mechanism or use the same words. The site, the commands and the
 * reviews all use this one measure.
 */
import type { PostmortemEntry } from '../graph/entries.ts';
import type { Knowledge } from '../graph/knowledge.ts';
import { getSignalsByKey } from '../graph/signals-by-key.ts';
import { takeInOrder } from './take-in-order.ts';
import { extractFeatures, TextSimilarity } from './text-similarity.ts';

/** A lesson or a tag that the authors of both postmortems named. */
type SharedName =
  | {
      readonly reason: 'lesson';
      readonly lesson: string;
      /** Both learned it. Otherwise, at least one only confirmed it. */
      readonly learned: boolean;
    }
  | { readonly reason: 'tag'; readonly tag: string };

/** Something that both postmortems have in common, found by comparing them. */
export type Resemblance =
  | { readonly reason: 'signal'; readonly signal: string }
  | { readonly reason: 'factor'; readonly category: string; readonly service: string }
  | {
      readonly reason: 'text';
      /** From 0 (nothing shared) to 1 (the same text). */
      readonly cosine: number;
      /** Mechanisms that both are about, by descending weight. Can be empty. */
      readonly mechanisms: readonly string[];
      /** Other mechanisms that both mention. Can be empty. */
      readonly mentioned: readonly string[];
      /** Words that both use, by descending weight. Can be empty. */
      readonly shared: readonly string[];
    };

export type SimilarityReason = SharedName | Resemblance;

/**
 * `strong`: the same signal, or two shared learned lessons as well as texts that are about the same. `fair`: one of the
 * two, or similar texts as well as a shared tag, lesson or kind of factor. `theme`: one of these alone, which is too
 * little to call two postmortems related.
 */
export type Strength = 'strong' | 'fair' | 'theme';

export interface SimilarPostmortem {
  readonly postmortem: PostmortemEntry;
  /** At least one. */
  readonly reasons: readonly SimilarityReason[];
  readonly strength: Strength;
}

/**
 * The minimum cosine of similar texts: chosen on the tuning half of the pairs in `test/similar-eval/pairs.ts`, so that
 * nine tenths of the unrelated ones are below it.
 */
const MIN_TEXT_SIMILARITY = 0.112;
/**
 * The minimum cosine of texts that alone make two postmortems related: if both are about the same mechanism, or else.
 * Chosen by reading the pairs of 80 public postmortems that were found related with a lower one.
 */
const MIN_RELATED_TEXT = { withMechanism: 0.2, withoutMechanism: 0.4 } as const;
/** Two postmortems that both learned fewer lessons only share a theme. */
const MIN_LEARNED_LESSONS = 2;
const MIN_SHARED_WORDS = 2;
const MAX_SHOWN_TERMS = 6;
const MAX_SHOWN_MECHANISMS = 3;

/** Added to the cosine for sorting. A verbatim signal is the strongest reason. */
const REASON_STRENGTHS = { signal: 0.3, lesson: 0.1, tag: 0.1, factor: 0.1 } as const;

/** The keys of the reasons, for each postmortem. */
interface ReasonKeys {
  readonly signals: ReadonlyMap<string, string>;
  readonly lessons: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  readonly factors: ReadonlySet<string>;
}

export class PostmortemSimilarity {
  readonly #postmortems: readonly PostmortemEntry[];
  readonly #indexes: ReadonlyMap<PostmortemEntry, number>;
  readonly #texts: TextSimilarity;
  readonly #keys: readonly ReasonKeys[];
  /** The postmortems that have a key, by their indexes. */
  readonly #withKey: Record<keyof typeof REASON_STRENGTHS, ReadonlyMap<string, readonly number[]>>;

  /**
   * Compares all texts, which takes time; finding similar postmortems afterwards is fast.
   *
   * @param extract does what `extractFeatures` does
   */
  constructor(knowledge: Knowledge, extract = extractFeatures) {
    const postmortems = knowledge.all('postmortem');
    this.#postmortems = postmortems;
    this.#indexes = new Map(postmortems.map((postmortem, index) => [postmortem, index]));
    this.#texts = new TextSimilarity(postmortems, extract);
    this.#keys = postmortems.map((postmortem) => ({
      signals: getSignalsByKey(postmortem.data.signals),
      lessons: getLessons(postmortem),
      tags: new Set(postmortem.data.tags),
      factors: getFactorKeys(knowledge, postmortem),
    }));
    this.#withKey = {
      signal: groupByKey(this.#keys.map(({ signals }) => signals.keys())),
      lesson: groupByKey(this.#keys.map(({ lessons }) => lessons)),
      tag: groupByKey(this.#keys.map(({ tags }) => tags)),
      factor: groupByKey(this.#keys.map(({ factors }) => factors)),
    };
  }

  /**
   * Returns the postmortems that seem related to one, the most related first.
   *
   * @param postmortem from the knowledge base that was passed to the constructor
   */
  findSimilar(postmortem: PostmortemEntry): SimilarPostmortem[] {
    return [...this.rankSimilar(postmortem)];
  }

  /**
   * Yields the same postmortems one by one. In a large knowledge base, hundreds have something in common with each one,
   * and finding out what takes most of the time: take only as many as you need.
   *
   * @param postmortem from the knowledge base that was passed to the constructor
   */
  *rankSimilar(postmortem: PostmortemEntry): Generator<SimilarPostmortem, void, undefined> {
    const index = this.#getIndex(postmortem);
    const cosines = this.#texts.compareWithAll(postmortem);
    const ranks = this.#sumStrengths(index);
    const candidates: { readonly other: number; readonly rank: number }[] = [];
    for (const [other, strength] of ranks.entries()) {
      const cosine = cosines[other] ?? 0;
      if (other === index || (strength === 0 && cosine < MIN_TEXT_SIMILARITY)) continue;
      candidates.push({ other, rank: strength + cosine });
    }
    const getId = (at: number) => this.#postmortems[at]?.id ?? '';
    const inOrder = takeInOrder(
      candidates,
      (a, b) => b.rank - a.rank || (getId(a.other) < getId(b.other) ? -1 : 1),
    );
    for (const { other } of inOrder) {
      const reasons = this.#findReasons(index, other, cosines[other] ?? 0);
      const found = this.#postmortems[other];
      if (found && reasons.length > 0)
        yield { postmortem: found, reasons, strength: assessStrength(reasons) };
    }
  }

  /**
   * Returns what two postmortems have in common.
   *
   * @param postmortem from the knowledge base that was passed to the constructor, as well as `other`
   */
  findReasons(postmortem: PostmortemEntry, other: PostmortemEntry): SimilarityReason[] {
    const [index, otherIndex] = [this.#getIndex(postmortem), this.#getIndex(other)];
    return this.#findReasons(index, otherIndex, this.#texts.compareWithAll(postmortem)[otherIndex] ?? 0);
  }

  /** Returns, for each postmortem, the sum of the reasons that are not about texts. */
  #sumStrengths(index: number): Float64Array {
    const sums = new Float64Array(this.#postmortems.length);
    const add = (reason: keyof typeof REASON_STRENGTHS, keys: Iterable<string>) => {
      for (const key of keys) {
        for (const other of this.#withKey[reason].get(key) ?? [])
          sums[other] = (sums[other] ?? 0) + REASON_STRENGTHS[reason];
      }
    };
    const { signals, lessons, tags, factors } = this.#getKeys(index);
    add('signal', signals.keys());
    add('lesson', lessons);
    add('tag', tags);
    add('factor', factors);
    return sums;
  }

  #findReasons(index: number, other: number, cosine: number): SimilarityReason[] {
    const [own, others] = [this.#getKeys(index), this.#getKeys(other)];
    const learned = [index, other].map((at) => new Set(this.#postmortems[at]?.data.lessons.learned));
    const texts = cosine >= MIN_TEXT_SIMILARITY ? this.#describeTexts(index, other, cosine) : undefined;
    return [
      ...[...own.signals]
        .filter(([key]) => others.signals.has(key))
        .map(([, signal]) => ({ reason: 'signal' as const, signal })),
      ...[...own.lessons]
        .filter((lesson) => others.lessons.has(lesson))
        .map((lesson) => ({
          reason: 'lesson' as const,
          lesson,
          learned: learned.every((lessons) => lessons.has(lesson)),
        })),
      ...[...own.tags].filter((tag) => others.tags.has(tag)).map((tag) => ({ reason: 'tag' as const, tag })),
      ...[...own.factors]
        .filter((key) => others.factors.has(key))
        .map((key) => {
          const [category = '', service = ''] = key.split(' ');
          return { reason: 'factor' as const, category, service };
        }),
      ...(texts ? [texts] : []),
    ];
  }

  #getKeys(index: number): ReasonKeys {
    return this.#keys[index] as ReasonKeys;
  }

  /** @throws if the postmortem was not passed to the constructor */
  #getIndex(postmortem: PostmortemEntry): number {
    const index = this.#indexes.get(postmortem);
    if (index === undefined) throw new Error(`${postmortem.path} was not among the postmortems to compare`);
    return index;
  }

  /** @returns undefined if the texts share only one word */
  #describeTexts(index: number, other: number, cosine: number): Resemblance | undefined {
    const { mechanisms, topics, words } = this.#texts.findShared(index, other);
    if (mechanisms.length === 0 && words.length < MIN_SHARED_WORDS) return undefined;
    return {
      reason: 'text',
      cosine,
      mechanisms: topics.slice(0, MAX_SHOWN_MECHANISMS),
      mentioned: mechanisms.filter((mechanism) => !topics.includes(mechanism)).slice(0, MAX_SHOWN_MECHANISMS),
      shared: words.slice(0, MAX_SHOWN_TERMS),
    };
  }
}

function assessStrength(reasons: readonly SimilarityReason[]): Strength {
  if (reasons.some(({ reason }) => reason === 'signal')) return 'strong';
  const areAboutSame = reasons.some(isAboutSame);
  const learned = reasons.filter((reason) => reason.reason === 'lesson' && reason.learned).length;
  if (areAboutSame && learned >= MIN_LEARNED_LESSONS) return 'strong';
  const areTextsSimilar = reasons.some(({ reason }) => reason === 'text');
  const isFair = areAboutSame || learned >= MIN_LEARNED_LESSONS || (areTextsSimilar && reasons.length > 1);
  return isFair ? 'fair' : 'theme';
}

function isAboutSame(reason: SimilarityReason): boolean {
  if (reason.reason !== 'text' || reason.shared.length < MIN_SHARED_WORDS) return false;
  const { withMechanism, withoutMechanism } = MIN_RELATED_TEXT;
  return reason.cosine >= (reason.mechanisms.length > 0 ? withMechanism : withoutMechanism);
}

/** Returns the ids of the lessons that a postmortem learned or confirmed. */
export function getLessons({ data: { lessons } }: PostmortemEntry): Set<string> {
  return new Set([...lessons.learned, ...lessons.confirmed]);
}

/** Generic services relate nothing. */
function getFactorKeys(knowledge: Knowledge, { data }: PostmortemEntry): Set<string> {
  return new Set(
    data.factors.flatMap(({ category, services }) =>
      category === 'unknown'
        ? []
        : services
            .filter((service) => !knowledge.find({ kind: 'service', id: service })?.data.generic)
            .map((service) => `${category} ${service}`),
    ),
  );
}

/** Returns the indexes of the items that have each key. */
function groupByKey(keysOfItems: readonly Iterable<string>[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, keys] of keysOfItems.entries()) {
    for (const key of keys) {
      const group = groups.get(key);
      if (group) group.push(index);
      else groups.set(key, [index]);
    }
  }
  return groups;
}
