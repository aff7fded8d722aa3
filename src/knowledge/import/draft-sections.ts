/** The sections that an import adds to a body, and what it offers in a comment. */
import type { ListItem, RootContent } from 'mdast';
import { stringify } from 'yaml';
import { orderOf } from '../check/rules/times.ts';
import { parseTime } from '../schema/edtf.ts';
import { blocksOfText, wordsOf } from './blocks-of-text.ts';
import type { DraftKind } from './draft.ts';
import type { ForeignEvent } from './foreign.ts';
import { onOneLine, type PlacedFacts } from './placed-facts.ts';
import type { Offer } from './taken-sections.ts';
import { readTime } from './times.ts';

export function sectionOfProse({
  name,
  values,
}: {
  readonly name: string;
  readonly values: readonly string[];
}): RootContent[] {
  return [heading(capitalized(name)), ...values.flatMap(blocksOfText)];
}

/** Events of a known kind at a known time are the timeline, in order of time. */
export function eventsOf(events: readonly ForeignEvent[]) {
  const read = events.map((event) => ({ event, at: readTime(event.at)?.edtf }));
  const isTold = ({ event, at }: (typeof read)[number]) => at !== undefined && event.kind !== undefined;
  const timeline = read
    .filter(isTold)
    .map(({ event, at = '' }) => ({ at, kind: event.kind, text: onOneLine(event.text) }));
  const order = orderOf(timeline.map(({ at }) => parseTime(at)));
  return {
    timeline: order?.map((index) => timeline[index] as (typeof timeline)[number]) ?? timeline,
    rest: read.filter((item) => !isTold(item)).map(({ event }) => event),
  };
}

export function sectionOfEvents(events: readonly ForeignEvent[]): RootContent[] {
  if (events.length === 0) return [];
  return [heading('Further events'), list(events.map(({ at, text }) => ({ name: at, values: [text] })))];
}

export function offerOfEvents(events: readonly ForeignEvent[], kind: DraftKind): Offer[] {
  if (events.length === 0 || kind === 'note') return [];
  const items = events.map(({ at, text }) => {
    const time = readTime(at)?.edtf;
    return time ? { at: time, text: onOneLine(text) } : { text: onOneLine(`${at} ${text}`) };
  });
  return [{ field: 'timeline', heading: 'Further events', items }];
}

/** What has no field, under a heading of its own. */
export function leftoversOf({ leftovers, fields }: PlacedFacts, kind: DraftKind): RootContent[] {
  const unused = kind === 'note' ? [...Object.entries(fields.time), ...Object.entries(fields.closed)] : [];
  const lines = kind === 'note' ? Object.entries(fields.lines) : [];
  const all = [
    ...leftovers,
    ...unused.map(([name, value]) => ({ name, values: [value] })),
    ...lines.map(([name, values]) => ({ name, values })),
  ];
  const impact =
    kind === 'note' && fields.text.impact ? [{ name: 'impact', values: [fields.text.impact] }] : [];
  if (all.length + impact.length === 0) return [];
  return [heading('Kept from the source'), list([...impact, ...all])];
}

function heading(text: string): RootContent {
  return { type: 'heading', depth: 2, children: [{ type: 'text', value: text }] };
}

function list(items: readonly { readonly name: string; readonly values: readonly string[] }[]): RootContent {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map(({ name, values }): ListItem => {
      const isLong = values.some((value) => value.trim().includes('\n'));
      const words = isLong ? [] : wordsOf(values.map((value) => value.trim()).join(', '));
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

const OFFERS: Record<Offer['field'], string> = {
  timeline:
    'Say when each was, and of which kind: trigger, symptom, detection, action, decision, communication or recovery.',
  services: 'Take those that were involved.',
  lessons: 'Look for each among the lessons, and name its id; or write it as a lesson.',
};

/** What is offered stands as a comment behind the fields, ready to be made one. */
export function commentOf(offers: readonly Offer[]): string[] {
  return offers.flatMap(({ field, heading: from, items }) => {
    const value =
      field === 'timeline'
        ? { timeline: items.map(({ at, text }) => ({ at: at ?? null, kind: null, text })) }
        : { [field]: items.map(({ text }) => text) };
    const yaml = stringify(value, { compat: 'yaml-1.1', lineWidth: 100, nullStr: '' });
    return [`From "${onOneLine(from)}". ${OFFERS[field]}`, ...yaml.trimEnd().split('\n')];
  });
}

export function offerRemarks(offers: readonly Offer[]): string[] {
  return offers.map(
    ({ field, heading: from, items }) =>
      `"${onOneLine(from)}" (${items.length} items) is offered as \`${field}\` in a comment behind the fields`,
  );
}

function capitalized(name: string): string {
  const words = name.replace(/[._-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
