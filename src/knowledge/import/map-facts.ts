/**
 * The facts of a source in our fields. A fact whose words are not all in a field, letter for letter, is
 * left over, and goes to the body: so nothing is lost by being read.
 */

import { isConsistentDuration } from '../check/rules/consistent-duration.ts';
import { isBefore, ORDERED_TIME_FIELDS } from '../check/rules/consistent-times.ts';
import { parseDuration } from '../schema/duration.ts';
import { webAddress } from '../schema/scalars.ts';
import { parseTime } from '../schema/time.ts';
import { parseWrittenTime } from '../schema/written-time.ts';
import { acceptsItem, getChoices, getReading, type ImportTarget } from './import-targets.ts';
import { isLinkable } from './linkable-address.ts';
import type { Fact, FactTarget } from './source-document.ts';
import type { VocabularyEntry, VocabularyLookup } from './vocabulary-lookup.ts';

interface MappedFields {
  text: Partial<Record<ImportTarget, string>>;
  time: Partial<Record<ImportTarget, string>>;
  /** Values of closed lists, and durations. */
  closed: Partial<Record<ImportTarget, string>>;
  lines: Partial<Record<ImportTarget, string[]>>;
  /** At most one. */
  organizations: string[];
  services: string[];
  tags: string[];
  source: { title?: string; url?: string; archiveUrl?: string; published?: string };
}

export interface MappedFacts {
  readonly fields: MappedFields;
  readonly id: string | undefined;
  readonly leftovers: readonly { readonly name: string; readonly values: readonly string[] }[];
  /** Facts that become text: one section of the body for each. */
  readonly prose: readonly Fact[];
  /** Names that are in no vocabulary, or in it more than once. */
  readonly unknown: readonly UnmatchedName[];
  /** Facts that their fields do not accept as they are written. */
  readonly unread: readonly {
    readonly field: ImportTarget;
    readonly name: string;
    readonly written: string;
    /** As its field expects it, if it can be read. */
    readonly value: string;
  }[];
  readonly remarks: readonly string[];
}

export interface UnmatchedName {
  readonly name: string;
  /** The name of its list in the source. */
  readonly field: string;
  readonly nearest: string | undefined;
}

export function mapFacts(facts: readonly Fact[], vocabulary: VocabularyLookup): MappedFacts {
  const fields: MappedFields = {
    text: {},
    time: {},
    closed: {},
    lines: {},
    organizations: [],
    services: [],
    tags: [],
    source: {},
  };
  const leftovers: { name: string; values: readonly string[] }[] = [];
  const unknown: UnmatchedName[] = [];
  const remarks: string[] = [];
  const prose: Fact[] = [];
  const unread: MappedFacts['unread'][number][] = [];
  let id: string | undefined;
  for (const written of facts.filter(({ isDefault }) => !isDefault)) {
    const fact = { ...written, values: written.values.filter((value) => value.trim()) };
    if (fact.values.length === 0) continue;
    if (fact.target === 'id') id ??= fact.values[0];
    if (fact.target === 'body') {
      prose.push(fact);
      continue;
    }
    const names = getVocabularyNames(fact);
    const rest = names
      ? mapNames(fact, names, fields, vocabulary, unknown, remarks)
      : mapFact(fact, fields, remarks);
    if (rest.length > 0 && !fact.isInBody) leftovers.push({ name: fact.name, values: rest });
    if (isUnread(fact, fields)) unread.push(toUnread(fact, rest));
  }
  removeContradictions(fields, leftovers, remarks);
  applyDefaults(facts, fields, unread, vocabulary);
  return { fields, id, leftovers, prose, unknown, unread, remarks };
}

/** A value that the source writes in its own way is a value: a person decides about it. */
function applyDefaults(
  facts: readonly Fact[],
  fields: MappedFields,
  unread: MappedFacts['unread'],
  vocabulary: VocabularyLookup,
): void {
  for (const { target, values } of facts.filter(({ isDefault }) => isDefault)) {
    const kinds = getVocabularyKinds(target);
    const [value] = values;
    if (kinds)
      addDefaultNames(
        values.flatMap((name) => vocabulary.find(name, kinds) ?? []),
        fields,
      );
    else if (value !== undefined && !unread.some(({ field }) => field === target)) {
      fields.closed[target as ImportTarget] ??= value;
    }
  }
}

