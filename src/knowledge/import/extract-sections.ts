/** Takes the sections that a heading names into fields, or offers them if a person has to decide. */
import type { RootContent } from 'mdast';
import { listItemWords, listWords, readPlainList } from './block-words.ts';
import { type BodySection, findRepeatedNames, splitIntoSections } from './body-sections.ts';
import { createTimeContext, findOnlyDay, readHeadingZone, type TimeContext } from './event-times.ts';
import { type ExtractedAction, extractActions } from './extract-actions.ts';
import { listFactors } from './list-factors.ts';
import { isPlaceholder, isPlainParagraph, toPlainWords } from './plain-words.ts';
import { findSectionMeaning, normalizeHeading, type SectionMeaning } from './section-headings.ts';
import { readStoryWords } from './story-blocks.ts';
import { findEvents, type OfferedEvent } from './timeline-events.ts';

export interface ExtractedFields {
  summary?: string;
  impact?: string;
  actions?: ExtractedAction[];
  factors?: { text: string; category: 'unknown' }[];
  mitigations?: { action: 'unknown'; worked: 'unknown'; text: string }[];
  wentWell?: string[];
  wentWrong?: string[];
  lucky?: string[];
  surprises?: string[];
}

/** Values that a person must check before they can go into a field; they stay in the body. */
export interface Suggestion {
  /** A field of a postmortem. */
  readonly field: string;
  /** The heading or the line that they come from. */
  readonly heading: string;
  readonly items: readonly { readonly at?: string; readonly text: string }[];
}

export interface ExtractedSections {
  /** The rest of the body. */
  readonly blocks: RootContent[];
  readonly fields: ExtractedFields;
  readonly offers: readonly Suggestion[];
  /** The blocks of a summary that is too long for its field. */
  readonly longSummary: readonly RootContent[];
  readonly remarks: readonly string[];
}

const MAX_SUMMARY_LENGTH = 700;

/** Contains what other places of the page say about its times. */
export interface PageTimes {
  readonly day?: string | undefined;
  readonly year?: string | undefined;
  readonly offset?: string | undefined;
  /** True if the day comes first in dates with slashes; undefined if nothing on the page shows it. */
  readonly dayFirst?: boolean | undefined;
  /** The words of the page. */
  readonly words?: string;
  /** The offsets of abbreviations that the page explains. */
  readonly zones?: ReadonlyMap<string, string>;
}

/**
 * A section moves to its field if the field can say all that it says. A field can also take the words of a section that
 * says more, which then stays in the body.
 *
 * @param wanted fields that are still empty; a section for another one stays in the body
 */
export function extractSections(
  blocks: readonly RootContent[],
  wanted: (field: keyof ExtractedFields) => boolean,
  times: PageTimes = {},
): ExtractedSections {
  const sections = splitIntoSections(blocks);
  const state: State = { fields: {}, offers: [], longSummary: [], remarks: [], times, wanted };
  const repeated = findRepeatedNames(sections);
  if (repeated.size > 0) {
    state.remarks.push(
      `several sections are called ${[...repeated].map((name) => `"${name}"`).join(', ')}: is it more than one incident? They are only offered`,
    );
  }
  const left: RootContent[] = [];
  let covered = 0;
  for (const [at, section] of sections.entries()) {
    const isCovered = at < covered;
    const isRepeated =
      section.heading !== undefined && repeated.has(normalizeHeading(toPlainWords(section.heading)));
    const outcome = isCovered ? 'kept' : takeSection(section, isRepeated, state);
    if (outcome === 'whole') covered = at + 1 + section.below;
    if (outcome === 'moved') continue;
    left.push(
      ...(section.heading ? [section.heading] : []),
      ...(outcome === 'begun' ? section.rest : section.content),
    );
  }
  const { fields, offers, longSummary, remarks } = state;
  return { blocks: withoutEmptySections(left, sections), fields, offers, longSummary, remarks };
}

