/** Reads the body of a source: its title, the facts in its text, and the sections that are known by their names. */
import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { addHeadings, arrangeLevels } from './arrange-sections.ts';
import type { DraftKind } from './draft-kind.ts';
import { createProseSection } from './draft-sections.ts';
import { findDurations, findIncidentSentences, offerPeriod, readBarePeriod } from './duration-phrases.ts';
import {
  createTimeContext,
  findOnlyDay,
  findOnlyYear,
  readZoneStatement,
  type TimeContext,
} from './event-times.ts';
import { type ExtractedSections, extractSections, type Suggestion } from './extract-sections.ts';
import { findTitle, readFileDay, readFileTitle } from './find-title.ts';
import { collapseWhitespace, type MappedFacts, mapFacts } from './map-facts.ts';
import { findPageFacts } from './page-facts.ts';
import { toPlainWords } from './plain-words.ts';
import { makeBodySafe } from './safe-body.ts';
import { findSeverityLabel, findSeverityMention } from './severity-mentions.ts';
import { findDayFirst } from './slashed-dates.ts';
import type { Fact, SourceDocument } from './source-document.ts';
import type { SourceLinks } from './source-links.ts';
import { offerStatusUpdates } from './status-updates.ts';
import { listStory } from './story-blocks.ts';
import type { VocabularyLookup } from './vocabulary-lookup.ts';

export interface Page {
  readonly placed: MappedFacts;
  readonly taken: ExtractedSections;
  /** The title that a heading says. */
  readonly heading: string | undefined;
  /** The title that the name of the file says, if nothing else does. */
  readonly fileTitle: string | undefined;
  /** The blocks of the body before any section was taken out of it, without the title. */
  readonly blocks: readonly RootContent[];
  /** The blocks that can contain the summary, the likely ones first. */
  readonly story: readonly RootContent[];
  readonly remarks: readonly string[];
}

export function readPage(
  document: SourceDocument,
  kind: DraftKind,
  vocabulary: VocabularyLookup,
  links?: SourceLinks,
): Page {
  const prose = document.facts.filter(({ target }) => target === 'body').flatMap(createProseSection);
  const safe = makeBodySafe([...document.body, ...prose], links);
  const named = document.facts.find(({ target, values }) => target === 'title' && values[0]?.trim());
  const title = named ? collapseWhitespace(named.values[0] ?? '') : undefined;
  const found = findTitle(safe.blocks, title);
  const fileTitle = (title ?? found.title) ? undefined : readFileTitle(document.name);
  const shared = { heading: found.title, fileTitle };
  if (kind === 'note') {
    arrangeLevels(found.blocks);
    const taken = { blocks: found.blocks, fields: {}, offers: [], longSummary: [], remarks: [] };
    const placed = mapFacts(document.facts, vocabulary);
    return { ...shared, placed, taken, blocks: found.blocks, story: found.blocks, remarks: safe.remarks };
  }
  const headed = addHeadings(found.blocks);
  arrangeLevels(headed);
  const context = createTimeContext();
  context.offset = findPageOffset(headed, context);
  const words = headed.map((block) => toPlainWords(block)).join('\n');
  context.dayFirst = findDayFirst(words);
  const { blocks, facts, properties } = findPageFacts(headed, context);
  const labels = findSeverityLabel(
    headed.slice(
      0,
      Math.max(
        1,
        headed.findIndex(({ type }) => type === 'heading'),
      ),
    ),
  );
  const placed = mapFacts([...document.facts, ...facts, ...labels], vocabulary);
  const startFound = takeDayOfTitle(title ?? found.title ?? '', placed);
  const storyDay = findStoryDay(blocks);
  const times = {
    day: placed.fields.time.started?.slice(0, 10) ?? storyDay,
    year: findOnlyYear([title, found.title, document.name, ...listHead(blocks)].join('\n')),
    offset: context.offset,
    dayFirst: context.dayFirst,
    words,
    zones: context.zones,
  };
  const taken = extractSections(blocks, (field) => isFieldEmpty(placed, field), times);
  const updates = taken.offers.some(({ field }) => field === 'timeline')
    ? []
    : offerStatusUpdates(blocks, { ...times, offset: context.offset });
  const offers = [
    ...offerUnread(placed),
    ...taken.offers,
    ...updates,
    ...offerStart(document.name, placed, [...taken.offers, ...updates], storyDay),
    ...offerSeverity(blocks, placed),
    ...offerPeriods(blocks, placed, facts, { day: storyDay, offset: context.offset }),
  ];
  const before = new Set(found.before);
  return {
    ...shared,
    placed,
    taken: { ...taken, offers },
    blocks,
    story: [
      ...taken.longSummary,
      ...listStory(blocks).filter((block) => !properties.has(block) && !before.has(block)),
      ...found.before.filter((block) => !properties.has(block)),
    ],
    remarks: [...safe.remarks, ...placed.remarks, ...startFound, ...taken.remarks],
  };
}

const MAX_DURATIONS = 3;