function addDefaultNames(entries: readonly VocabularyEntry[], fields: MappedFields): void {
  const [list] = entries.map(({ kind }) => fields[LIST_FIELDS[kind]]);
  if (list?.length === 0) list.push(...entries.map(({ id }) => id));
}

/** Returns whether the field of a fact is still empty, although the source names a value for it. */
function isUnread({ target }: Fact, fields: MappedFields): boolean {
  const group = target === undefined ? undefined : findGroup(target);
  if (group !== 'time' && group !== 'closed') return false;
  return fields[group][target as ImportTarget] === undefined;
}

function toUnread(fact: Fact, rest: readonly string[]): MappedFacts['unread'][number] {
  const written = rest.join(', ');
  const value = (rest.length === 1 ? interpretValue(fact, written) : undefined) ?? written;
  return { field: fact.target as ImportTarget, name: fact.name, written, value };
}

/** An end before its beginning is one mistake or the other; which one, only a person can find out. */
function removeContradictions(
  { time, closed }: MappedFields,
  leftovers: { name: string; values: readonly string[] }[],
  remarks: string[],
): void {
  const read = (name: string) => {
    const value = time[name as ImportTarget];
    return value === undefined ? undefined : parseTime(value);
  };
  for (const [first, second] of ORDERED_TIME_FIELDS) {
    const value = time[second as ImportTarget];
    if (value === undefined || !isBefore(read(second), read(first))) continue;
    delete time[second as ImportTarget];
    leftovers.push({ name: second, values: [value] });
    remarks.push(`\`${second}\` (${value}) lies before \`${first}\`, kept in the text`);
  }
  const [started, resolved] = [read('started'), read('resolved')];
  if (closed.duration && started && resolved && !isConsistentDuration(closed.duration, started, resolved)) {
    leftovers.push({ name: 'duration', values: [closed.duration] });
    remarks.push(`\`duration\` (${closed.duration}) is not the time from start to end, kept in the text`);
    delete closed.duration;
  }
}

/** @returns the values that no field contains as they are written */
function mapFact(fact: Fact, fields: MappedFields, remarks: string[]): readonly string[] {
  const { target, values } = fact;
  if (target === undefined || fact.isUncertain) return values;
  if (getReading(target) === 'lines') {
    const name = target as ImportTarget;
    const texts = values.map(collapseWhitespace);
    const accepted = texts.filter((text) => acceptsItem(name, text));
    if (accepted.length > 0) fields.lines[name] = [...(fields.lines[name] ?? []), ...accepted];
    const others = texts.filter((text) => !accepted.includes(text));
    if (others.length > 0) remarks.push(describeNoPlace(fact.name, others.join(', '), name));
    return others;
  }
  const [value = ''] = values;
  const found = values.length === 1 ? interpretValue(fact, value) : undefined;
  const slot = findSlot(fields, target);
  if (found === undefined || !slot || (slot.has() && !isMoreExact(found, slot.get()))) {
    if (slot) remarks.push(describeNoPlace(fact.name, values.join(', '), target));
    return values;
  }
  slot.set(found);
  if (collapseWhitespace(value) === found) return [];
  remarks.push(`\`${fact.name}\` (${shorten(value)}) read as ${found}`);
  return values;
}

/** A clock time on the day that another fact names says more than that one. */
function isMoreExact(time: string, day: string | undefined): boolean {
  return day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) && time.startsWith(`${day}T`);
}

function describeNoPlace(name: string, value: string, target: string): string {
  return `\`${name}\` (${shorten(value)}) found no place in \`${target}\`, kept in the text`;
}

/** Converts a value to a value of its field; undefined if the field does not accept it. */
function interpretValue({ target, reading }: Fact, value: string): string | undefined {
  const kind = target === 'source.published' ? 'time' : getReading(target ?? '');
  if (kind === 'time') return parseWrittenTime(reading ?? value)?.edtf;
  if (target === 'source.url' || target === 'source.archiveUrl') return parseAddress(value);
  if (kind === 'duration') return parseDuration(reading ?? value) ? (reading ?? value) : undefined;
  if (kind === 'choice') return parseChoice(target as ImportTarget, reading ?? value);
  return collapseWhitespace(value);
}