/** Leaves out the headings whose sections contained nothing but others that moved to fields. */
function withoutEmptySections(
  blocks: readonly RootContent[],
  sections: readonly BodySection[],
): RootContent[] {
  const frames = new Set<RootContent | undefined>(
    sections.filter(({ below, content }) => below > 0 && content.length === 0).map(({ heading }) => heading),
  );
  const left: RootContent[] = [];
  for (const block of blocks.toReversed()) {
    const next = left.at(-1);
    const isEmpty =
      block.type === 'heading' && (next?.type === 'heading' ? next.depth <= block.depth : next === undefined);
    if (!isEmpty || !frames.has(block)) left.push(block);
  }
  return left.toReversed();
}

interface State {
  readonly fields: ExtractedFields;
  readonly offers: Suggestion[];
  readonly longSummary: RootContent[];
  readonly remarks: string[];
  readonly times: PageTimes;
  readonly wanted: (field: keyof ExtractedFields) => boolean;
}

/**
 * `moved`: it is in a field as a whole. `begun`: its beginning is. `whole`: it was read with its subsections, and stays.
 */
type Outcome = 'moved' | 'begun' | 'whole' | 'kept';

function takeSection(section: BodySection, isRepeated: boolean, state: State): Outcome {
  const meaning = section.heading ? findSectionMeaning(toPlainWords(section.heading)) : undefined;
  if (meaning === undefined) return offerEventsOfStory(section, state);
  if (meaning === 'timeline') return offerTimeline(section, state);
  if (meaning === 'lessons') return offerLessons(section, state);
  const isFree = !(meaning in state.fields) || LIST_FIELDS.includes(meaning);
  if (!isFree || !state.wanted(meaning)) {
    // A line at the head of a page says less than its section.
    if (meaning === 'impact') offer('impact', section, listWords(section.all), state);
    return 'kept';
  }
  if (meaning === 'actions') return takeActions(section, isRepeated, state);
  if (meaning === 'summary') return isRepeated ? 'kept' : takeSummary(section, state);
  if (meaning === 'impact') return takeImpact(section, isRepeated, state);
  return takeList(meaning, section, isRepeated, state);
}

/** "What went well" below the lessons has a field of its own. */
function offerLessons(section: BodySection, state: State): Outcome {
  const hasParts = section.all.some(
    (block) => block.type === 'heading' && findSectionMeaning(toPlainWords(block)) !== undefined,
  );
  const outcome = offer('lessons', section, listWords(hasParts ? section.content : section.all), state);
  return hasParts ? 'kept' : outcome;
}

function takeList(meaning: SectionMeaning, section: BodySection, isRepeated: boolean, state: State): Outcome {
  const items = section.below === 0 && !isRepeated ? readPlainList(section.content) : undefined;
  if (items !== undefined) {
    addItems(meaning, items, state.fields);
    return 'moved';
  }
  return meaning === 'factors' ? offer('factors', section, listFactors(section.all), state) : 'kept';
}

const LIST_FIELDS: readonly SectionMeaning[] = [
  'actions',
  'factors',
  'mitigations',
  'wentWell',
  'wentWrong',
  'lucky',
  'surprises',
];

function addItems(meaning: SectionMeaning, texts: readonly string[], fields: ExtractedFields): void {
  const items = texts.map((text) => {
    if (meaning === 'factors') return { text, category: 'unknown' };
    return meaning === 'mitigations' ? { action: 'unknown', worked: 'unknown', text } : text;
  });
  const before = (fields[meaning as 'wentWell'] ?? []) as unknown[];
  Object.assign(fields, { [meaning]: [...before, ...items] });
}

function offer(field: string, { path }: BodySection, texts: readonly string[], { offers }: State): Outcome {
  const items = texts.filter((text) => !isPlaceholder(text)).map((text) => ({ text }));
  if (items.length > 0) offers.push({ field, heading: path, items });
  return items.length > 0 ? 'whole' : 'kept';
}

function offerTimeline(section: BodySection, { offers, times }: State): Outcome {
  const context = createContext(times);
  context.offset =
    (section.heading && readHeadingZone(toPlainWords(section.heading), context)) ?? context.offset;
  context.day = (section.heading && findOnlyDay(toPlainWords(section.heading))) ?? context.day;
  const events = findEvents(section.all, context).filter(({ text }) => text !== '');
  if (events.length === 0) return 'kept';
  offers.push({ field: 'timeline', heading: section.path, items: events.map(toOffer) });
  return 'whole';
}

