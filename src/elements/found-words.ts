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
  for (const nodes of listTexts(root)) {
    if (ranges.length >= MAX_MARKS) break;
    const text = nodes.map(({ data }) => data).join('');
    for (const { index, 0: found } of text.matchAll(pattern)) {
      const range = document.createRange();
      range.setStart(...findPoint(nodes, index));
      range.setEnd(...findPoint(nodes, index + found.length));
      if (range.getClientRects().length > 0) ranges.push(range);
    }
  }
  return ranges;
}

/** Lists the texts of an element. The parts of a block of code are one text, whatever their colours. */
function* listTexts(root: HTMLElement): Generator<Text[]> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let texts: Text[] = [];
  let block: Element | null = null;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const code: Element | null = node.parentElement?.closest('pre') ?? null;
    if (texts.length > 0 && (!code || code !== block)) {
      yield texts;
      texts = [];
    }
    texts.push(node);
    block = code;
  }
  if (texts.length > 0) yield texts;
}

/** Returns the text node that contains the character before `offset`, or the first one, and the offset in it. */
function findPoint(nodes: readonly Text[], offset: number): [node: Text, offset: number] {
  let rest = offset;
  for (const node of nodes) {
    if (rest <= node.length) return [node, rest];
    rest -= node.length;
  }
  throw new RangeError(`There is no character ${offset}`);
}

function isInView(range: Range): boolean {
  const { top, bottom } = range.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