function parseAddress(value: string): string | undefined {
  return webAddress.safeParse(value).success && isLinkable(value) ? value : undefined;
}

function parseChoice(target: ImportTarget, value: string): string | undefined {
  const word = value
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
  const severity =
    target === 'severity' ? (SEVERITY.exec(word) ?? WORDED_SEVERITY.exec(word))?.[1] : undefined;
  const candidate = severity ? `sev${severity}` : word;
  return getChoices(target).includes(candidate) ? candidate : undefined;
}

/** `SEV-2`, `severity 2`, `SEV2 (major)`; other scales (P1, critical) differ from team to team. */
const SEVERITY = /^(?:sev(?:erity)?-?)?([1-4])(?:-*[([:–—].*|---?.*)?$/;
/** `SEV2 - major` */
const WORDED_SEVERITY = /^sev(?:erity)?-?([1-4])-(?:critical|severe|major|moderate|minor|high|medium|low)$/;

function findSlot(fields: MappedFields, target: FactTarget) {
  const [group, name] = target.startsWith('source.')
    ? ['source', target.slice('source.'.length)]
    : [findGroup(target), target];
  if (!group || name === undefined) return undefined;
  const place = fields[group as 'text'] as Record<string, string>;
  return {
    has: () => place[name] !== undefined,
    get: () => place[name],
    set(value: string) {
      place[name] = value;
    },
  };
}

function findGroup(target: FactTarget): keyof MappedFields | undefined {
  const reading = getReading(target);
  if (reading === 'text' || reading === 'time') return reading;
  return reading === 'choice' || reading === 'duration' ? 'closed' : undefined;
}

/** Returns the vocabularies of a field that contains names; undefined for other fields. */
export function getVocabularyKinds(
  target: string | undefined,
): readonly VocabularyEntry['kind'][] | undefined {
  const isName = target !== undefined && Object.hasOwn(VOCABULARY_TARGETS, target);
  return isName ? VOCABULARY_TARGETS[target as keyof typeof VOCABULARY_TARGETS] : undefined;
}

function getVocabularyNames({ target, values }: Fact): readonly string[] | undefined {
  return target !== undefined && Object.hasOwn(VOCABULARY_TARGETS, target) ? values : undefined;
}

/** The vocabularies in which the names of a field are looked up. */
const VOCABULARY_TARGETS = {
  organization: ['organization'],
  services: ['service'],
  tags: ['tag'],
  vocabulary: ['service', 'tag'],
} as const satisfies Partial<Record<FactTarget, readonly VocabularyEntry['kind'][]>>;

const LIST_FIELDS = { organization: 'organizations', service: 'services', tag: 'tags' } as const;

function mapNames(
  fact: Fact,
  names: readonly string[],
  fields: MappedFields,
  vocabulary: VocabularyLookup,
  unknown: UnmatchedName[],
  remarks: string[],
): string[] {
  const kinds = VOCABULARY_TARGETS[fact.target as keyof typeof VOCABULARY_TARGETS];
  return names.filter((name) => {
    const entry = vocabulary.find(name, kinds);
    if (!entry) {
      unknown.push({ name, field: fact.name, nearest: vocabulary.findNearest(name, kinds) });
      return true;
    }
    const list = fields[LIST_FIELDS[entry.kind]];
    if (entry.kind === 'organization' && list.length > 0 && !list.includes(entry.id)) {
      remarks.push(describeNoPlace(fact.name, name, 'organization'));
      return true;
    }
    if (!list.includes(entry.id)) list.push(entry.id);
    if (name === entry.id) return false;
    remarks.push(`\`${fact.name}\`: \`${name}\` read as the ${entry.kind} \`${entry.id}\``);
    return true;
  });
}

export function collapseWhitespace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function shorten(text: string): string {
  const line = collapseWhitespace(text);
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
