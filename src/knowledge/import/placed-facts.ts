/**
 * The facts of a source in our fields. A fact whose words do not all stand in a field, letter for letter, is
 * left over, and goes to the body: so nothing is lost by being read.
 */

import { durationFits } from '../check/rules/duration-agrees.ts';
import { isBefore, TIMES_IN_ORDER } from '../check/rules/times.ts';
import { parseDuration } from '../schema/duration.ts';
import { parseTime } from '../schema/edtf.ts';
import { POSTMORTEM_KINDS, postmortemSchema, SEVERITIES } from '../schema/postmortem.ts';
import { webAddress } from '../schema/scalars.ts';
import type { Fact, Target } from './foreign.ts';
import { readTime } from './times.ts';
import type { VocabularyLookup } from './vocabulary-lookup.ts';

export interface PlacedFields {
  text: Partial<Record<TextTarget, string>>;
  time: Partial<Record<TimeTarget, string>>;
  closed: Partial<Record<ClosedTarget, string>>;
  lines: Partial<Record<LineTarget, string[]>>;
  services: string[];
  tags: string[];
  source: { title?: string; url?: string; archiveUrl?: string; published?: string };
}

export interface PlacedFacts {
  readonly fields: PlacedFields;
  readonly id: string | undefined;
  readonly leftovers: readonly { readonly name: string; readonly values: readonly string[] }[];
  /** Facts that are told as text: one section of the body for each. */
  readonly prose: readonly Fact[];
  /** Names that are in no vocabulary, or in it more than once. */
  readonly unknown: readonly UnknownName[];
  readonly remarks: readonly string[];
}

export interface UnknownName {
  readonly name: string;
  /** What the source calls the list it stands in. */
  readonly field: string;
  readonly nearest: string | undefined;
}

const TEXTS = ['title', 'summary', 'organization', 'impact'] as const;
const TIMES = ['started', 'detected', 'mitigated', 'resolved'] as const;
const LINES = ['wentWell', 'wentWrong', 'lucky', 'surprises', 'signals', 'factors', 'actions'] as const;
type TextTarget = (typeof TEXTS)[number];
type TimeTarget = (typeof TIMES)[number];
type LineTarget = (typeof LINES)[number];

const CLOSED = {
  kind: POSTMORTEM_KINDS,
  severity: SEVERITIES,
  trigger: postmortemSchema.shape.trigger.options,
  detection: postmortemSchema.shape.detection.shape.method.options,
} as const;
type ClosedTarget = keyof typeof CLOSED | 'duration';

export function placeFacts(facts: readonly Fact[], vocabulary: VocabularyLookup): PlacedFacts {
  const fields: PlacedFields = {
    text: {},
    time: {},
    closed: {},
    lines: {},
    services: [],
    tags: [],
    source: {},
  };
  const leftovers: { name: string; values: readonly string[] }[] = [];
  const unknown: UnknownName[] = [];
  const remarks: string[] = [];
  const prose: Fact[] = [];
  let id: string | undefined;
  for (const written of facts) {
    const fact = { ...written, values: written.values.filter((value) => value.trim()) };
    if (fact.values.length === 0) continue;
    if (fact.target === 'id') id ??= fact.values[0];
    if (fact.target === 'body') {
      prose.push(fact);
      continue;
    }
    const names = namesIn(fact);
    const rest = names
      ? placeNames(fact, names, fields, vocabulary, unknown, remarks)
      : place(fact, fields, remarks);
    if (rest.length > 0) leftovers.push({ name: fact.name, values: rest });
  }
  leaveOutContradictions(fields, leftovers, remarks);
  return { fields, id, leftovers, prose, unknown, remarks };
}

/** An end before its beginning is one mistake or the other; which one, only a person can find out. */
function leaveOutContradictions(
  { time, closed }: PlacedFields,
  leftovers: { name: string; values: readonly string[] }[],
  remarks: string[],
): void {
  const read = (name: string) => {
    const value = time[name as TimeTarget];
    return value === undefined ? undefined : parseTime(value);
  };
  for (const [first, second] of TIMES_IN_ORDER) {
    const value = time[second as TimeTarget];
    if (value === undefined || !isBefore(read(second), read(first))) continue;
    delete time[second as TimeTarget];
    leftovers.push({ name: second, values: [value] });
    remarks.push(`\`${second}\` (${value}) lies before \`${first}\`, kept in the text`);
  }
  const [started, resolved] = [read('started'), read('resolved')];
  if (closed.duration && started && resolved && !durationFits(closed.duration, started, resolved)) {
    leftovers.push({ name: 'duration', values: [closed.duration] });
    remarks.push(`\`duration\` (${closed.duration}) is not the time from start to end, kept in the text`);
    delete closed.duration;
  }
}