/** Offers how long the sentences say that the incident was, and its clock times, if no field says so. */
function offerPeriods(
  blocks: readonly RootContent[],
  { fields, unread }: MappedFacts,
  facts: readonly Fact[],
  { day, offset }: { readonly day: string | undefined; readonly offset: string | undefined },
): Suggestion[] {
  const text = listStory(blocks)
    .filter(({ type }) => type === 'paragraph' || type === 'list')
    .map((block) => toPlainWords(block))
    .join('\n');
  const isKnown = (field: 'started' | 'resolved') => fields.time[field]?.includes('T') === true;
  const named = facts.flatMap(({ target, values }) =>
    target === 'duration' ? (readBarePeriod(values[0] ?? '') ?? []) : [],
  );
  const period = offerPeriod(named[0] ?? text, {
    day: fields.time.started?.slice(0, 10) ?? day,
    offset,
  }).filter(({ field }) => field === 'duration' || !isKnown(field as 'started' | 'resolved'));
  const hasDuration =
    fields.closed.duration !== undefined || unread.some(({ field }) => field === 'duration');
  if (hasDuration) return period.filter(({ field }) => field !== 'duration');
  const others = findIncidentSentences(
    blocks
      .filter(({ type }) => type === 'paragraph')
      .map((block) => toPlainWords(block))
      .join('\n'),
  );
  const told = [
    ...new Map(findDurations(`${text}\n${others}`).map((found) => [found.duration, found])).values(),
  ];
  return [
    ...period,
    ...told.slice(0, MAX_DURATIONS).map(({ words, duration }) => ({
      field: 'duration',
      heading: words,
      items: [{ text: duration }],
    })),
  ];
}

/** Returns the only day in the first sentences. A line such as "Meeting: 20 May 2021" can name any day. */
function findStoryDay(blocks: readonly RootContent[]): string | undefined {
  const paragraphs = listStory(blocks)
    .filter(({ type }) => type === 'paragraph')
    .map((block) => toPlainWords(block))
    .slice(0, MAX_FIRST_BLOCKS);
  return findOnlyDay(paragraphs.filter((words) => !/^[^:：.]{2,45}[:：]\s/.test(words)).join('\n'));
}

/** Returns the words before the first heading. */
function listHead(blocks: readonly RootContent[]): string[] {
  const first = blocks.findIndex(({ type }) => type === 'heading');
  return (first < 0 ? blocks.slice(0, MAX_FIRST_BLOCKS) : blocks.slice(0, first)).map((block) =>
    toPlainWords(block),
  );
}

/** The first paragraphs say when it was, the later ones what came before. */
const MAX_FIRST_BLOCKS = 4;

function isFieldEmpty({ fields }: MappedFacts, field: string): boolean {
  return !Object.hasOwn(fields.text, field) && !Object.hasOwn(fields.lines, field);
}

/** Returns the offset that sentences outside the sections give to all times, if they agree. */
function findPageOffset(blocks: readonly RootContent[], context: TimeContext): string | undefined {
  const offsets = new Set<string>();
  for (const block of blocks) {
    if (block.type !== 'paragraph' && block.type !== 'blockquote') continue;
    const offset = readZoneStatement(textOf(block), context);
    if (offset) offsets.add(offset);
  }
  const [only, ...others] = offsets;
  return others.length === 0 ? only : undefined;
}

function takeDayOfTitle(title: string, { fields }: MappedFacts): string[] {
  const day = findOnlyDay(title);
  if (day === undefined || fields.time.started !== undefined) return [];
  fields.time.started = day;
  return [`\`started\` (${day}) is the day in the title`];
}

function offerUnread({ unread, fields }: MappedFacts): Suggestion[] {
  return unread
    .filter(({ field }) => !Object.hasOwn(fields.time, field) && !Object.hasOwn(fields.closed, field))
    .map(({ field, name, written, value }) => ({
      field,
      heading: `${name}: ${written}`,
      items: [{ text: value }],
    }));
}

/** The day of the file's name can be that of the incident or of the text; that of the first event, of its cause. */
function offerStart(
  name: string,
  { fields }: MappedFacts,
  offers: readonly Suggestion[],
  storyDay: string | undefined,
): Suggestion[] {
  const event = offers.find(({ field }) => field === 'timeline')?.items.find(({ at }) => at !== undefined);
  const { started } = fields.time;
  if (started !== undefined) {
    const isMoreExact = /^\d{4}-\d{2}-\d{2}$/.test(started) && event?.at?.startsWith(`${started}T`);
    return isMoreExact && event?.at ? [createOffer('started', 'the first event', event.at)] : [];
  }
  const fileDay = readFileDay(name);
  const isSame = fileDay !== undefined && event?.at?.startsWith(fileDay);
  const isOther = storyDay !== undefined && !event?.at?.startsWith(storyDay);
  return [
    ...(event?.at ? [createOffer('started', 'the first event', event.at)] : []),
    ...(isOther ? [createOffer('started', 'the first lines', storyDay)] : []),
    ...(fileDay && !isSame ? [createOffer('started', 'the name of the file', fileDay)] : []),
  ];
}

function createOffer(field: string, heading: string, text: string): Suggestion {
  return { field, heading, items: [{ text }] };
}

function offerSeverity(blocks: readonly RootContent[], { fields, unread }: MappedFacts): Suggestion[] {
  if (fields.closed.severity !== undefined || unread.some(({ field }) => field === 'severity')) return [];
  const text = listStory(blocks)
    .filter(({ type }) => type === 'paragraph')
    .map((block) => toPlainWords(block))
    .join('\n');
  const mention = findSeverityMention(text);
  return mention === undefined ? [] : [createOffer('severity', 'the sentences', mention)];
}
