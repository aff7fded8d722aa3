/** A search document as the text that every engine reads: blocks in the order of the page. */

import type { Page } from './engine.ts';
import type { SearchDocument } from './search-document.ts';

export interface Block {
  readonly type: 'title' | 'heading' | 'text';
  readonly text: string;
  /** How much a word in it counts beside one in the running text. */
  readonly weight: number;
  /** Where a heading's section begins on the page. */
  readonly anchor?: string;
}

const WEIGHT = { title: 7, names: 5, signals: 5, summary: 3, text: 1, asides: 0.3 };

export function blocksOf(document: SearchDocument): Block[] {
  const { title, summary, aliases, misspellings, signals, sections, owners = [] } = document;
  const text = (lines: readonly string[], weight: number): Block[] =>
    lines.filter((line) => line.trim() !== '').map((line) => ({ type: 'text', text: line, weight }));
  const heading = (line: string, anchor: string): Block[] =>
    line ? [{ type: 'heading', text: line, weight: WEIGHT.text, ...(anchor ? { anchor } : {}) }] : [];
  return [
    { type: 'title', text: title, weight: WEIGHT.title },
    ...text([summary], WEIGHT.summary),
    ...text(aliases, WEIGHT.names),
    ...text(misspellings, WEIGHT.text),
    ...text(owners, WEIGHT.asides),
    ...(signals.length > 0 ? heading('What was seen', 'signals') : []),
    ...text(signals, WEIGHT.signals),
    ...sections.flatMap((section) => [
      ...heading(section.title, section.anchor),
      ...text(section.text.split('\n'), WEIGHT.text),
      ...text(section.asides ?? [], WEIGHT.asides),
    ]),
  ];
}

/** The same text word by word, with the places where its sections begin. */
export function wordsOf(document: SearchDocument): Pick<Page, 'words' | 'anchors'> {
  const words: string[] = [];
  const anchors: Page['anchors'][number][] = [];
  for (const { type, text, anchor } of blocksOf(document)) {
    if (type === 'heading' && anchor) anchors.push({ at: words.length, anchor, title: text });
    // As Pagefind does it: a block ends like a sentence.
    const sentence = /[.!?:;,]$/.test(text.trimEnd()) ? text : `${text.trimEnd()}.`;
    words.push(...sentence.split(/\s+/).filter(Boolean));
  }
  return { words, anchors };
}
