/** What was understood of a query, and which pasted lines were recognised as what. */
import type { SearchAnswer } from '../knowledge/search/search-answer.ts';
import { stem } from '../knowledge/search/stem.ts';

/**
 * @param literal words whose correction was undone
 * @param undo searches again, with these words as they were typed
 */
export function createQueryNotices(
  answer: SearchAnswer,
  literal: ReadonlySet<string>,
  undo: (words: string[]) => void,
): HTMLElement[] {
  const lines: HTMLElement[] = [];
  if (literal.size > 0)
    lines.push(createParagraph(['Searched as typed: ', createStrong([...literal].join(', ')), '.']));
  if (answer.corrections.length > 0) {
    const meant = answer.corrections.map((correction) => correction.meant).join(', ');
    const typed = answer.corrections.map((correction) => correction.typed);
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      textContent: `Search for ${typed.join(', ')} instead`,
    });
    button.append(
      Object.assign(document.createElement('span'), { className: 'key', textContent: ' (Shift Enter)' }),
    );
    button.addEventListener('click', () => undo(typed));
    lines.push(createParagraph(['Showing results for ', createStrong(meant), '. ', button]));
  }
  // Of a log, the lines that were recognised are shown instead.
  if (answer.expansions.length > 0 && answer.lines.length === 0) {
    const names = answer.expansions.map(
      ({ typed, names: others }) => `${typed}: ${removeInflections(others).slice(0, 4).join(', ')}`,
    );
    lines.push(createParagraph([`Searched too: ${names.slice(0, 3).join('; ')}`]));
  }
  if (answer.unknown.length > 0 && !answer.isLog) {
    lines.push(createParagraph(['No page holds ', createStrong(answer.unknown.join(', ')), '.']));
  }
  if (answer.isClosest && answer.total > 0) {
    lines.push(createParagraph(['No page holds all of it. These are the closest.']));
  }
  return lines.map((element) => Object.assign(element, { className: 'small' }));
}

/** The recognised lines as a list; empty where nothing was. */
export function createRecognisedList({ lines, isLog }: Pick<SearchAnswer, 'lines' | 'isLog'>): HTMLElement[] {
  if (!isLog) return [];
  if (lines.length === 0)
    return [createParagraph(['Read as log lines. None of them is known; its words are searched for.'])];
  const list = document.createElement('ul');
  list.className = 'plain-list';
  for (const { text, number, signatures, signals } of lines) {
    const item = document.createElement('li');
    item.append(
      `Line ${number}: `,
      Object.assign(document.createElement('code'), { textContent: text.slice(0, 160) }),
    );
    if (signatures.length > 0) item.append(' is known as ', createStrong(signatures.join(', ')));
    for (const { signal, title, href } of signals) {
      const link = Object.assign(document.createElement('a'), { href, textContent: title });
      item.append(signatures.length > 0 ? '; ' : ' ', `is like “${signal}” in `, link);
    }
    list.append(item);
  }
  return [createParagraph(['Read as log lines. Recognised:']), list];
}

function createParagraph(parts: (string | HTMLElement)[]): HTMLElement {
  const element = document.createElement('p');
  element.append(...parts);
  return element;
}

function createStrong(text: string): HTMLElement {
  return Object.assign(document.createElement('strong'), { textContent: text });
}

/** "crash" stands for "crashed" and "crashes" too. */
function removeInflections(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.split(' ').map(stem).join(' ');
    return !seen.has(key) && seen.add(key);
  });
}
