/**
 * Marks the words that a search found on the page that it opens, and scrolls to the first one. The words pass through
 * the session storage, because pasted lines must not get into an address. The page's elements stay as they are: the
 * browser paints the marks (CSS Custom Highlight API).
 */

const STORAGE_KEY = 'hindsight-found';
const MAX_WORDS = 40;
const MAX_MARKS = 300;

/** Saves the words for the page at `href`. */
export function saveFoundWords(href: string, words: readonly string[]): void {
  try {
    const { pathname } = new URL(href, location.href);
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify({ pathname, words: words.slice(0, MAX_WORDS) }));
  } catch {
    // Storage is forbidden or full: the page opens without marks.
  }
}

/** Marks the words that were saved for this page. */
export function markFoundWords(root: HTMLElement): void {
  const words = readFoundWords();
  if (words.length === 0 || !('highlights' in CSS)) return;
  const ranges = findRanges(root, words);
  if (ranges.length === 0) return;
  CSS.highlights.set('found', new Highlight(...ranges));
  const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  const first = target
    ? ranges.find((range) => target.compareDocumentPosition(range.startContainer) & FOLLOWING_OR_INSIDE)
    : ranges[0];
  if (first && !isInView(first)) first.startContainer.parentElement?.scrollIntoView({ block: 'center' });
}

const FOLLOWING_OR_INSIDE = Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY;

function readFoundWords(): string[] {
  try {
    const saved = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? 'null');
    return saved?.pathname === location.pathname && Array.isArray(saved.words)
      ? saved.words.filter((word: unknown) => typeof word === 'string' && word)
      : [];
  } catch {
    return [];
  }
}

function findRanges(root: HTMLElement, words: readonly string[]): Range[] {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const ranges: Range[] = [];
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node && ranges.length < MAX_MARKS; node = texts.nextNode()) {
    for (const { index, 0: found } of (node.nodeValue ?? '').matchAll(pattern)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + found.length);
      if (range.getClientRects().length > 0) ranges.push(range);
    }
  }
  return ranges;
}

function isInView(range: Range): boolean {
  const { top, bottom } = range.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
