/** The knowledge base: all entries, and the links between them in both directions. */
import { KINDS, type Kind, type Ref, toRefKey } from '../schema/kinds.ts';
import type { SiteData } from '../schema/site.ts';
import { parseTime, type Time } from '../schema/time.ts';
import { Redirects } from '../source/redirects.ts';
import { type Entry, type EntryByKind, getTitle, type PostmortemEntry, type Relation } from './entries.ts';

/** A link as seen from its target. */
export interface IncomingLink {
  readonly from: Entry;
  readonly relation: Relation;
}

/** A method that reads entries, with its arguments: values that JSON can write. */
export type KnowledgeQuestion =
  | readonly ['all', Kind]
  | readonly ['count', Kind]
  | readonly ['find', Ref]
  | readonly ['findLinksTo', Ref]
  | readonly ['findEntriesLinkingTo', Ref, Kind, readonly Relation[] | null];

export class Knowledge {
  #byKey = new Map<string, Entry>();
  #byKind = new Map<Kind, Entry[]>();
  #incoming = new Map<string, IncomingLink[]>();
  #report: ((question: KnowledgeQuestion) => void) | undefined;

  readonly site: SiteData;
  readonly redirects: Redirects;

  constructor(entries: readonly Entry[], site: SiteData, redirects = new Redirects()) {
    this.site = site;
    this.redirects = redirects;
    for (const entry of entries) {
      this.#byKey.set(toRefKey(entry), entry);
      const list = this.#byKind.get(entry.kind);
      if (list) list.push(entry);
      else this.#byKind.set(entry.kind, [entry]);
    }
    this.#byKind
      .get('postmortem')
      ?.sort((a, b) => compareNewestFirst(a as PostmortemEntry, b as PostmortemEntry));
    for (const entry of entries) this.#addIncoming(entry);
  }

  #addIncoming(from: Entry): void {
    const seen = new Set<string>();
    for (const { to, relation } of from.links) {
      const key = toRefKey(to);
      if (seen.has(`${key} ${relation}`)) continue;
      seen.add(`${key} ${relation}`);
      const list = this.#incoming.get(key);
      if (list) list.push({ from, relation });
      else this.#incoming.set(key, [{ from, relation }]);
    }
  }

  /**
   * Returns the same knowledge as another object, which reports every question that it is asked. A result that depends on
   * nothing but the answers, the settings and the redirects is the same as long as these are.
   */
  observe(report: (question: KnowledgeQuestion) => void): Knowledge {
    const observed = new Knowledge([], this.site, this.redirects);
    observed.#byKey = this.#byKey;
    observed.#byKind = this.#byKind;
    observed.#incoming = this.#incoming;
    observed.#report = report;
    return observed;
  }

  /** Returns the answer to a question that was reported. */
  answer(question: KnowledgeQuestion): unknown {
    switch (question[0]) {
      case 'all':
        return this.all(question[1]);
      case 'count':
        return this.count(question[1]);
      case 'find':
        return this.find(question[1]);
      case 'findLinksTo':
        return this.findLinksTo(question[1]);
      case 'findEntriesLinkingTo':
        return this.findEntriesLinkingTo(question[1], question[2], question[3] ?? undefined);
    }
  }

  /** Returns a copy with one more entry. */
  withEntry(entry: Entry): Knowledge {
    for (const kind of KINDS) this.#report?.(['all', kind]);
    const entries = [...this.#byKind.values()].flat();
    return new Knowledge([...entries, entry], this.site, this.redirects);
  }

  /** Returns all entries of a kind: postmortems newest first, others in the order of the content. */
  all<K extends Kind>(kind: K): readonly EntryByKind[K][] {
    this.#report?.(['all', kind]);
    return (this.#byKind.get(kind) ?? []) as EntryByKind[K][];
  }

  /** Returns the number of entries of a kind. */
  count(kind: Kind): number {
    this.#report?.(['count', kind]);
    return this.#byKind.get(kind)?.length ?? 0;
  }

  find<K extends Kind>(ref: Ref<K>): EntryByKind[K] | undefined {
    this.#report?.(['find', { kind: ref.kind, id: ref.id }]);
    return this.#byKey.get(toRefKey(ref)) as EntryByKind[K] | undefined;
  }

  /** @throws if there is none: in checked content, all ids exist */
  get<K extends Kind>(kind: K, id: string): EntryByKind[K] {
    const entry = this.find({ kind, id } as Ref<K>);
    if (!entry) throw new Error(`There is no ${kind} \`${id}\``);
    return entry;
  }

  /** Returns the links to an entry, each relation of each entry once. */
  findLinksTo(ref: Ref): readonly IncomingLink[] {
    this.#report?.(['findLinksTo', { kind: ref.kind, id: ref.id }]);
    return this.#incoming.get(toRefKey(ref)) ?? [];
  }

  /** Returns the entries of one kind that link to `ref`, each once. */
  findEntriesLinkingTo<K extends Kind>(ref: Ref, from: K, relations?: readonly Relation[]): EntryByKind[K][] {
    this.#report?.(['findEntriesLinkingTo', { kind: ref.kind, id: ref.id }, from, relations ?? null]);
    const found = new Set<Entry>();
    for (const link of this.#incoming.get(toRefKey(ref)) ?? []) {
      if (link.from.kind === from && (!relations || relations.includes(link.relation))) found.add(link.from);
    }
    return [...found] as EntryByKind[K][];
  }

  getTitle(ref: Ref): string {
    return getTitle(this.get(ref.kind, ref.id));
  }
}

/** Parsing a time takes far longer than comparing two, and every sort compares each time often. */
const startTimes = new WeakMap<PostmortemEntry['data'], Time>();

/** Returns when the incident of a postmortem started. */
export function getStartTime({ data, path }: Pick<PostmortemEntry, 'data' | 'path'>): Time {
  const known = startTimes.get(data);
  if (known) return known;
  const time = parseTime(data.started);
  if (!time) throw new Error(`${path} is used before it passed the check`);
  startTimes.set(data, time);
  return time;
}

/**
 * Sorts newest first for reading, by the earliest instant that each time can mean. Those whose year is not known come
 * last, and equal times are sorted by id. To find out which of two certainly came first, use `compareTimes`.
 */
export function compareNewestFirst(a: PostmortemEntry, b: PostmortemEntry): number {
  const [timeA, timeB] = [getStartTime(a), getStartTime(b)];
  if (timeA.yearKnown !== timeB.yearKnown) return timeA.yearKnown ? -1 : 1;
  const byTime = timeA.yearKnown ? timeB.earliest - timeA.earliest : 0;
  return byTime || (a.id < b.id ? -1 : 1);
}
