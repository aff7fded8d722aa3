/** Notices about how a query was understood, and the list of recognised log lines. */
import type { SearchAnswer } from '../knowledge/search/search-answer.ts';
import { stem } from '../knowledge/search/stem.ts';

/**
 * Returns what was changed in the query, with a way to undo it. It is shown above the results.
 *
 * @param literal words whose correction was undone
 * @param undo searches again with these words as typed
 */
export function createCorrectionNotices(
  answer: SearchAnswer,
  literal: ReadonlySet<string>,
  undo: (words: string[]) => void,
): HTMLElement[] {
  const lines: HTMLElement[] = [];
  if (literal.size > 0)
    lines.push(createParagraph(['Searched exactly as typed: ', createStrong([...literal].join(', ')), '.']));
  if (answer.corrections.length > 0) {
    const meant = answer.corrections.map((correction) => correction.meant).join(', ');
    const typed = answer.corrections.map((correction) => correction.typed);
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      textContent: `Search for ${typed.map((word) => `“${word}”`).join(', ')} instead`,
    });
    button.append(
      Object.assign(document.createElement('span'), { className: 'key', textContent: ' (Shift+Enter)' }),
    );
    button.addEventListener('click', () => undo(typed));
    lines.push(createParagraph(['Showing results for ', createStrong(meant), '. ', button]));
  }
  lines.push(...createOtherWords(answer));
  return lines.map((element) => Object.assign(element, { className: 'small' }));
}

const MAX_OTHER_WORDS = 4;
const MAX_NAMES = 3;

/** Returns the words that postmortems use for those in another language and for everyday words, in one line. */
function createOtherWords({ inOtherWords, lines }: SearchAnswer): HTMLElement[] {
  if (inOtherWords.length === 0 || lines.length > 0) return [];
  const parts = inOtherWords.slice(0, MAX_OTHER_WORDS).flatMap(({ typed, names }, index) => {
    const shown = removeInflections(names).slice(0, MAX_NAMES).join(', ');
    return [index === 0 ? 'In other words: ' : '; ', `${typed} → `, createStrong(shown)];
  });
  return [createParagraph([...parts, '.'])];
}

/** Returns what else was searched for, and what no page contains. It is shown below the results. */
export function createQueryNotices(answer: SearchAnswer): HTMLElement[] {
  const lines: HTMLElement[] = [];
  // For a log, the list of recognised lines is shown instead.
  const otherNames = answer.lines.length === 0 ? listOtherNames(answer) : [];
  if (otherNames.length > 0) lines.push(createParagraph([`Also searched for: ${otherNames.join(', ')}.`]));
  if (answer.unknown.length > 0 && !answer.isLog) {
    lines.push(createParagraph(['No page contains ', createStrong(answer.unknown.join(', ')), '.']));
  }
  return lines.map((element) => Object.assign(element, { className: 'small soft' }));
}

/** Returns the recognised lines of a log as a list; nothing for a query that is not a log. */
export function createRecognisedList({ lines, isLog }: Pick<SearchAnswer, 'lines' | 'isLog'>): HTMLElement[] {
  if (!isLog) return [];
  if (lines.length === 0)
    return [createParagraph(['No known errors in this log. Searched for its words instead.'])];
  const list = document.createElement('ul');
  list.className = 'plain-list';
  for (const { text, number, errors, signals } of lines) {
    const item = document.createElement('li');
    item.append(
      `Line ${number}: `,
      Object.assign(document.createElement('code'), { textContent: text.slice(0, 160) }),
    );
    if (errors.length > 0) item.append(' means ', createStrong(errors.join('; ')));
    for (const [index, { signal, title, href }] of signals.entries()) {
      const link = Object.assign(document.createElement('a'), { href, textContent: title });
      item.append(index + errors.length > 0 ? '; ' : ' is ', `similar to “${signal}” in `, link);
    }
    list.append(item);
  }
  return [createParagraph(['Recognised in this log:']), list];
}

function createParagraph(parts: (string | HTMLElement)[]): HTMLElement {
  const element = document.createElement('p');
  element.append(...parts);
  return element;
}

function createStrong(text: string): HTMLElement {
  return Object.assign(document.createElement('strong'), { textContent: text });
}

/** Returns some of the other names that were searched for, without those that are shown as corrections. */
function listOtherNames({ expansions, corrections }: SearchAnswer): string[] {
  const corrected = new Set(corrections.map(({ meant }) => meant.toLowerCase()));
  const names = expansions.slice(0, 3).flatMap((expansion) => removeInflections(expansion.names).slice(0, 4));
  return [...new Set(names)].filter((name) => !corrected.has(name.toLowerCase()));
}

/** Keeps the first of several forms of a word: "crash" covers "crashed" and "crashes". */
function removeInflections(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.split(' ').map(stem).join(' ');
    return !seen.has(key) && seen.add(key);
  });
}
