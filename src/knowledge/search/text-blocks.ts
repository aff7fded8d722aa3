/** Turns a search document into the text that every engine reads: blocks in the order of the page. */

import type { SearchWeight } from '../schema/field.ts';
import { POSTMORTEM_SECTIONS } from '../schema/page-sections.ts';
import { foldWidth, separateCjk } from './cjk.ts';
import type { SearchDocument } from './search-document.ts';
import type { Page } from './search-engine.ts';

export interface TextBlock {
  readonly type: 'title' | 'heading' | 'text';
  readonly text: string;
  /** The weight of a word, compared with one in the running text. */
  readonly weight: number;
  /** The anchor of the heading's section, or `UNSHOWN_ANCHOR` at the start of the words that are only searched. */
  readonly anchor?: string;
}

/** Marks the place in the text of a page after which it has only names and misspellings, which no result shows. */
export const UNSHOWN_ANCHOR = 'unshown-words';

const BLOCK_WEIGHTS: Readonly<Record<SearchWeight, number>> = {
  title: 7,
  names: 5,
  signals: 5,
  everyday: 2,
  summary: 3,
  misspellings: 1,
  text: 1,
  asides: 0.3,
  owners: 0.3,
};

/** Returns a text as the engines index it: every Chinese, Japanese and Korean letter is a word. */
export function toIndexedText(text: string): string {
  return separateCjk(foldWidth(text));
}

export function toTextBlocks(document: SearchDocument): TextBlock[] {
  const {
    title,
    summary,
    aliases,
    misspellings,
    signals,
    everydayWords = [],
    sections,
    owners = [],
  } = document;
  const text = (lines: readonly string[], weight: number): TextBlock[] =>
    lines.filter((line) => line.trim() !== '').map((line) => ({ type: 'text', text: line, weight }));
  const heading = (line: string, anchor: string): TextBlock[] =>
    line ? [{ type: 'heading', text: line, weight: BLOCK_WEIGHTS.text, ...(anchor ? { anchor } : {}) }] : [];
  const [firstUnshown, ...otherUnshown] = [
    ...text(aliases, BLOCK_WEIGHTS.names),
    ...text(misspellings, BLOCK_WEIGHTS.misspellings),
    ...text(owners, BLOCK_WEIGHTS.owners),
  ];
  return [
    { type: 'title', text: title, weight: BLOCK_WEIGHTS.title },
    ...text([summary], BLOCK_WEIGHTS.summary),
    ...(signals.length + everydayWords.length > 0 ? heading(POSTMORTEM_SECTIONS.signals, 'signals') : []),
    ...text(signals, BLOCK_WEIGHTS.signals),
    ...text(everydayWords, BLOCK_WEIGHTS.everyday),
    ...sections.flatMap((section) => [
      ...heading(section.title, section.anchor),
      ...text(section.text.split('\n'), BLOCK_WEIGHTS.text),
      ...text(section.asides ?? [], BLOCK_WEIGHTS.asides),
    ]),
    ...(firstUnshown ? [{ ...firstUnshown, anchor: UNSHOWN_ANCHOR }, ...otherUnshown] : []),
  ];
}

/** Returns the same text word by word, with the places where its sections begin. */
export function toPageWords(document: SearchDocument): Pick<Page, 'words' | 'anchors'> {
  const words: string[] = [];
  const anchors: Page['anchors'][number][] = [];
  for (const { type, text, anchor } of toTextBlocks(document)) {
    if (anchor) anchors.push({ at: words.length, anchor, title: type === 'heading' ? text : '' });
    // Pagefind also ends each block like a sentence.
    const sentence = /[.!?:;,]$/.test(text.trimEnd()) ? text : `${text.trimEnd()}.`;
    words.push(...toIndexedText(sentence).split(/\s+/).filter(Boolean));
  }
  return { words, anchors };
}
