/**
 * Relations between postmortems that nobody wrote down: the same signal, the same kind of factor on the
 * same service, similar text. They are suggestions, kept apart from what authors stated.
 */
import type { PostmortemEntry } from './entries.ts';
import type { Knowledge } from './knowledge.ts';
import { TfIdf } from './tf-idf.ts';

export type Suggestion =
  | { readonly reason: 'signal'; readonly signal: string }
  | { readonly reason: 'factor'; readonly category: string; readonly service: string }
  | { readonly reason: 'text'; readonly cosine: number; readonly shared: readonly string[] };

export interface SuggestedRelation {
  readonly postmortem: PostmortemEntry;
  /** Never empty. */
  readonly suggestions: readonly Suggestion[];
}

/**
 * Two texts are called similar from this cosine on. Of the 3,240 pairs of 81 public postmortems seven lie above
 * it, all but one about systems of the same firm; of the pairs of the test collection that are about different
 * things none does.
 */
export const SIMILAR_TEXT = 0.2;
const SHOWN_TERMS = 6;

export class Similarity {
  readonly #postmortems: readonly PostmortemEntry[];
  readonly #places: ReadonlyMap<PostmortemEntry, number>;
  readonly #texts: TfIdf;
  readonly #bySignal: ReadonlyMap<string, PostmortemEntry[]>;
  readonly #byFactor: ReadonlyMap<string, PostmortemEntry[]>;

  /** Made once; asking is cheap. */
  constructor(knowledge: Knowledge) {
    this.#postmortems = knowledge.all('postmortem');
    this.#places = new Map(this.#postmortems.map((postmortem, index) => [postmortem, index]));
    this.#texts = new TfIdf(this.#postmortems.map(textOf));
    this.#bySignal = grouped(this.#postmortems, signalKeys);
    this.#byFactor = grouped(this.#postmortems, factorKeys);
  }

  /** The postmortems that seem related to one: those with the most reasons first, then the most alike. */
  to(postmortem: PostmortemEntry): SuggestedRelation[] {
    const found = new Map<PostmortemEntry, Suggestion[]>();
    const add = (other: PostmortemEntry | undefined, suggestion: Suggestion) => {
      if (!other || other === postmortem) return;
      found.set(other, [...(found.get(other) ?? []), suggestion]);
    };
    for (const [key, signal] of signalKeys(postmortem)) {
      for (const other of this.#bySignal.get(key) ?? []) add(other, { reason: 'signal', signal });
    }
    for (const key of factorKeys(postmortem).keys()) {
      const [category = '', service = ''] = key.split(' ');
      for (const other of this.#byFactor.get(key) ?? []) add(other, { reason: 'factor', category, service });
    }
    for (const { index, cosine, shared } of this.#texts.alike(
      this.#places.get(postmortem) ?? -1,
      SIMILAR_TEXT,
    )) {
      add(this.#postmortems[index], { reason: 'text', cosine, shared: shared.slice(0, SHOWN_TERMS) });
    }
    return [...found]
      .map(([other, suggestions]) => ({ postmortem: other, suggestions }))
      .sort(
        (a, b) =>
          kindsOfReason(b) - kindsOfReason(a) ||
          b.suggestions.length - a.suggestions.length ||
          (a.postmortem.id < b.postmortem.id ? -1 : 1),
      );
  }
}

function kindsOfReason({ suggestions }: SuggestedRelation): number {
  return new Set(suggestions.map(({ reason }) => reason)).size;
}

/** What a postmortem says in its own words; signals are compared as such. */
function textOf({ data }: PostmortemEntry): string {
  return [
    data.title,
    data.summary,
    data.impact,
    data.detection.gap,
    ...data.factors.map(({ text }) => text),
    ...data.mitigations.map(({ text }) => text),
    ...data.wentWrong,
    ...data.surprises,
  ]
    .filter((part) => part !== undefined)
    .join('\n');
}

/** Signals without what differs from one occurrence to the next: numbers, addresses, case, spacing. */
function signalKeys({ data }: PostmortemEntry): Map<string, string> {
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

function factorKeys({ data }: PostmortemEntry): Map<string, string> {
  const keys = new Map<string, string>();
  for (const { category, services, text } of data.factors) {
    if (category === 'unknown') continue;
    for (const service of services) keys.set(`${category} ${service}`, text);
  }
  return keys;
}

function grouped(
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
