/** The knowledge base: all entries, and the links between them in both directions. Made once. */

import { type Kind, type Ref, toRefKey } from '../schema/kinds.ts';
import type { SiteData } from '../schema/site.ts';
import { parseTime, type Time } from '../schema/time.ts';
import { Redirects } from '../source/redirects.ts';
import { type Entry, type EntryByKind, getTitle, type PostmortemEntry, type Relation } from './entries.ts';

/** A link as seen from the entry that it leads to. */
export interface IncomingLink {
  readonly from: Entry;
  readonly relation: Relation;
}

export class Knowledge {
  readonly #byKey = new Map<string, Entry>();
  readonly #byKind = new Map<Kind, Entry[]>();
  readonly #incoming = new Map<string, IncomingLink[]>();

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

  /** The same with one entry more. */
  withEntry(entry: Entry): Knowledge {
    const entries = [...this.#byKind.values()].flat();
    return new Knowledge([...entries, entry], this.site, this.redirects);
  }

  /** All entries of a kind: postmortems newest first, the rest as their files are ordered. */
  all<K extends Kind>(kind: K): readonly EntryByKind[K][] {
    return (this.#byKind.get(kind) ?? []) as EntryByKind[K][];
  }

  find<K extends Kind>(ref: Ref<K>): EntryByKind[K] | undefined {
    return this.#byKey.get(toRefKey(ref)) as EntryByKind[K] | undefined;
  }

  /** @throws where there is none: the check has made sure that all ids exist. */
  get<K extends Kind>(kind: K, id: string): EntryByKind[K] {
    const entry = this.find({ kind, id } as Ref<K>);
    if (!entry) throw new Error(`There is no ${kind} \`${id}\``);
    return entry;
  }

  /** What links to an entry, each relation of each entry once. */
  findLinksTo(ref: Ref): readonly IncomingLink[] {
    return this.#incoming.get(toRefKey(ref)) ?? [];
  }

  /** The entries of one kind that link to `ref`, each once. */
  findEntriesLinkingTo<K extends Kind>(ref: Ref, from: K, relations?: readonly Relation[]): EntryByKind[K][] {
    const found = new Set<Entry>();
    for (const link of this.findLinksTo(ref)) {
      if (link.from.kind === from && (!relations || relations.includes(link.relation))) found.add(link.from);
    }
    return [...found] as EntryByKind[K][];
  }

  getTitle(ref: Ref): string {
    return getTitle(this.get(ref.kind, ref.id));
  }
}

/** When a postmortem's incident began. */
export function getStartTime(postmortem: PostmortemEntry): Time {
  const time = parseTime(postmortem.data.started);
  if (!time) throw new Error(`${postmortem.path} was asked for its start before it passed the check`);
  return time;
}

/**
 * Newest first, by the first instant that each may mean; those whose year is not known come last. It puts in
 * order for reading and claims nothing: `compareTimes` says which came first. The order by id makes it the
 * same everywhere.
 */
export function compareNewestFirst(a: PostmortemEntry, b: PostmortemEntry): number {
  const [timeA, timeB] = [getStartTime(a), getStartTime(b)];
  if (timeA.yearKnown !== timeB.yearKnown) return timeA.yearKnown ? -1 : 1;
  const byTime = timeA.yearKnown ? timeB.earliest - timeA.earliest : 0;
  return byTime || (a.id < b.id ? -1 : 1);
}
