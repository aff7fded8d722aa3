/** Finds the part of a page's text that best shows why the page matches, with the matching words marked. */
import { getGapAfter, isMostlyCjk, removeJoint } from './cjk.ts';
import type { Page } from './search-engine.ts';
import { toIndexedText } from './text-blocks.ts';

export type Passage = readonly { readonly text: string; readonly marked: boolean }[];

export interface SectionPassage {
  readonly title: string;
  readonly anchor: string;
  readonly passage: Passage;
}

type PageText = Pick<Page, 'words' | 'anchors' | 'title'>;

const WINDOW_WORDS = 26;
/** In Chinese, Japanese and Korean text, whose letters count as words. */
const WINDOW_LETTERS = 60;
const MAX_SECTIONS = 3;

/** Returns the part of the text with the most matches, or its beginning if nothing matches. */
export function findBestPassage({ words, title }: PageText, locations: readonly number[]): Passage {
  // The text starts with the title, which is shown above the passage.
  const start = Math.min(words.length, countWords(title));
  return cutPassage(words, locations, start, words.length);
}

function countWords(text: string): number {
  return toIndexedText(text).trim().split(/\s+/).length;
}

/** Returns the sections with the most matches, each with its best passage, in the order of the page. */
export function findSectionPassages(
  { words, anchors }: Pick<PageText, 'words' | 'anchors'>,
  locations: readonly number[],
): SectionPassage[] {
  const sections = anchors.map(({ at, anchor, title }, index) => {
    const end = anchors[index + 1]?.at ?? words.length;
    const matches = [...new Set(locations)].filter((place) => place >= at && place < end);
    return { at, end, anchor, title, matches };
  });
  return sections
    .filter(({ anchor, matches }) => anchor && matches.length > 0)
    .sort((a, b) => b.matches.length - a.matches.length)
    .slice(0, MAX_SECTIONS)
    .sort((a, b) => a.at - b.at)
    .map(({ at, end, anchor, title, matches }) => {
      // The heading is shown as the title.
      const start = Math.min(end, at + countWords(title));
      return { title, anchor, passage: cutPassage(words, matches, start, end) };
    });
}

function cutPassage(
  words: readonly string[],
  locations: readonly number[],
  from: number,
  to: number,
): Passage {
  const places = [...new Set(locations)].filter((place) => place >= from && place < to).sort((a, b) => a - b);
  const size = isMostlyCjk(words.slice(from, to)) ? WINDOW_LETTERS : WINDOW_WORDS;
  const start = findWindowStart(places, { from, to, size });
  const end = Math.min(to, start + size);
  const pieces = markPieces(words.slice(start, end), new Set(places.map((place) => place - start)));
  if (start > from) pieces.unshift({ text: '… ', marked: false });
  if (end < to) pieces.push({ text: ' …', marked: false });
  return pieces;
}

/** Joins marked words, and unmarked ones, into pieces. The spaces between pieces are in the unmarked ones. */
function markPieces(
  words: readonly string[],
  marked: ReadonlySet<number>,
): { text: string; marked: boolean }[] {
  const pieces: { text: string; marked: boolean }[] = [];
  for (const [at, word] of words.entries()) {
    const text = removeJoint(word);
    const gap = getGapAfter(words[at - 1] ?? '');
    const isMarked = marked.has(at);
    const last = pieces.at(-1);
    if (last?.marked === isMarked) {
      last.text += gap + text;
      continue;
    }
    if (last && !last.marked) last.text += gap;
    pieces.push({ text: last?.marked ? gap + text : text, marked: isMarked });
  }
  return pieces;
}

/** Returns the start of the window with the most matches, with a few words before the first match. */
function findWindowStart(
  places: readonly number[],
  { from, to, size }: { from: number; to: number; size: number },
): number {
  let best = { first: from, count: 0 };
  for (const [index, first] of places.entries()) {
    const count = places.slice(index).filter((place) => place < first + size - 4).length;
    if (count > best.count) best = { first, count };
  }
  return Math.max(from, Math.min(best.first - 4, to - size));
}
