/** The knowledge base: all entries, and the links between them in both directions. Made once. */
import { parseTime, type Time } from '../schema/edtf.ts';
import { type Kind, keyOf, type Ref } from '../schema/kinds.ts';
import type { SiteData } from '../schema/site.ts';
import { Redirects } from '../source/redirects.ts';
import { type Entry, type EntryOf, type PostmortemEntry, type Relation, titleOf } from './entries.ts';

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
      this.#byKey.set(keyOf(entry), entry);
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
      const key = keyOf(to);
      if (seen.has(`${key} ${relation}`)) continue;
      seen.add(`${key} ${relation}`);
      const list = this.#incoming.get(key);
      if (list) list.push({ from, relation });
      else this.#incoming.set(key, [{ from, relation }]);
    }
  }

  /** The same with one entry more. */
  with(entry: Entry): Knowledge {
    const entries = [...this.#byKind.values()].flat();
    return new Knowledge([...entries, entry], this.site, this.redirects);
  }

  /** All entries of a kind: postmortems newest first, the rest as their files are ordered. */
  all<K extends Kind>(kind: K): readonly EntryOf[K][] {
    return (this.#byKind.get(kind) ?? []) as EntryOf[K][];
  }

  find<K extends Kind>(ref: Ref<K>): EntryOf[K] | undefined {
    return this.#byKey.get(keyOf(ref)) as EntryOf[K] | undefined;
  }

  /** @throws where there is none: the check has made sure that all ids exist. */
  get<K extends Kind>(kind: K, id: string): EntryOf[K] {
    const entry = this.find({ kind, id } as Ref<K>);
    if (!entry) throw new Error(`There is no ${kind} \`${id}\``);
    return entry;
  }

  /** What links to an entry, each relation of each entry once. */
  linksTo(ref: Ref): readonly IncomingLink[] {
    return this.#incoming.get(keyOf(ref)) ?? [];
  }

  /** The entries of one kind that link to `ref`, each once. */
  linking<K extends Kind>(ref: Ref, from: K, relations?: readonly Relation[]): EntryOf[K][] {
    const found = new Set<Entry>();
    for (const link of this.linksTo(ref)) {
      if (link.from.kind === from && (!relations || relations.includes(link.relation))) found.add(link.from);
    }
    return [...found] as EntryOf[K][];
  }

  titleOf(ref: Ref): string {
    return titleOf(this.get(ref.kind, ref.id));
  }
}

/** When a postmortem's incident began. */
export function startOf(postmortem: PostmortemEntry): Time {
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
  const [timeA, timeB] = [startOf(a), startOf(b)];
  if (timeA.yearKnown !== timeB.yearKnown) return timeA.yearKnown ? -1 : 1;
  const byTime = timeA.yearKnown ? timeB.earliest - timeA.earliest : 0;
  return byTime || (a.id < b.id ? -1 : 1);
}
