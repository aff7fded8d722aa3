/** Finds the part of a page's text that best shows why the page matches, with the matching words marked. */
import { getGapAfter, isMostlyCjk, removeJoint } from './cjk.ts';
import type { Page } from './search-engine.ts';
import { toIndexedText, UNSHOWN_ANCHOR } from './text-blocks.ts';

export type Passage = readonly { readonly text: string; readonly marked: boolean }[];

export interface SectionPassage {
  readonly title: string;
  readonly anchor: string;
  readonly passage: Passage;
}

type PageText = Pick<Page, 'words' | 'anchors' | 'title'>;

/** About two lines on a desktop, and four on a phone. */
const MAX_WORDS = 30;
/** In Chinese, Japanese and Korean text, whose letters count as words. */
const MAX_LETTERS = 60;
/** Shown before the first match if its sentence is too long to show whole. */
const WORDS_BEFORE_MATCH = 4;
const MAX_SECTIONS = 3;

/** Returns the sentences with the most matches, or the beginning of the text if nothing matches. */
export function findBestPassage({ words, anchors, title }: PageText, locations: readonly number[]): Passage {
  // The text starts with the title, which is shown above the passage.
  const start = Math.min(words.length, countWords(title));
  const headings = new Set(anchors.map(({ at }) => at));
  return cutPassage(words, locations, start, findShownEnd({ words, anchors }), headings);
}

/** Returns the sections with the most matches, each with its best passage, in the order of the page. */
export function findSectionPassages(
  { words, anchors }: Pick<PageText, 'words' | 'anchors'>,
  locations: readonly number[],
): SectionPassage[] {
  const places = [...new Set(locations)];
  const sections = anchors.map(({ at, anchor, title }, index) => {
    const end = anchors[index + 1]?.at ?? words.length;
    const matches = places.filter((place) => place >= at && place < end);
    return { at, end, anchor, title, matches };
  });
  return sections
    .filter(({ anchor, matches }) => anchor && anchor !== UNSHOWN_ANCHOR && matches.length > 0)
    .sort((a, b) => b.matches.length - a.matches.length)
    .slice(0, MAX_SECTIONS)
    .sort((a, b) => a.at - b.at)
    .map(({ at, end, anchor, title, matches }) => {
      // The heading is shown as the title.
      const start = Math.min(end, at + countWords(title));
      return { title, anchor, passage: cutPassage(words, matches, start, end) };
    });
}

/** Returns the words of the page that matched, as the page writes them, each once and without punctuation. */
export function listMatchedWords(
  { words, anchors }: Pick<PageText, 'words' | 'anchors'>,
  locations: readonly number[],
): string[] {
  const end = findShownEnd({ words, anchors });
  const matched = locations
    .filter((place) => place < end)
    .map((place) => trimPunctuation(removeJoint(words[place] ?? '')).word.toLowerCase());
  return [...new Set(matched)].filter(Boolean);
}

function findShownEnd({ words, anchors }: Pick<PageText, 'words' | 'anchors'>): number {
  return anchors.find(({ anchor }) => anchor === UNSHOWN_ANCHOR)?.at ?? words.length;
}

function countWords(text: string): number {
  return toIndexedText(text).trim().split(/\s+/).length;
}

function cutPassage(
  words: readonly string[],
  locations: readonly number[],
  from: number,
  to: number,
  headings: ReadonlySet<number> = new Set(),
): Passage {
  const places = [...new Set(locations)].filter((place) => place >= from && place < to).sort((a, b) => a - b);
  const size = isMostlyCjk(words.slice(from, to)) ? MAX_LETTERS : MAX_WORDS;
  const { start, end, isCut } = findSentences(words, places, headings, { from, to, size });
  const pieces = markPieces(words.slice(start, end), new Set(places.map((place) => place - start)));
  if (isCut && start > from) pieces.unshift({ text: '… ', marked: false });
  if (isCut && end < to) pieces.push({ text: ' …', marked: false });
  return pieces;
}

