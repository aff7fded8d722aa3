/** The words of blocks, for fields of one line: without what is struck out, and with a sign between lines. */
import type { ListItem, Paragraph, PhrasingContent, RootContent, TableCell } from 'mdast';
import { SKIP, visit } from '../source/mdx/visit.ts';
import { readStatus } from './action-status.ts';

export type AnyBlock = RootContent | ListItem | TableCell;

/** Marks a link or words that are made from a picture. */
export interface PictureData {
  readonly isPicture?: true;
}

/** Returns the words of a block on one line. Items and paragraphs below it follow after a semicolon. */
export function toPlainWords(block: AnyBlock): string {
  let words = '';
  visit(block as RootContent, (node, index, parent) => {
    if (node.type === 'delete' || node.type === 'image' || isPicture(node)) return SKIP;
    if (node !== block && startsLine(node.type) && parent !== undefined) words = endLine(words);
    if (node.type === 'text') words += readText(node.value, parent?.children[(index ?? 0) - 1]?.type);
    if (node.type === 'inlineCode' || node.type === 'code') words += node.value;
    if (node.type === 'break' || node.type === 'tableCell') words += ' ';
    return undefined;
  });
  return words.replace(/\s+/g, ' ').trim();
}

/** In "~~Buy a host~~ (declined)", the status is that of the struck words. */
function readText(text: string, typeBefore: string | undefined): string {
  const [brackets = '', status = ''] = /^\s*\(([^()]*)\)/.exec(text) ?? [];
  return typeBefore === 'delete' && readStatus(status) !== 'unknown' ? text.slice(brackets.length) : text;
}

function startsLine(type: string): boolean {
  return ['paragraph', 'listItem', 'code', 'heading', 'tableRow'].includes(type);
}

function endLine(words: string): string {
  const text = words.trimEnd();
  if (text === '') return '';
  return /[.,;:!?…。：；]$/.test(text) ? `${text} ` : `${text}; `;
}

export function isPicture(node: object): boolean {
  return 'data' in node && (node.data as PictureData | undefined)?.isPicture === true;
}

/** Returns whether something in a block is struck out. */
export function hasStruckWords(block: AnyBlock): boolean {
  let found = false;
  visit(block as RootContent, 'delete', () => {
    found = true;
  });
  return found;
}

const PLAIN_NODE_TYPES = ['text', 'emphasis', 'strong', 'inlineCode', 'break'];

/** Returns whether a field can contain all that a paragraph says: words, code and addresses. */
export function isPlainParagraph(block: AnyBlock, alsoLinks = false): block is Paragraph {
  if (block.type !== 'paragraph') return false;
  let isPlain = true;
  visit(block, (node) => {
    if (isPicture(node)) isPlain = false;
    const isAddress = node.type === 'link' && getOnlyText(node.children) === node.url;
    isPlain &&=
      node === block ||
      PLAIN_NODE_TYPES.includes(node.type) ||
      isAddress ||
      (alsoLinks && node.type === 'link');
  });
  return isPlain && toPlainWords(block) !== '';
}

function getOnlyText([only, ...others]: readonly PhrasingContent[]): string | undefined {
  return only?.type === 'text' && others.length === 0 ? only.value : undefined;
}

/** Matches what authors and forms write if there is nothing yet. */
const PLACEHOLDER =
  /^[\s_*([<{"'–—-]*(?:n\/?a|n\.a\.|not applicable|tbd|tba|tbc|todo|to ?do|to be (?:done|determined|decided|written|filled(?: in)?|confirmed|added|defined)|fill (?:me |this )?in|skipped(?:[,;:] ?see [^.]{1,40})?|(?:same )?(?:see|as) (?:above|below|root causes?|summary|timeline|impact)|siehe (?:oben|unten)|voir (?:ci-dessus|plus haut)|ver (?:arriba|acima)|同上|no response|unknown|not known|keine angabe|entfällt|néant|à compléter|por definir|a definir|n\/d|未定|なし|\?+|\.{2,}|…|x{2,}|[-–—]+)[\s_*)\]>}."'-]*$/i;

/** Returns whether a text is a gap: "N/A", "TBD", "_No response_". */
export function isPlaceholder(text: string): boolean {
  return text.trim() === '' || PLACEHOLDER.test(text.trim());
}