/** @returns the values that do not stand in a field as they are written */
function place(fact: Fact, fields: PlacedFields, remarks: string[]): readonly string[] {
  const { target, values } = fact;
  if (target === undefined) return values;
  if (isOneOf(LINES, target)) {
    fields.lines[target] = [...(fields.lines[target] ?? []), ...values.map(onOneLine)];
    return [];
  }
  const [value = ''] = values;
  const found = values.length === 1 ? readingOf(fact, value) : undefined;
  const slot = slotOf(fields, target);
  if (found === undefined || !slot || slot.has()) {
    if (slot)
      remarks.push(
        `\`${fact.name}\` (${shortened(values.join(', '))}) found no place in \`${target}\`, kept in the text`,
      );
    return values;
  }
  slot.set(found);
  if (onOneLine(value) === found) return [];
  remarks.push(`\`${fact.name}\` (${shortened(value)}) read as ${found}`);
  return values;
}

/** What a value means as the value of its field; undefined where the field does not take it. */
function readingOf({ target, reading }: Fact, value: string): string | undefined {
  if (isOneOf(TIMES, target) || target === 'source.published') return readTime(reading ?? value)?.edtf;
  if (target === 'source.url' || target === 'source.archiveUrl') {
    return webAddress.safeParse(value).success ? value : undefined;
  }
  if (target === 'duration') return parseDuration(value) ? value : undefined;
  if (target !== undefined && Object.hasOwn(CLOSED, target)) {
    return closedValue(target as keyof typeof CLOSED, reading ?? value);
  }
  return onOneLine(value);
}

function closedValue(target: keyof typeof CLOSED, value: string): string | undefined {
  const word = value
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
  const severity = target === 'severity' ? /^(?:sev-?)?([1-4])$/.exec(word)?.[1] : undefined;
  const candidate = severity ? `sev${severity}` : word;
  return (CLOSED[target] as readonly string[]).includes(candidate) ? candidate : undefined;
}

function slotOf(fields: PlacedFields, target: Target) {
  const [group, name] = target.startsWith('source.')
    ? ['source', target.slice('source.'.length)]
    : [groupOf(target), target];
  if (!group || name === undefined) return undefined;
  const place = fields[group as 'text'] as Record<string, string>;
  return {
    has: () => place[name] !== undefined,
    set(value: string) {
      place[name] = value;
    },
  };
}

function groupOf(target: Target): keyof PlacedFields | undefined {
  if (isOneOf(TEXTS, target)) return 'text';
  if (isOneOf(TIMES, target)) return 'time';
  return Object.hasOwn(CLOSED, target) || target === 'duration' ? 'closed' : undefined;
}

function namesIn({ target, values }: Fact): readonly string[] | undefined {
  return target === 'services' || target === 'tags' || target === 'vocabulary' ? values : undefined;
}

function placeNames(
  fact: Fact,
  names: readonly string[],
  fields: PlacedFields,
  vocabulary: VocabularyLookup,
  unknown: UnknownName[],
  remarks: string[],
): string[] {
  const kinds =
    fact.target === 'services'
      ? (['service'] as const)
      : fact.target === 'tags'
        ? (['tag'] as const)
        : undefined;
  return names.filter((name) => {
    const entry = vocabulary.find(name, kinds);
    if (!entry) {
      unknown.push({ name, field: fact.name, nearest: vocabulary.nearestTo(name) });
      return true;
    }
    const list = entry.kind === 'service' ? fields.services : fields.tags;
    if (!list.includes(entry.id)) list.push(entry.id);
    if (name === entry.id) return false;
    remarks.push(`\`${fact.name}\`: \`${name}\` read as the ${entry.kind} \`${entry.id}\``);
    return true;
  });
}

function isOneOf<Name extends string>(names: readonly Name[], name: string | undefined): name is Name {
  return (names as readonly (string | undefined)[]).includes(name);
}

export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function shortened(text: string): string {
  const line = onOneLine(text);
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
