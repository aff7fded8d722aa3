/** HTML as Markdown's tree. What Markdown has no sign for keeps its words. */
import type { Element, Nodes as HastNodes, Root as HastRoot } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { raw } from 'hast-util-raw';
import { defaultHandlers, type Handle, toMdast } from 'hast-util-to-mdast';
import type { BlockContent, Root, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { CONTINUE, visit } from 'unist-util-visit';
import { findNodeAtDepth } from '../source/mdx/nesting-limits.ts';
import { convertStorageFormat, prepareStorageFormat } from './confluence-storage.ts';
import { nestLists } from './html-lists.ts';
import { formatSubscript, formatSuperscript } from './html-scripts.ts';
import { applyStyles } from './html-styles.ts';
import { arrangeTables, countTableCells } from './html-tables.ts';
import { formatNestingError, MAX_SOURCE_NESTING, UnreadableSourceError } from './source-document.ts';

/**
 * Parses a page. Any text is a page to a browser.
 *
 * @throws an UnreadableSourceError if it is nested too deeply, or has a long row of empty elements or a huge table
 */
export function parseHtml(html: string): HastRoot {
  try {
    const tree = fromHtml(prepareStorageFormat(html));
    checkStructure(tree);
    return tree;
  } catch (error) {
    throw error instanceof RangeError ? new UnreadableSourceError(formatNestingError()) : error;
  }
}

/** Markdown has each cell of a table, also those that a wide or high cell covers. */
const MAX_TABLE_CELLS = 50_000;
/** The conversion compares each empty element with all that follow it. */
const MAX_EMPTY_ELEMENTS = 1_000;

function checkStructure(tree: HastRoot): void {
  if (findNodeAtDepth<HastNodes>(tree, MAX_SOURCE_NESTING))
    throw new UnreadableSourceError(formatNestingError());
  if (hasManyEmptyElements(tree).tooMany) {
    throw new UnreadableSourceError(
      `Unexpected number of empty elements in a row, expected at most ${MAX_EMPTY_ELEMENTS}`,
    );
  }
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'table' || countTableCells(node) <= MAX_TABLE_CELLS) return;
    throw new UnreadableSourceError(`Unexpected size of a table, expected at most ${MAX_TABLE_CELLS} cells`);
  });
}

/** Looks for a long row of neighbours without text. */
function hasManyEmptyElements(node: HastNodes): { readonly isEmpty: boolean; readonly tooMany: boolean } {
  if (!('children' in node)) return { isEmpty: !('value' in node && node.value.trim()), tooMany: false };
  let count = 0;
  let isEmpty = true;
  for (const child of node.children) {
    const inner = hasManyEmptyElements(child);
    count = inner.isEmpty ? count + 1 : 0;
    if (!inner.isEmpty) isEmpty = false;
    if (inner.tooMany || count > MAX_EMPTY_ELEMENTS) return { isEmpty, tooMany: true };
  }
  return { isEmpty, tooMany: false };
}

/** @throws an UnreadableSourceError for the same pages as `parseHtml` */
export function htmlToMarkdown(tree: HastRoot): RootContent[] {
  checkStructure(tree);
  convertStorageFormat(tree);
  nestLists(tree);
  applyStyles(tree);
  arrangeTables(tree);
  visit(tree, 'element', (node, index, parent) => {
    keepHiddenText(node);
    if (node.tagName !== 'table' || !parent || index === undefined) return CONTINUE;
    const captions = extractCaptions(node);
    if (captions.length === 0) return CONTINUE;
    parent.children.splice(index, 0, ...(captions as never[]));
    return index + captions.length + 1;
  });
  const markdown = toMdast(tree, { document: true, handlers: HANDLERS }) as Root;
  visit(markdown, 'listItem', (item) => {
    const [first, ...others] = item.children;
    if (first?.type === 'paragraph' && others.every(({ type }) => type === 'list')) item.spread = false;
  });
  visit(markdown, 'list', (list) => {
    if (list.children.every(({ spread }) => !spread)) list.spread = false;
  });
  return markdown.children;
}