/**
 * Returns the sentence with the most matches, with the sentences of its section around it that have room. A sentence
 * that is too long is cut around its matches.
 *
 * @param headings the places where sections begin
 */
function findSentences(
  words: readonly string[],
  places: readonly number[],
  headings: ReadonlySet<number>,
  { from, to, size }: { from: number; to: number; size: number },
): { start: number; end: number; isCut: boolean } {
  const sentences = splitSentences(words, from, to).map(({ start, end }) => ({
    start,
    end,
    matches: places.filter((place) => place >= start && place < end),
  }));
  const best = sentences.reduce(
    (index, { matches }, at) => (matches.length > (sentences[index]?.matches.length ?? 0) ? at : index),
    0,
  );
  const chosen = sentences[best] ?? { start: from, end: to, matches: [] };
  if (chosen.end - chosen.start > size) {
    const start = findWindowStart(chosen.matches, { from: chosen.start, to: chosen.end, size });
    return { start, end: Math.min(chosen.end, start + size), isCut: true };
  }
  let { start, end } = chosen;
  for (const previous of sentences.slice(0, best).reverse()) {
    if (headings.has(start) || previous.matches.length === 0 || end - previous.start > size) break;
    start = previous.start;
  }
  for (const next of sentences.slice(best + 1)) {
    if (headings.has(next.start) || next.end - start > size) break;
    end = next.end;
  }
  return { start, end, isCut: false };
}

function splitSentences(
  words: readonly string[],
  from: number,
  to: number,
): { start: number; end: number }[] {
  const sentences: { start: number; end: number }[] = [];
  let start = from;
  for (let at = from; at < to; at++) {
    if (at + 1 < to && !/[.!?。！？]["'”’»)\]\u2060]*$/.test(words[at] ?? '')) continue;
    sentences.push({ start, end: at + 1 });
    start = at + 1;
  }
  return sentences;
}

/** Returns the start of the window with the most matches, with a few words before the first match. */
function findWindowStart(
  places: readonly number[],
  { from, to, size }: { from: number; to: number; size: number },
): number {
  if (places.every((place) => place < from + size)) return from;
  let best = { first: from, count: 0 };
  for (const [index, first] of places.entries()) {
    const count = places.slice(index).filter((place) => place < first + size - WORDS_BEFORE_MATCH).length;
    if (count > best.count) best = { first, count };
  }
  return Math.max(from, Math.min(best.first - WORDS_BEFORE_MATCH, to - size));
}

/**
 * Joins marked words, and unmarked ones, into pieces. The spaces between pieces, and the punctuation around marked
 * words, are in the unmarked ones.
 */
function markPieces(
  words: readonly string[],
  marked: ReadonlySet<number>,
): { text: string; marked: boolean }[] {
  const pieces: { text: string; marked: boolean }[] = [];
  const add = (text: string, isMarked: boolean) => {
    const last = pieces.at(-1);
    if (!text) return;
    if (last?.marked === isMarked) last.text += text;
    else pieces.push({ text, marked: isMarked });
  };
  for (const [at, indexed] of words.entries()) {
    const text = removeJoint(indexed);
    const isMarked = marked.has(at);
    const { before, word, after } = isMarked ? trimPunctuation(text) : { before: text, word: '', after: '' };
    const isJoined = isMarked && marked.has(at - 1) && before === '' && pieces.at(-1)?.marked === true;
    if (at > 0) add(getGapAfter(words[at - 1] ?? ''), isJoined);
    add(before, false);
    add(word, true);
    add(after, false);
  }
  return pieces;
}

function trimPunctuation(text: string): { before: string; word: string; after: string } {
  const [, before = '', word = '', after = ''] =
    /^([^\p{L}\p{N}_$/@#-]*)(.*?)([^\p{L}\p{N}_+#%/]*)$/su.exec(text) ?? [];
  return word ? { before, word, after } : { before: '', word: text, after: '' };
}
