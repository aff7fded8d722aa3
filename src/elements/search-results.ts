/** Results as the options of a listbox, grouped as a responder needs them. All text goes in as text. */

import { describeValue } from '../knowledge/schema/labels.ts';
import type { Passage } from '../knowledge/search/passage.ts';
import type { ResultGroup, SearchResult } from '../knowledge/search/search-answer.ts';

/**
 * One group with its heading; every result, its checklist, and every section of it that matched is an option.
 *
 * @param best the best of all groups, which is said of it: groups stand in an order of their own
 */
export function createGroup(group: ResultGroup, prefix: string, best?: SearchResult): HTMLElement {
  const element = document.createElement('div');
  const heading = Object.assign(document.createElement('h2'), {
    id: `${prefix}-${group.id}`,
    textContent: group.title,
  });
  // A heading is not an option: readers hear the group's name from its label.
  heading.setAttribute('role', 'presentation');
  element.setAttribute('role', 'group');
  element.setAttribute('aria-labelledby', heading.id);
  element.append(heading, ...group.results.flatMap((result) => createResultOptions(result, result === best)));
  return element;
}

/** Puts options back that were shown already and are the same, so that a finger on one of them still meets it. */
export function reuseOptions(list: HTMLElement, shown: readonly HTMLElement[]): void {
  const textOfOption = (option: Element) => `${option.getAttribute('href')} ${option.innerHTML}`;
  const before = new Map(shown.map((option) => [textOfOption(option), option]));
  for (const option of list.querySelectorAll('[role="option"]')) {
    const same = before.get(textOfOption(option));
    if (same) option.replaceWith(same);
  }
}

function createResultOptions(result: SearchResult, isBest: boolean): HTMLAnchorElement[] {
  const about = [
    isBest && !result.isClosest ? 'Best match' : undefined,
    result.source,
    result.kind && describeValue(result.kind),
    result.date,
    result.severity && result.severity !== 'unknown' ? result.severity.replace('sev', 'SEV ') : undefined,
    result.isClosest ? 'holds only part of it' : undefined,
  ].filter((fact) => fact !== undefined && fact !== '');
  // The best passage of the page is that of a section as a rule; once is enough.
  const isRepeated = result.sections.some(
    ({ passage }) => getPassageText(passage) === getPassageText(result.passage),
  );
  const own = createOption(result.title, result.href, 'result', [
    ...(about.length > 0 ? [createLine('result-about', about.join(' · '))] : []),
    ...(isRepeated ? [] : [createPassageLine(result.passage)]),
    ...(result.worked ? [createLine('result-worked', `What worked: ${result.worked}`)] : []),
  ]);
  const sections = result.sections.map((section) =>
    createOption(section.title, section.href, 'result result-inner', [createPassageLine(section.passage)]),
  );
  const checklist = result.checklist
    ? [createOption('Printable checklist', result.checklist, 'result result-checklist', [])]
    : [];
  return [own, ...checklist, ...sections];
}

function createOption(
  title: string,
  href: string,
  className: string,
  lines: HTMLElement[],
): HTMLAnchorElement {
  const element = Object.assign(document.createElement('a'), { href, className, tabIndex: -1 });
  element.setAttribute('role', 'option');
  element.setAttribute('aria-selected', 'false');
  element.append(createLine('result-title', title), ...lines);
  return element;
}

function createLine(className: string, text: string): HTMLSpanElement {
  return Object.assign(document.createElement('span'), { className, textContent: text });
}

function createPassageLine(passage: Passage): HTMLSpanElement {
  const element = createLine('result-passage', '');
  for (const { text, marked } of passage) {
    element.append(marked ? Object.assign(document.createElement('mark'), { textContent: text }) : text);
  }
  return element;
}

function getPassageText(passage: Passage): string {
  return passage.map(({ text }) => text).join('');
}
