/** Makes sections of what is one: names in bold, the points of one list, and headings at any depth. */
import type { Heading, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from '../source/mdx/visit.ts';
import { isNamedLevel } from './fact-labels.ts';
import { splitLines } from './paragraph-lines.ts';
import { findSectionMeaning } from './section-headings.ts';

/**
 * Turns names of sections in bold, alone or before their text, and plain ones before a list or a table, into headings
 * below the heading before them.
 */
export function addHeadings(blocks: readonly RootContent[]): RootContent[] {
  const arranged: RootContent[] = [];
  const boldNames = blocks.filter(isBoldName);
  const known = boldNames.filter((block) => findSectionMeaning(textOf(block)) !== undefined);
  // On a page whose headings are in bold, each name in bold is one.
  const names = new Set<RootContent>(known.length > 1 ? boldNames : []);
  let depth = 1;
  for (const [at, block] of blocks.entries()) {
    if (block.type === 'heading') depth = block.depth;
    const next = blocks[at + 1]?.type;
    const isBeforeItems = next === 'list' || next === 'table';
    const sections =
      isBeforeItems && isPlainName(block)
        ? createSection({ name: block.children, rest: [] }, [], depth + 1)
        : names.has(block)
          ? createSection(
              { name: (block as Paragraph).children.flatMap(withoutMark), rest: [] },
              [],
              depth + 1,
            )
          : toSections(block, depth + 1);
    arranged.push(...(sections ?? [block]));
  }
  return arranged;
}

const MAX_NAME_LENGTH = 60;

/** Returns whether a paragraph is nothing but a few words in bold that are not a sentence. */
function isBoldName(block: RootContent): boolean {
  if (block.type !== 'paragraph') return false;
  const [only, ...others] = block.children;
  const words = textOf(block).trim();
  return (
    only?.type === 'strong' &&
    others.length === 0 &&
    words.length <= MAX_NAME_LENGTH &&
    !/[.!。]$/.test(words) &&
    !isNamedLevel(words)
  );
}

function withoutMark(node: PhrasingContent): PhrasingContent[] {
  return node.type === 'strong' ? node.children : [node];
}

/** Returns whether a paragraph is nothing but a name that templates give to a section: "Timeline:". */
function isPlainName(block: RootContent): block is Paragraph {
  if (block.type !== 'paragraph') return false;
  const [only, ...others] = block.children;
  return only?.type === 'text' && others.length === 0 && findSectionMeaning(only.value) !== undefined;
}

function toSections(block: RootContent, depth: number): RootContent[] | undefined {
  if (block.type === 'paragraph') {
    const lines = splitLines(block.children);
    const starts = lines.filter(([first]) => first?.type === 'strong').length;
    // Several lines that start in bold are facts, unless each of them is a section.
    const parts = starts > 1 ? lines : [block.children];
    const named = parts.map((line) => splitBoldName(line));
    const isKnown = named.every((part) => part && findSectionMeaning(getText(part.name)));
    return isKnown ? named.flatMap((part) => (part ? createSection(part, [], depth) : [])) : undefined;
  }
  if (block.type !== 'list') return undefined;
  const items = block.children.map((item) => {
    const [first, ...others] = item.children;
    const named = first?.type === 'paragraph' ? splitBoldName(first.children) : undefined;
    return { item, named, others };
  });
  const known = items.filter(({ named }) => named && findSectionMeaning(getText(named.name)));
  if (known.length < 2 || items.some(({ named }) => !named)) return undefined;
  return items.flatMap(({ named, others }) => (named ? createSection(named, others, depth) : []));
}

interface BoldName {
  readonly name: readonly PhrasingContent[];
  readonly rest: PhrasingContent[];
}

/** Splits `**Impact**: all users` and `**Impact:** all users`; undefined if nothing marks the bold words as a name. */
function splitBoldName([first, ...rest]: readonly PhrasingContent[]): BoldName | undefined {
  if (first?.type !== 'strong') return undefined;
  if (isNamedLevel(textOf(first))) return undefined;
  const [next, ...others] = rest;
  const isEnded = /[:：?？]\s*$/.test(textOf(first));
  if (next === undefined) return { name: first.children, rest: [] };
  if (next.type !== 'text') return isEnded ? { name: first.children, rest } : undefined;
  const [mark] = /^\s*(?:[:：]|\s[-–—]\s)?\s*/.exec(next.value) ?? [''];
  if (!isEnded && !/[:：–—-]/.test(mark)) return undefined;
  const value = next.value.slice(mark.length);
  return { name: first.children, rest: [...(value ? [{ ...next, value }] : []), ...others] };
}

function createSection(
  { name, rest }: BoldName,
  blocks: readonly ListItem['children'][number][],
  depth: number,
): RootContent[] {
  const heading: Heading = {
    type: 'heading',
    depth: Math.min(6, depth) as Heading['depth'],
    children: withoutColon(name),
  };
  const paragraph = getText(rest).trim() || rest.some(({ type }) => type === 'image');
  return [heading, ...(paragraph ? [{ type: 'paragraph' as const, children: rest }] : []), ...blocks];
}

function getText(nodes: readonly PhrasingContent[]): string {
  return textOf({ type: 'paragraph', children: [...nodes] });
}

function withoutColon(name: readonly PhrasingContent[]): PhrasingContent[] {
  return name.map((node, index) =>
    index === name.length - 1 && node.type === 'text'
      ? { ...node, value: node.value.replace(/\s*[:：]\s*$/, '') }
      : node,
  );
}

/** Counts the levels of headings from 2, without gaps: the page's title is the only one of the first. */
export function arrangeLevels(blocks: readonly RootContent[]): void {
  let open: number[] = [];
  for (const block of blocks) {
    if (block.type === 'heading') {
      const { depth } = block;
      open = [...open.filter((outer) => outer < depth), depth];
      block.depth = Math.min(6, open.length + 1) as Heading['depth'];
      continue;
    }
    // In a quotation or an item.
    visit(block, 'heading', (heading) => {
      heading.depth = Math.min(6, Math.max(heading.depth, open.length + 2)) as Heading['depth'];
    });
  }
}
