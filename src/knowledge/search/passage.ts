/** The part of a page's text that shows best why it was found, with the words that matched marked. */
import type { Page } from './search-engine.ts';

/** Text in pieces, those that matched marked. */
export type Passage = readonly { readonly text: string; readonly marked: boolean }[];

export interface SectionPassage {
  readonly title: string;
  readonly anchor: string;
  readonly passage: Passage;
}

type PageText = Pick<Page, 'words' | 'anchors' | 'title'>;

const WINDOW_WORDS = 26;
const MAX_SECTIONS = 3;

/** The window of the text that holds the most matches; its beginning where nothing matched. */
export function findBestPassage({ words, title }: PageText, locations: readonly number[]): Passage {
  // The text begins with the title, which is shown above it.
  const start = Math.min(words.length, countWords(title));
  return cutPassage(words, locations, start, words.length);
}

function countWords(text: string): number {
  return text.trim().split(/\s+/).length;
}

/** The sections that hold the most matches, each with its best passage, in the order of the page. */
export function findSectionPassages(
  { words, anchors }: Pick<PageText, 'words' | 'anchors'>,
  locations: readonly number[],
): SectionPassage[] {
  const sections = anchors.map(({ at, anchor, title }, index) => {
    const end = anchors[index + 1]?.at ?? words.length;
    const inside = [...new Set(locations)].filter((place) => place >= at && place < end);
    return { at, end, anchor, title, inside };
  });
  return sections
    .filter(({ anchor, inside }) => anchor && inside.length > 0)
    .sort((a, b) => b.inside.length - a.inside.length)
    .slice(0, MAX_SECTIONS)
    .sort((a, b) => a.at - b.at)
    .map(({ at, end, anchor, title, inside }) => {
      // The heading itself is shown as the title.
      const start = Math.min(end, at + countWords(title));
      return { title, anchor, passage: cutPassage(words, inside, start, end) };
    });
}

function cutPassage(
  words: readonly string[],
  locations: readonly number[],
  from: number,
  to: number,
): Passage {
  const places = [...new Set(locations)].filter((place) => place >= from && place < to).sort((a, b) => a - b);
  const start = findWindowStart(places, from, to);
  const end = Math.min(to, start + WINDOW_WORDS);
  const pieces = markPieces(words.slice(start, end), new Set(places.map((place) => place - start)));
  if (start > from) pieces.unshift({ text: '… ', marked: false });
  if (end < to) pieces.push({ text: ' …', marked: false });
  return pieces;
}

/** Neighbours that are alike are one piece; the spaces between pieces belong to those that are not marked. */
function markPieces(
  words: readonly string[],
  marked: ReadonlySet<number>,
): { text: string; marked: boolean }[] {
  const pieces: { text: string; marked: boolean }[] = [];
  for (const [at, text] of words.entries()) {
    const isMarked = marked.has(at);
    const last = pieces.at(-1);
    if (last?.marked === isMarked) {
      last.text += ` ${text}`;
      continue;
    }
    if (last && !last.marked) last.text += ' ';
    pieces.push({ text: last?.marked ? ` ${text}` : text, marked: isMarked });
  }
  return pieces;
}

/** Where a window begins that holds the most places, with a few words before the first of them. */
function findWindowStart(places: readonly number[], from: number, to: number): number {
  let best = { first: from, count: 0 };
  for (const [index, first] of places.entries()) {
    const count = places.slice(index).filter((place) => place < first + WINDOW_WORDS - 4).length;
    if (count > best.count) best = { first, count };
  }
  return Math.max(from, Math.min(best.first - 4, to - WINDOW_WORDS));
}
