/** Finds the facts of a page in its text: lines such as "Severity: SEV2", tables of properties, and the answers of forms. */
import type { Heading, List, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { findEqualDuration } from '../schema/foreign-times.ts';
import { parseWrittenTime } from '../schema/written-time.ts';
import { findColumnMeaning } from './column-names.ts';
import { createTimeContext, readEventTime, readHeadingZone, type TimeContext } from './event-times.ts';
import { findFactTarget, isFactLabel, isLevel } from './fact-labels.ts';
import { splitLines } from './paragraph-lines.ts';
import { isPlaceholder, toPlainWords } from './plain-words.ts';
import { findSectionMeaning, type SectionMeaning } from './section-headings.ts';
import type { Fact, FactTarget } from './source-document.ts';

export interface PageFacts {
  /** The body with its lines of facts as lists. */
  readonly blocks: RootContent[];
  /** Facts with a field. The body still contains them. */
  readonly facts: readonly Fact[];
  /** The blocks that are facts, and no sentences. */
  readonly properties: ReadonlySet<RootContent>;
}

interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** Contains what the page says about all of its times. */
export type PageClock = Pick<Partial<TimeContext>, 'offset' | 'dayFirst'>;

export function findPageFacts(blocks: readonly RootContent[], page: PageClock): PageFacts {
  const properties = new Set<RootContent>();
  const facts: Fact[] = [];
  const others = findOthers(blocks);
  let section: string | undefined;
  const arranged = blocks.map((block, at) => {
    if (others.has(block)) return block;
    if (block.type === 'heading') {
      section = toPlainWords(block);
      const answer = readAnswer(section, blocks, at);
      if (answer) properties.add(blocks[at + 1] ?? block);
      if (answer) facts.push(...toFacts(answer, page));
      return block;
    }
    const values = readFactBlock(block, section);
    if (values.length === 0) return block;
    const shown = block.type === 'paragraph' ? toList(block) : block;
    properties.add(shown);
    facts.push(...values.flatMap((value) => toFacts(value, page)));
    return shown;
  });
  // The time to a repair is shorter than the incident.
  const isPartial = ({ name }: Fact) => /\b(?:repair|recover(?:y)?|mitigate)\b/i.test(name);
  const ordered = [...facts.filter((fact) => !isPartial(fact)), ...facts.filter(isPartial)];
  return { blocks: arranged, facts: ordered, properties };
}

/** Returns the blocks of events, actions and lessons, which have dates, priorities and owners of their own. */
function findOthers(blocks: readonly RootContent[]): ReadonlySet<RootContent> {
  let open: Heading[] = [];
  return new Set(
    blocks.filter((block) => {
      if (block.type === 'heading') open = [...open.filter(({ depth }) => depth < block.depth), block];
      return open.some((heading) => OTHER_SECTIONS.has(findSectionMeaning(toPlainWords(heading))));
    }),
  );
}

const OTHER_SECTIONS: ReadonlySet<SectionMeaning | undefined> = new Set(['timeline', 'actions', 'lessons']);

/**
 * Returns the facts of a block. Before the first heading, one name that templates use is enough; below a heading, it
 * takes two, or a value that has one meaning, because a list of anything can contain one.
 */
function readFactBlock(block: RootContent, section: string | undefined): NamedValue[] {
  const values = readProperties(block);
  const isKnown = values.some(({ name }) => findFactTarget(name) !== undefined);
  const named = values.filter(({ name }) => isFactLabel(name)).length;
  if (!isKnown) return [];
  const isReadable =
    values.length === 1 && values.some((value) => toFacts(value, {}).some(({ reading }) => reading));
  if (section === undefined || named > 1 || isReadable) return values;
  // A table about the impact can name how long it was among numbers of anything.
  if (block.type !== 'table' || findSectionMeaning(section) !== 'impact') return [];
  return values.filter((value) =>
    toFacts(value, {}).some(({ target, reading }) => target === 'duration' && reading),
  );
}

/** A heading such as "Severity" with one short paragraph below it is an answer in a form. */
function readAnswer(name: string, blocks: readonly RootContent[], at: number): NamedValue | undefined {
  const answer = blocks[at + 1];
  const next = blocks[at + 2];
  const target = findFactTarget(name);
  if (!isFactLabel(name) || target === 'summary' || target === 'impact') return undefined;
  if (answer?.type !== 'paragraph' || (next !== undefined && next.type !== 'heading')) return undefined;
  const value = toPlainWords(answer);
  return value.length <= MAX_VALUE_LENGTH ? { name, value } : undefined;
}

const MIN_FACTS = 3;
const MAX_LABEL_LENGTH = 45;
const MAX_VALUE_LENGTH = 300;

/** Returns the names and values of a block that contains nothing else. */
function readProperties(block: RootContent): NamedValue[] {
  if (block.type === 'table') return readTable(block);
  if (block.type === 'blockquote' && block.children.length === 1 && block.children[0])
    return readProperties(block.children[0]);
  const lines =
    block.type === 'paragraph'
      ? splitLines(block.children).flatMap(splitFacts)
      : block.type === 'list'
        ? block.children.map(({ children }) => children.flatMap(getWords))
        : [];
  const values = lines.filter((line) => textOf({ type: 'paragraph', children: line }).trim()).map(readLine);
  const known = values.filter((value) => value !== undefined);
  // One line among facts can be written in another way: "**Customer-facing?** yes".
  const isMostlyFacts =
    known.filter(({ name }) => isFactLabel(name)).length >= MIN_FACTS && values.length - known.length === 1;
  return known.length === values.length || isMostlyFacts ? known : [];
}

/** An item of properties can have its values as a list below its name. */
function getWords(block: List['children'][number]['children'][number]): PhrasingContent[] {
  if (block.type === 'paragraph') return block.children;
  if (block.type !== 'list') return [{ type: 'text', value: '\n' }];
  return [{ type: 'text', value: ` ${block.children.map((item) => toPlainWords(item)).join(', ')}` }];
}

/** Splits a line of several facts: "**Date:** 2020-10-06 | **Severity:** high". */
function splitFacts(line: readonly PhrasingContent[]): PhrasingContent[][] {
  const parts = splitLines(line.flatMap((node) => (node.type === 'text' ? splitAtBars(node.value) : [node])));
  return parts.every((part) => readLine(part)) ? parts : [[...line]];
}

function splitAtBars(text: string): PhrasingContent[] {
  return text
    .split(/\s+[|·]\s+/)
    .flatMap((value, index) => [...(index > 0 ? [{ type: 'break' } as const] : []), { type: 'text', value }]);
}

function readLine(line: readonly PhrasingContent[]): NamedValue | undefined {
  const words = toPlainWords({ type: 'paragraph', children: [...line] });
  const [, name = '', value = ''] = /^([^:：]{2,}?)\s*[:：]\s*(.*)$/.exec(words) ?? [];
  if (name === '' || name.length > MAX_LABEL_LENGTH || value.length > MAX_VALUE_LENGTH) return undefined;
  return /[.!?]\s|\d$/.test(name) ? undefined : { name, value };
}

/** A table of two columns, with the names at the left. Its first row can be their heads. */
function readTable(table: Table): NamedValue[] {
  const rows = table.children.map(({ children }) => children.map((cell) => toPlainWords(cell)));
  const [head, ...values] = rows;
  if (!rows.every((row) => row.length === 2) || isHeadOfFacts(head, values)) return readFactRow(head, values);
  const [name = '', value = ''] = head?.map((cell) => findColumnMeaning(cell) ?? '') ?? [];
  const isHead = (name === 'name' && value !== '') || head?.join('') === '';
  return (isHead ? rows.slice(1) : rows).flatMap(([label = '', words = '']) =>
    label ? [{ name: label.replace(/\s*[:：]$/, ''), value: words }] : [],
  );
}

/** "| Severity | Started |" above one row of values. */
function isHeadOfFacts(head: readonly string[] = [], values: readonly (readonly string[])[]): boolean {
  return values.length === 1 && head.length > 1 && head.every((name) => name !== '' && isFactLabel(name));
}

function readFactRow(head: readonly string[] = [], values: readonly (readonly string[])[]): NamedValue[] {
  if (values.length !== 1 || head.filter(isFactLabel).length < 2) return [];
  return head.flatMap((name, column) => {
    const value = values[0]?.[column] ?? '';
    return name && value ? [{ name, value }] : [];
  });
}

function toList(paragraph: Paragraph): RootContent {
  const lines = splitLines(paragraph.children);
  if (lines.length < 2) return paragraph;
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: lines.map((children) => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children }],
    })),
  };
}

