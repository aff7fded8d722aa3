/**
 * Finds postmortems that seem related to one, with the reasons: the same signal, lesson or tag, the same kind of factor
 * on the same service, or texts that describe the same mechanism or use the same words. The site, the commands and the
 * reviews all use this one measure.
 */
import type { PostmortemEntry } from '../graph/entries.ts';
import type { Knowledge } from '../graph/knowledge.ts';
import { getSignalsByKey } from '../graph/signals-by-key.ts';
import { TextSimilarity } from './text-similarity.ts';

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

export class PostmortemSimilarity {
  readonly #knowledge: Knowledge;
  readonly #texts: TextSimilarity;
  readonly #bySignal: ReadonlyMap<string, PostmortemEntry[]>;
  readonly #byLesson: ReadonlyMap<string, PostmortemEntry[]>;
  readonly #byTag: ReadonlyMap<string, PostmortemEntry[]>;
  readonly #byFactor: ReadonlyMap<string, PostmortemEntry[]>;

  /** Compares all texts, which takes time; finding similar postmortems afterwards is fast. */
  constructor(knowledge: Knowledge) {
    const postmortems = knowledge.all('postmortem');
    this.#texts = new TextSimilarity(postmortems);
    this.#bySignal = groupByKey(postmortems, ({ data }) => getSignalsByKey(data.signals).keys());
    this.#byLesson = groupByKey(postmortems, getLessons);
    this.#byTag = groupByKey(postmortems, ({ data }) => new Set(data.tags));
    this.#knowledge = knowledge;
    this.#byFactor = groupByKey(postmortems, (postmortem) => getFactorKeys(knowledge, postmortem));
  }

  /**
   * Returns the postmortems that seem related to one, the most related first.
   *
   * @param postmortem from the knowledge base that was passed to the constructor
   */
  findSimilar(postmortem: PostmortemEntry): SimilarPostmortem[] {
    const found = new Map<PostmortemEntry, SimilarityReason[]>();
    const add = (others: readonly PostmortemEntry[] | undefined, reason: SimilarityReason) => {
      for (const other of others ?? []) {
        if (other !== postmortem) found.set(other, [...(found.get(other) ?? []), reason]);
      }
    };
    for (const [key, signal] of getSignalsByKey(postmortem.data.signals)) {
      add(this.#bySignal.get(key), { reason: 'signal', signal });
    }
    for (const lesson of getLessons(postmortem)) {
      for (const other of this.#byLesson.get(lesson) ?? []) {
        const learned = [postmortem, other].every(({ data }) => data.lessons.learned.includes(lesson));
        add([other], { reason: 'lesson', lesson, learned });
      }
    }
    for (const tag of new Set(postmortem.data.tags)) add(this.#byTag.get(tag), { reason: 'tag', tag });
    for (const key of getFactorKeys(this.#knowledge, postmortem)) {
      const [category = '', service = ''] = key.split(' ');
      add(this.#byFactor.get(key), { reason: 'factor', category, service });
    }
    const cosines = new Map<PostmortemEntry, number>();
    for (const { postmortem: other, cosine } of this.#texts.compareWithOthers(postmortem)) {
      cosines.set(other, cosine);
      const reason =
        cosine >= MIN_TEXT_SIMILARITY ? this.#describeTexts(postmortem, other, cosine) : undefined;
      if (reason) add([other], reason);
    }
    return [...found]
      .map(([other, reasons]) => ({
        postmortem: other,
        reasons,
        strength: assessStrength(reasons),
        rank: sumStrengths(reasons) + (cosines.get(other) ?? 0),
      }))
      .sort((a, b) => b.rank - a.rank || (a.postmortem.id < b.postmortem.id ? -1 : 1))
      .map(({ rank: _, ...relation }) => relation);
  }

  /** @returns undefined if the texts share only one word */
  #describeTexts(one: PostmortemEntry, other: PostmortemEntry, cosine: number): Resemblance | undefined {
    const { mechanisms, topics, words } = this.#texts.findShared(one, other);
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

function sumStrengths(reasons: readonly SimilarityReason[]): number {
  return reasons.reduce((sum, { reason }) => sum + (reason === 'text' ? 0 : REASON_STRENGTHS[reason]), 0);
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

function groupByKey(
  postmortems: readonly PostmortemEntry[],
  getKeys: (postmortem: PostmortemEntry) => Iterable<string>,
): Map<string, PostmortemEntry[]> {
  const groups = new Map<string, PostmortemEntry[]>();
  for (const postmortem of postmortems) {
    for (const key of getKeys(postmortem)) {
      const group = groups.get(key);
      if (group) group.push(postmortem);
      else groups.set(key, [postmortem]);
    }
  }
  return groups;
}
