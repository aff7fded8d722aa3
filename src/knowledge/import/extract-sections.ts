/** Lists of a body that are known by their heading, taken into fields, or offered where a person has to judge. */
import type { Heading, ListItem, Paragraph, RootContent, Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { parseWrittenTime } from '../schema/written-time.ts';
import { findSectionMeaning, type SectionMeaning } from './section-headings.ts';

interface ExtractedAction {
  readonly text: string;
  readonly type: 'unknown';
  readonly status: 'open' | 'done' | 'unknown';
  readonly ticket?: string;
}

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

/** Items that a person must check before they can go into a field; they stay in the body. */
export interface Suggestion {
  readonly field: 'timeline' | 'lessons' | 'services';
  readonly heading: string;
  readonly items: readonly { readonly at?: string; readonly text: string }[];
}

export interface ExtractedSections {
  /** The rest of the body. */
  readonly blocks: RootContent[];
  readonly fields: ExtractedFields;
  readonly offers: readonly Suggestion[];
}

const MAX_SUMMARY_LENGTH = 700;

/**
 * A section is taken where the field can say all that it says: one list of plain items for a list, plain
 * paragraphs for a text. Else it stays where it is.
 *
 * @param wanted fields that are still empty; a section for another one stays in the body
 */
export function extractSections(
  blocks: readonly RootContent[],
  wanted: (field: keyof ExtractedFields) => boolean,
): ExtractedSections {
  const fields: ExtractedFields = {};
  const offers: Suggestion[] = [];
  const left: RootContent[] = [];
  for (const section of splitIntoSections(blocks.map(toHeading))) {
    const { heading, content, isWhole } = section;
    const meaning = heading ? findSectionMeaning(textOf(heading)) : undefined;
    if (heading && (meaning === 'timeline' || meaning === 'lessons')) {
      offers.push(...createSuggestions(meaning, textOf(heading), content));
    } else if (meaning && isWhole && wanted(meaning as keyof ExtractedFields) && !(meaning in fields)) {
      const taken = extractValue(meaning, content);
      if (taken !== undefined) {
        Object.assign(fields, { [meaning]: taken });
        continue;
      }
    }
    left.push(...(heading ? [heading] : []), ...content);
  }
  return { blocks: left, fields, offers };
}

/** A line in bold that is the name of a section is its heading. */
function toHeading(block: RootContent): RootContent {
  const [only, ...others] = block.type === 'paragraph' ? block.children : [];
  if (only?.type !== 'strong' || others.length > 0 || !findSectionMeaning(textOf(only))) return block;
  return { type: 'heading', depth: 3, children: only.children };
}

interface BodySection {
  readonly heading: Heading | undefined;
  readonly content: RootContent[];
  /** Returns whether no deeper heading follows, so that the section has no subsections. */
  isWhole: boolean;
}

function splitIntoSections(blocks: readonly RootContent[]): BodySection[] {
  const sections: BodySection[] = [{ heading: undefined, content: [], isWhole: true }];
  for (const block of blocks) {
    const last = sections.at(-1);
    if (block.type === 'heading') {
      if (last?.heading && block.depth > last.heading.depth) last.isWhole = false;
      sections.push({ heading: block, content: [], isWhole: true });
    } else last?.content.push(block);
  }
  return sections;
}

function extractValue(meaning: SectionMeaning, content: readonly RootContent[]): unknown {
  if (meaning === 'summary' || meaning === 'impact') {
    const texts = content.map((block) => (isPlainParagraph(block) ? toPlainText(block) : undefined));
    const text = texts.join(' ');
    const isShort = meaning === 'impact' || text.length <= MAX_SUMMARY_LENGTH;
    return texts.length > 0 && texts.every(Boolean) && isShort ? text : undefined;
  }
  const [list, ...others] = content;
  if (list?.type !== 'list' || others.length > 0 || list.children.length === 0) return undefined;
  const items = list.children.map((item) => parseItem(item, meaning === 'actions'));
  if (!items.every((item) => item !== undefined)) return undefined;
  if (meaning === 'actions')
    return items.map((item) => ({ text: item.text, type: 'unknown', status: item.status, ...item.ticket }));
  if (meaning === 'factors') return items.map(({ text }) => ({ text, category: 'unknown' }));
  if (meaning === 'mitigations')
    return items.map(({ text }) => ({ action: 'unknown', worked: 'unknown', text }));
  return items.map(({ text }) => text);
}

const PLAIN_NODE_TYPES = ['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'break'];

function isPlainParagraph(
  block: RootContent | ListItem['children'][number],
  alsoLinks = false,
): block is Paragraph {
  if (block.type !== 'paragraph') return false;
  let isPlain = true;
  visit(block, (node) => {
    const isAddress = node.type === 'link' && textOf(node) === node.url;
    isPlain &&=
      node === block ||
      PLAIN_NODE_TYPES.includes(node.type) ||
      isAddress ||
      (alsoLinks && node.type === 'link');
  });
  return isPlain && toPlainText(block) !== '';
}

/** The words of a paragraph on one line. */
function toPlainText(block: RootContent | ListItem['children'][number]): string {
  const parts: string[] = [];
  visit(block, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode') parts.push(node.value);
    if (node.type === 'break' || node.type === 'tableCell') parts.push(' ');
  });
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** One item as a line of text, with the one link that it may have; undefined where it says more. */
function parseItem(item: ListItem, mayLink: boolean) {
  const [paragraph, ...others] = item.children;
  if (!paragraph || others.length > 0 || !isPlainParagraph(paragraph, mayLink)) return undefined;
  const addresses: string[] = [];
  visit(paragraph, 'link', ({ url }) => {
    addresses.push(url);
  });
  if (mayLink && addresses.length > 1) return undefined;
  const status = typeof item.checked === 'boolean' ? (item.checked ? 'done' : 'open') : 'unknown';
  return { text: toPlainText(paragraph), status, ticket: addresses[0] ? { ticket: addresses[0] } : {} };
}

function createSuggestions(
  field: Suggestion['field'],
  heading: string,
  content: readonly RootContent[],
): Suggestion[] {
  const items = content.flatMap((block) => {
    if (block.type === 'list') return block.children.map((item) => toPlainText(item as never));
    if (block.type === 'table' && field === 'timeline') return formatRows(block);
    return [];
  });
  const offered = items.filter(Boolean).map((text) => (field === 'timeline' ? parseEvent(text) : { text }));
  return offered.length > 0 ? [{ field, heading, items: offered }] : [];
}

function formatRows(table: Table): string[] {
  return table.children.slice(1).map((row) =>
    row.children
      .map((cell) => toPlainText(cell as never))
      .filter(Boolean)
      .join(' - '),
  );
}

/** An item that begins with its time: "2018-03-10 09:30 UTC - the site is down". */
function parseEvent(text: string): { at?: string; text: string } {
  for (const { index, 0: mark } of text.matchAll(/\s*(?:[-–—|]|:(?!\d))\s+/g)) {
    const time = parseWrittenTime(text.slice(0, index).replace(/^\[|\]$/g, ''));
    if (time) return { at: time.edtf, text: time.isVerbatim ? text.slice(index + mark.length) : text };
    if (index > 40) break;
  }
  return { text };
}
