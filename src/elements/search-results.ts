/** Creates the options of the results' listbox. Content is inserted as text, never as HTML. */

import { describeKind } from '../knowledge/schema/labels.ts';
import { describeMark, type ProcedureMark } from '../knowledge/schema/procedure-marks.ts';
import type { Passage } from '../knowledge/search/passage.ts';
import type { ResultGroup, SearchResult } from '../knowledge/search/search-answer.ts';

/**
 * Creates a group with its heading. Every result, its checklist, and each of its matching sections is an option.
 *
 * @param best the best result of all groups, which is marked because the groups have a fixed order
 */
export function createGroup(group: ResultGroup, prefix: string, best?: SearchResult): HTMLElement {
  const element = document.createElement('div');
  const heading = Object.assign(document.createElement('h2'), {
    id: `${prefix}-${group.id}`,
    textContent: group.title,
  });
  // A listbox may not contain a heading. Screen readers get the group's name from its label.
  heading.setAttribute('role', 'presentation');
  element.setAttribute('role', 'group');
  element.setAttribute('aria-labelledby', heading.id);
  element.append(heading, ...group.results.flatMap((result) => createResultOptions(result, result === best)));
  return element;
}

/** Puts back unchanged options that were already shown, so that a tap that has started on one still opens it. */
export function reuseOptions(list: HTMLElement, shown: readonly HTMLElement[]): void {
  const getContent = (option: Element) => `${option.getAttribute('href')} ${option.innerHTML}`;
  const shownByContent = new Map(shown.map((option) => [getContent(option), option]));
  for (const option of list.querySelectorAll('[role="option"]')) {
    const same = shownByContent.get(getContent(option));
    if (same) option.replaceWith(same);
  }
}

function createResultOptions(result: SearchResult, isBest: boolean): HTMLAnchorElement[] {
  const marks = result.marks ?? [];
  const facts = [
    isBest && !result.isClosest && !marks.includes('outline') ? 'Best match' : undefined,
    result.source,
    result.kind && describeKind(result.kind),
    result.owner,
    result.date,
    result.severity && result.severity !== 'unknown' ? result.severity.replace('sev', 'SEV ') : undefined,
    result.isClosest ? 'partial match' : undefined,
  ].filter((fact): fact is string => fact !== undefined && fact !== '');
  // The best passage of the page is usually the passage of a section: it is shown only once.
  const isRepeated = result.sections.some(
    ({ passage }) => getPassageText(passage) === getPassageText(result.passage),
  );
  const own = createOption(result.title, result.href, 'result', [
    ...(facts.length > 0 ? [createAboutLine(facts, marks)] : []),
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

function createAboutLine(facts: readonly string[], marks: readonly ProcedureMark[]): HTMLSpanElement {
  const element = createLine('result-about', facts.join(' · '));
  for (const mark of marks) element.append(' ', createLine(`badge mark-${mark}`, describeMark(mark)));
  return element;
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