function createContext({ day, year, offset, dayFirst, zones = new Map() }: PageTimes): TimeContext {
  const context = createTimeContext(day, offset);
  context.year = year;
  context.dayFirst = dayFirst;
  for (const [name, value] of zones) context.zones.set(name, value);
  return context;
}

function toOffer({ at, text }: OfferedEvent): Suggestion['items'][number] {
  return { ...(at ? { at } : {}), text };
}

/** Enough events with clock times to be no coincidence. */
const MIN_STORY_EVENTS = 3;

/** A story that tells most of its events with their times is a timeline, whatever its heading. */
function offerEventsOfStory(section: BodySection, { offers, times }: State): Outcome {
  const blocks = section.content.filter(
    ({ type }) => type === 'list' || type === 'table' || type === 'paragraph',
  );
  const events = findEvents(blocks, createContext(times));
  const timed = events.filter(({ isTimed }) => isTimed);
  if (timed.length < MIN_STORY_EVENTS || timed.length < events.length * 0.7) return 'kept';
  offers.push({
    field: 'timeline',
    heading: section.path || 'the start of the page',
    items: events.map(toOffer),
  });
  return 'kept';
}

function takeActions(section: BodySection, isRepeated: boolean, state: State): Outcome {
  const found = extractActions(section.all, {
    dayFirst: state.times.dayFirst,
    words: state.times.words ?? '',
  });
  if (!found) return offer('actions', section, listItemWords(section.all), state);
  if (found.people.length > 0) {
    state.remarks.push(
      `owners in "${section.path}" that may be people are left out (${found.people.length}): write their roles`,
    );
  }
  if (!found.isCertain || isRepeated) {
    return offer(
      'actions',
      section,
      found.actions.map(({ text }) => text),
      state,
    );
  }
  state.fields.actions = [...(state.fields.actions ?? []), ...found.actions];
  if (found.isWhole && section.below === 0) return 'moved';
  state.remarks.push(`"${section.path}" is in \`actions\`, and stays in the text because it says more`);
  return 'whole';
}

/** The first paragraphs are the summary. Pictures, lists and links after them stay in the body. */
function takeSummary(section: BodySection, state: State): Outcome {
  const { content } = section;
  const other = content.findIndex((block) => !isPlainParagraph(block));
  const plain = other < 0 ? content : content.slice(0, other);
  // A line about the document stays in the body.
  const told = plain.filter((block) => readStoryWords(block) !== undefined);
  const text = (told.length > 0 ? told : plain).map((block) => toPlainWords(block)).join(' ');
  if (isPlaceholder(text)) {
    state.longSummary.push(...content);
    return 'kept';
  }
  if (text.length > MAX_SUMMARY_LENGTH) {
    state.longSummary.push(...content);
    return 'kept';
  }
  state.fields.summary = text;
  section.rest = content.filter((block) => !(told.length > 0 ? told : plain).includes(block));
  return section.rest.length === 0 && section.below === 0 ? 'moved' : 'begun';
}

function takeImpact(section: BodySection, isRepeated: boolean, state: State): Outcome {
  const { content, all, below } = section;
  const isPlain = content.every(
    (block) =>
      isPlainParagraph(block) ||
      (block.type === 'list' &&
        block.children.every(
          (item) => item.children.length === 1 && item.children.every((child) => isPlainParagraph(child)),
        )),
  );
  const texts = listWords(all).filter((text) => !isPlaceholder(text));
  if (texts.length === 0) return 'kept';
  if (!isPlain || isRepeated || below > 0) return offer('impact', section, [joinTexts(texts)], state);
  state.fields.impact = joinTexts(texts);
  return 'moved';
}

function joinTexts(texts: readonly string[]): string {
  return texts
    .map((text, index) => (index === texts.length - 1 || /[.!?;:,…。]$/.test(text) ? text : `${text};`))
    .join(' ');
}