/**
 * Reads a value that belongs to a field, as pages write it: a period, a duration with its unit, a list.
 *
 * @param page what the page says about clock times without a zone, and dates with slashes
 * @returns no fact for a placeholder such as "N/A"
 */
export function readNamedFact(
  { name, value, target }: NamedValue & { readonly target: FactTarget },
  page: PageClock,
): Fact[] {
  return readTargeted({ name }, value, target, page);
}

function toFacts({ name, value }: NamedValue, page: PageClock): Fact[] {
  const target = findFactTarget(name);
  // "Start time (UTC)"
  const own = { ...page, offset: readHeadingZone(name, createTimeContext()) ?? page.offset };
  return target === undefined ? [] : readTargeted({ name, isInBody: true }, value, target, own);
}

function readTargeted(
  fact: Pick<Fact, 'name' | 'isInBody'>,
  value: string,
  target: FactTarget,
  page: PageClock,
): Fact[] {
  const { name } = fact;
  if (isPlaceholder(value)) return [];
  if (target === 'services' || target === 'vocabulary') {
    return [{ ...fact, values: value.split(/\s*[,;、]\s*/).filter(Boolean), target }];
  }
  // A level such as "Impact: Major" on a status page says nothing about who was affected.
  if (target === 'impact' && isLevel(value)) return [{ ...fact, values: [value], target: 'severity' }];
  // The numbers of priorities are another scale than those of severities.
  if (target === 'severity' && /prior|優先|优先/i.test(name) && /^\d/.test(value)) {
    return [{ ...fact, values: [value], target, reading: `priority ${value}` }];
  }
  if (target === 'duration') {
    const reading = readDuration(value, name);
    // "Resolution time" can be a time of day.
    const time = reading === undefined ? readTime(value, page) : undefined;
    if (time) return [{ ...fact, values: [value], target: 'resolved', reading: time }];
    return [{ ...fact, values: [value], target, reading }];
  }
  if (target === 'started') return readPeriod(fact, value, page);
  const isTime = target === 'detected' || target === 'mitigated' || target === 'resolved';
  return [{ ...fact, values: [value], target, reading: isTime ? readTime(value, page) : undefined }];
}

