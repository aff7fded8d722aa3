/** The sections that an import adds to a body, and what it offers in a comment. */
import type { ListItem, RootContent } from 'mdast';
import { stringify } from 'yaml';
import { findOrder } from '../check/rules/valid-timeline-order.ts';
import { noteSchema } from '../schema/note.ts';
import { parseTime } from '../schema/time.ts';
import { parseWrittenTime } from '../schema/written-time.ts';
import type { DraftKind } from './draft-kind.ts';
import type { Suggestion } from './extract-sections.ts';
import { collapseWhitespace, type MappedFacts } from './map-facts.ts';
import type { SourceEvent } from './source-document.ts';
import { linkifyText, parseTextBlocks } from './text-blocks.ts';

export function createProseSection({
  name,
  values,
}: {
  readonly name: string;
  readonly values: readonly string[];
}): RootContent[] {
  return [createHeading(capitalize(name)), ...values.flatMap(parseTextBlocks)];
}

/** Events of a known kind at a known time are the timeline, in chronological order. */
export function splitEvents(events: readonly SourceEvent[]) {
  const read = events.map((event) => ({ event, at: parseWrittenTime(event.at)?.edtf }));
  const isTold = ({ event, at }: (typeof read)[number]) => at !== undefined && event.kind !== undefined;
  const timeline = read
    .filter(isTold)
    .map(({ event, at = '' }) => ({ at, kind: event.kind, text: collapseWhitespace(event.text) }));
  const order = findOrder(timeline.map(({ at }) => parseTime(at)));
  return {
    timeline: order?.map((index) => timeline[index] as (typeof timeline)[number]) ?? timeline,
    rest: read.filter((item) => !isTold(item)).map(({ event }) => event),
  };
}

export function createEventsSection(events: readonly SourceEvent[]): RootContent[] {
  if (events.length === 0) return [];
  return [
    createHeading('Further events'),
    createFactList(events.map(({ at, text }) => ({ name: at, values: [text] }))),
  ];
}

export function suggestEvents(events: readonly SourceEvent[], kind: DraftKind): Suggestion[] {
  if (events.length === 0 || kind === 'note') return [];
  const items = events.map(({ at, text }) => {
    const time = parseWrittenTime(at)?.edtf;
    return time
      ? { at: time, text: collapseWhitespace(text) }
      : { text: collapseWhitespace(`${at} ${text}`) };
  });
  return [{ field: 'timeline', heading: 'Further events', items }];
}

/** Puts everything without a field under its own heading. */
export function createLeftoversSection({ leftovers, fields }: MappedFacts, kind: DraftKind): RootContent[] {
  const { text, time, closed, lines } = fields;
  const unused = Object.entries({ ...text, ...time, ...closed, ...lines }).filter(
    ([name]) => kind === 'note' && !Object.hasOwn(noteSchema.shape, name),
  );
  const facts = [...leftovers, ...unused.map(([name, value]) => ({ name, values: [value].flat() }))];
  return facts.length > 0 ? [createHeading('Kept from the source'), createFactList(facts)] : [];
}

function createHeading(text: string): RootContent {
  return { type: 'heading', depth: 2, children: [{ type: 'text', value: text }] };
}

function createFactList(
  items: readonly { readonly name: string; readonly values: readonly string[] }[],
): RootContent {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map(({ name, values }): ListItem => {
      const isLong = values.some((value) => value.trim().includes('\n'));
      const words = isLong ? [] : linkifyText(values.map((value) => value.trim()).join(', '));
      return {
        type: 'listItem',
        spread: false,
        children: [
          {
            type: 'paragraph',
            children: [{ type: 'text', value: isLong ? `${name}:` : `${name}: ` }, ...words],
          },
          ...(isLong
            ? values.map((value) => ({ type: 'code' as const, value: value.replace(/\n+$/, '') }))
            : []),
        ],
      };
    }),
  };
}

const SUGGESTION_HINTS: Readonly<Record<string, string>> = {
  timeline:
    'Say when each was, and of which kind: trigger, symptom, detection, action, decision, communication or recovery.',
  services: 'Take those that were involved.',
  lessons: 'Look for each among the lessons, and name its id; or write it as a lesson.',
  factors: 'Write each as a condition of the system.',
  actions: 'Take those that are still valid.',
  impact: 'Take what is about this incident.',
  resolved: 'Take it if this is when the incident ended.',
  duration: 'Take it if this is how long the incident lasted.',
  started: 'Take it if this is when the incident started.',
};

/** Writes suggestions as a comment after the fields, ready to become one. */
export function formatSuggestions(offers: readonly Suggestion[]): string[] {
  return offers.flatMap(({ field, heading: from, items }) => {
    const yaml = stringify(toValue(field, items), { compat: 'yaml-1.1', lineWidth: 100, nullStr: '' });
    const hint = SUGGESTION_HINTS[field] ?? 'Write it as the field expects it.';
    return [`From "${collapseWhitespace(from)}". ${hint}`, ...yaml.trimEnd().split('\n')];
  });
}

function toValue(field: string, items: Suggestion['items']): object {
  const texts = items.map(({ text }) => text);
  if (field === 'timeline')
    return { timeline: items.map(({ at, text }) => ({ at: at ?? null, kind: null, text })) };
  if (field === 'factors') return { factors: texts.map((text) => ({ text, category: 'unknown' })) };
  if (field === 'actions') {
    return { actions: texts.map((text) => ({ text, type: 'unknown', status: 'unknown' })) };
  }
  if (field === 'detection') return { detection: { method: texts.join(' ') } };
  return { [field]: LIST_SUGGESTIONS.includes(field) ? texts : texts.join(' ') };
}

const LIST_SUGGESTIONS = ['services', 'lessons'];

export function describeSuggestions(offers: readonly Suggestion[]): string[] {
  return offers.map(({ field, heading: from, items }) => {
    const count = items.length > 1 || LIST_SUGGESTIONS.includes(field) ? ` (${items.length} items)` : '';
    return `"${collapseWhitespace(from)}"${count} is offered as \`${field}\` in a comment after the fields`;
  });
}

function capitalize(name: string): string {
  const words = name.replace(/[._-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