/** The elements that Markdown has no sign for, and that lose their meaning if only their words are kept. */
const HANDLERS: Record<string, Handle> = {
  sup: (state, node) => convertScript(state, node, formatSuperscript),
  sub: (state, node) => convertScript(state, node, formatSubscript),
  details: (state, node) => {
    const summary = node.children.find((child) => child.type === 'element' && child.tagName === 'summary');
    const rest = node.children.filter((child) => child !== summary);
    const content = state.toFlow(state.all({ ...node, children: rest })) as BlockContent[];
    const words = summary ? state.all(summary as Element) : [];
    const isFlow = words.some(({ type }) => ['paragraph', 'heading', 'list', 'blockquote'].includes(type));
    const title = isFlow
      ? (state.toFlow(words) as BlockContent[])
      : words.length > 0
        ? [
            {
              type: 'paragraph' as const,
              children: [{ type: 'strong' as const, children: words as never[] }],
            },
          ]
        : [];
    // A quotation ends where the part that can be collapsed ends. One with headings is a section of the page.
    const hasHeadings = content.some(({ type }) => type === 'heading');
    const body =
      hasHeadings || content.length === 0 ? content : [{ type: 'blockquote' as const, children: content }];
    return [...title, ...body];
  },
};

function convertScript(
  state: Parameters<Handle>[0],
  node: Element,
  format: (text: string) => string,
): ReturnType<Handle> {
  const [only, ...others] = node.children;
  if (only?.type !== 'text' || others.length > 0) return state.all(node) as ReturnType<Handle>;
  return { type: 'text', value: format(only.value) };
}

/** Puts the words of an element where the conversion sees them. */
function keepHiddenText(node: Element): void {
  if (DROPPED_ELEMENTS.includes(node.tagName)) node.tagName = 'div';
  if (node.tagName === 'template' && node.content) {
    node.tagName = 'div';
    node.children = node.content.children as Element['children'];
  }
  const hidden = TEXT_ATTRIBUTES[node.tagName];
  const words = hidden && node.properties[hidden];
  if (words && !getTextContent(node).includes(String(words))) {
    node.children.push({ type: 'text', value: ` (${String(words)})` });
  }
  if (node.tagName === 'a' && node.properties.href !== undefined) {
    node.properties.href = stripGoogleRedirect(String(node.properties.href));
  }
}

/** Takes the captions out of a table, as paragraphs. */
function extractCaptions(table: Element): Element[] {
  const captions = table.children.filter(
    (child): child is Element => child.type === 'element' && child.tagName === 'caption',
  );
  table.children = table.children.filter((child) => !captions.includes(child as Element));
  return captions.map((caption) => ({ ...caption, tagName: 'p' }));
}

/** Attributes that say what the words do not: `<time datetime="2018-03-10">Saturday</time>`. */
const TEXT_ATTRIBUTES: Record<string, string> = { abbr: 'title', time: 'dateTime' };

function getTextContent(element: Element): string {
  const parts: string[] = [];
  visit(element, 'text', ({ value }) => {
    parts.push(value);
  });
  return parts.join('');
}

/** Elements that the conversion leaves out although they can hold words. */
const DROPPED_ELEMENTS = ['dialog', 'math', 'svg', 'noembed', 'noframes', 'menuitem', 'element', 'content'];

/** Google Docs puts its own address before every address of a document. */
function stripGoogleRedirect(href: string): string {
  if (!/^https?:\/\/(?:www\.)?google\.com\/url\?/.test(href) || !URL.canParse(href)) return href;
  return new URL(href).searchParams.get('q') ?? href;
}

/**
 * Markdown with HTML in it as Markdown without. Tags that HTML does not have (`<ann example org>`, a component)
 * are text: as an element they would lose everything except the text between them.
 */
export function convertEmbeddedHtml(blocks: readonly RootContent[]): RootContent[] {
  const root: Root = { type: 'root', children: structuredClone([...blocks]) };
  visit(root, 'html', (node) => {
    node.value = node.value.replace(TAG_PATTERN, (tag, name: string) =>
      Object.hasOwn(defaultHandlers, name.toLowerCase()) ? tag : tag.replaceAll('<', '&lt;'),
    );
  });
  const tree = toHast(root, { allowDangerousHtml: true });
  return htmlToMarkdown(raw(tree as HastNodes) as HastRoot);
}

const TAG_PATTERN = /<\/?([A-Za-z][^\s/>]*)[^>]*>/g;
