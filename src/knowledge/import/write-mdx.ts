/** A draft as the text of its file. */
import type { InlineCode, Link, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { mdxToMarkdown } from 'mdast-util-mdx';
import { defaultHandlers, type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';
import { Document, isNode, isScalar, isSeq, Scalar, visit as visitYaml } from 'yaml';
import { SKIP, visit } from '../source/mdx/visit.ts';
import type { Path } from '../source/yaml/yaml-source.ts';
import { isLinkable } from './linkable-address.ts';
import { linkifyText } from './text-blocks.ts';

const MAX_LINE_WIDTH = 110;

/** A comment after a value. */
export interface ValueComment {
  readonly path: Path;
  /** One line, without its `#`. */
  readonly text: string;
}

/**
 * YAML that every reader takes for the same: what an old one (YAML 1.1, js-yaml) would make a date, a number or
 * a truth value of is quoted.
 *
 * @param comment lines to write after the fields, without their `#`
 * @param remarks about values in the fields; those of a list that is not empty go below its last item
 */
export function formatFrontmatter(
  fields: object,
  comment: readonly string[] = [],
  remarks: readonly ValueComment[] = [],
): string {
  const document = new Document(fields, { compat: 'yaml-1.1', aliasDuplicateObjects: false });
  for (const { path, text } of remarks) {
    const node = document.getIn(path, true);
    if (!isNode(node)) throw new Error(`There is no value at ${path.join('.')} for the remark: ${text}`);
    // On the same line as its brackets.
    if (isSeq(node) && node.items.length === 0) node.flow = true;
    node.comment = node.comment ? `${node.comment}\n ${text}` : ` ${text}`;
  }
  visitYaml(document, {
    Scalar(key, node) {
      if (key === 'key' || !isScalar(node) || typeof node.value !== 'string') return;
      if (node.value.length > MAX_LINE_WIDTH - 20 && /^\S(?:[^\n]*\S)?$/.test(node.value)) {
        node.type = Scalar.BLOCK_FOLDED;
      }
    },
  });
  const yaml = document.toString({ lineWidth: MAX_LINE_WIDTH, flowCollectionPadding: false });
  return `---\n${yaml}${comment.map((line) => `# ${line}`.trimEnd()).join('\n')}${comment.length > 0 ? '\n' : ''}---\n`;
}

/** Matches an address on its own, with nothing in or after it that would make it longer or shorter. */
const BARE_URL = /^https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#][\w\-./%#?=&+:@,]*)?(?<=[\w/])$/i;

/** An address that is its own text is written once. */
const link: Handle = (node: Link, parent, state, info) => {
  const [only] = node.children;
  const isBare =
    node.children.length === 1 &&
    only?.type === 'text' &&
    only.value === node.url &&
    !node.title &&
    BARE_URL.test(node.url) &&
    /^[\s(]?$/.test(info.before) &&
    /^\s?$/.test(info.after);
  return isBare ? node.url : defaultHandlers.link(node, parent, state, info);
};

const MARKDOWN_OPTIONS: Options = {
  bullet: '-',
  emphasis: '_',
  rule: '-',
  fences: true,
  // An address in angle brackets is a tag to MDX.
  resourceLink: true,
  listItemIndent: 'one',
  handlers: { link },
  extensions: [
    // Not GFM's escapes of addresses: they change nothing, and hide what the check looks for.
    gfmFootnoteToMarkdown(),
    gfmStrikethroughToMarkdown(),
    gfmTableToMarkdown({ tablePipeAlign: false }),
    gfmTaskListItemToMarkdown(),
    mdxToMarkdown(),
    {
      unsafe: [
        // A line that begins with these words is code to MDX.
        { atBreak: true, character: 'i', after: 'mport ' },
        { atBreak: true, character: 'e', after: 'xport ' },
      ],
    },
  ],
};

/**
 * Writes an address that GFM found behind a letter (`東http://example.org`) as it was, so that its word is not split.
 * GFM finds none behind an ASCII letter.
 */
function joinGluedUrls(root: Root): void {
  visit(root, 'link', (node, index, parent) => {
    const before = parent?.children[(index ?? 0) - 1];
    if (!parent || index === undefined || before?.type !== 'text') return undefined;
    if (!/[\p{L}\p{N}]$/u.test(before.value) || !isLiteralUrl(node)) return undefined;
    before.value += node.url;
    const after = parent.children[index + 1];
    if (after?.type === 'text') before.value += after.value;
    parent.children.splice(index, after?.type === 'text' ? 2 : 1);
    return [SKIP, index];
  });
}

/** Returns whether a link was nothing but its address in the source, neither `[text](address)` nor `<address>`. */
function isLiteralUrl({ url, position }: Link): boolean {
  const { start, end } = position ?? {};
  return start?.offset !== undefined && end?.offset === start.offset + url.length;
}

/** An address that GFM may find in a text, escaped or not, with the letters that are glued to its start. */
const LITERAL_URL = /[\p{L}\p{N}]*?((?:https?:\/\/|www\.)\S+)/giu;

/** GFM takes an escape within an address for a part of it: `a\_b` would be another page, and `\<` would start a tag. */
const ESCAPED_CHARACTER = /[\\`*_~[\]{}<&]/;

/** Writes the addresses in a text as links or as code if GFM would read them in another way. */
function protectUrls(root: Root): void {
  visit(root, (node, index, parent) => {
    if (node.type === 'link') return SKIP;
    if (node.type !== 'text' || !parent || index === undefined) return undefined;
    const parts = splitAtUrls(node.value, continuesUrl(parent.children[index + 1]));
    if (parts.every(({ type }) => type === 'text')) return undefined;
    parent.children.splice(index, 1, ...(parts as never[]));
    return index + parts.length;
  });
}

/** Returns whether GFM may take what follows a text for more of the address at its end: `www.example.org[a](b)`. */
function continuesUrl(next: Nodes | undefined): boolean {
  return next !== undefined && next.type !== 'break' && next.type !== 'inlineCode';
}

function splitAtUrls(text: string, isContinued: boolean): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let from = 0;
  for (const { index: at, 0: piece, 1: address = '' } of text.matchAll(LITERAL_URL)) {
    const isWhole = at + piece.length < text.length || !isContinued;
    if (isWhole && isLinkable(address) && !ESCAPED_CHARACTER.test(address)) continue;
    const part = toUrlNode(piece, address);
    if (at > from) parts.push({ type: 'text', value: text.slice(from, at) });
    parts.push(part);
    from = at + (part.type === 'link' ? part.url.length : piece.length);
  }
  if (from < text.length) parts.push({ type: 'text', value: text.slice(from) });
  return parts;
}

/** Returns a link to an address that a page may link to, without its last punctuation; otherwise code. */
function toUrlNode(piece: string, address: string): Link | InlineCode {
  const [first] = piece === address && isLinkable(address) ? linkifyText(address) : [];
  return first?.type === 'link' ? first : { type: 'inlineCode', value: piece };
}

export function formatBody(blocks: readonly RootContent[]): string {
  const root: Root = { type: 'root', children: structuredClone([...blocks]) };
  joinGluedUrls(root);
  protectUrls(root);
  return toMarkdown(root, MARKDOWN_OPTIONS);
}