/** The name can contain the unit: "Duration (min)". */
function readDuration(value: string, name: string): string | undefined {
  const [, unit] = /\(\s*(?:in\s+)?(\p{L}+)\s*\)\s*$/u.exec(name) ?? [];
  if (unit && /^\d+(?:[.,]\d+)?$/.test(value)) return findEqualDuration(`${value} ${unit}`);
  return findEqualDuration(value) ?? findEqualDuration(value.replace(/\s*\([^)]*\)\s*$/, ''));
}

function readTime(value: string, { offset, dayFirst }: PageClock): string | undefined {
  const time = readEventTime(value, { ...createTimeContext(undefined, offset), dayFirst });
  if (time?.at && time.rest.trim() === '') return time.at;
  return parseWrittenTime(value)?.edtf;
}

/** "2024-05-14 09:17 UTC to 2024-05-14 10:04 UTC" is a start and an end. */
function readPeriod(fact: Pick<Fact, 'name' | 'isInBody'>, value: string, page: PageClock): Fact[] {
  const [first = '', second = '', ...others] = value.split(/\s+(?:-|–|—|to|until|bis)\s+/);
  const [start, end] = [readTime(first, page), second ? readTime(second, page) : undefined];
  if (others.length > 0 || !second || !start || !end) {
    return [{ ...fact, values: [value], target: 'started', reading: readTime(value, page) }];
  }
  return [
    { ...fact, values: [value], target: 'started', reading: start },
    { ...fact, values: [value], target: 'resolved', reading: end },
  ];
}
