/** Creates the list of results: the best match first, then the others. Content is inserted as text, never as HTML. */

import { describeKind } from '../knowledge/schema/labels.ts';
import { describeMark, type ProcedureMark } from '../knowledge/schema/procedure-marks.ts';
import type { Passage } from '../knowledge/search/passage.ts';
import { describeOtherResults } from '../knowledge/search/result-heading.ts';
import type { SearchAnswer, SearchResult } from '../knowledge/search/search-answer.ts';

/** `links`: ordinary links that Tab reaches. `options`: the options of a listbox that the arrow keys move through. */
export type ResultForm = 'links' | 'options';

/** @returns the best match under its own heading, and the other results in the order of their scores */
export function createResultGroups(
  answer: Pick<SearchAnswer, 'results' | 'best' | 'isClosest'>,
  prefix: string,
  form: ResultForm,
): HTMLElement[] {
  const { results, best } = answer;
  const others = results.filter((result) => result !== best);
  const othersTitle = describeOtherResults(answer);
  return [
    ...(best ? [createGroup('Best match', [best], `${prefix}-best`, form)] : []),
    ...(others.length > 0 ? [createGroup(othersTitle, others, `${prefix}-others`, form)] : []),
  ];
}

function createGroup(
  title: string,
  results: readonly SearchResult[],
  id: string,
  form: ResultForm,
): HTMLElement {
  const element = document.createElement(form === 'links' ? 'section' : 'div');
  const heading = Object.assign(document.createElement('h2'), { id, textContent: title });
  if (form === 'options') {
    // A listbox may not contain a heading. Screen readers get the group's name from its label.
    heading.setAttribute('role', 'presentation');
    element.setAttribute('role', 'group');
  }
  element.setAttribute('aria-labelledby', heading.id);
  const isBest = title === 'Best match';
  element.classList.toggle('result-best', isBest);
  element.append(heading, ...results.flatMap((result) => createResult(result, isBest, form)));
  return element;
}

/** Puts back unchanged results that were already shown, so that a tap that has started on one still opens it. */
export function reuseResults(list: HTMLElement, shown: readonly HTMLElement[]): void {
  const getContent = (result: Element) => `${result.getAttribute('href')} ${result.innerHTML}`;
  const shownByContent = new Map(shown.map((result) => [getContent(result), result]));
  for (const result of list.querySelectorAll('.result')) {
    const same = shownByContent.get(getContent(result));
    if (same) result.replaceWith(same);
  }
}

/** Returns the result, which for an emergency procedure is its checklist, then its note and its matching sections. */
function createResult(result: SearchResult, isBest: boolean, form: ResultForm): HTMLElement[] {
  // The best passage of the page is usually the passage of a section: it is shown only once.
  const isRepeated = result.sections.some(
    ({ passage }) => getPassageText(passage) === getPassageText(result.passage),
  );
  const own = createEntry(result.title, result.checklist ?? result.href, 'result', form, [
    ...createAboutLine(describeFacts(result), result.marks ?? []),
    ...(isRepeated ? [] : [createPassageLine(result.passage)]),
    ...(isBest ? createDetails(result) : createLine('result-worked', describeOutcome(result.worked))),
  ]);
  const background = result.checklist
    ? [createEntry('Background', result.href, 'result result-background', form, [])]
    : [];
  const sections = result.sections.map((section) =>
    createEntry(section.title, section.href, 'result result-inner', form, [
      createPassageLine(section.passage),
    ]),
  );
  return [own, ...background, ...sections];
}

function describeFacts({ source, kind, owner, date, severity, isClosest }: SearchResult): string {
  const facts = [
    source,
    kind && describeKind(kind),
    owner,
    date,
    severity && severity !== 'unknown' ? severity.replace('sev', 'SEV ') : undefined,
    isClosest ? 'partial match' : undefined,
  ];
  return facts.filter(Boolean).join(' · ');
}

/** Returns what somebody in a hurry needs before opening the page: its first steps, and what was tried. */
function createDetails({ steps, worked, worsened }: SearchResult): HTMLElement[] {
  return [
    ...steps.flatMap((step, index) => createLine('result-step', `${index + 1}. ${step}`)),
    ...createLine('result-worsened', worsened ? `Made it worse: ${worsened}` : ''),
    ...createLine('result-worked', describeOutcome(worked)),
  ];
}

function describeOutcome(worked: string | undefined): string {
  return worked ? `What worked: ${worked}` : '';
}

function createEntry(
  title: string,
  href: string,
  className: string,
  form: ResultForm,
  lines: HTMLElement[],
): HTMLElement {
  if (form === 'links') {
    const element = Object.assign(document.createElement('div'), { className });
    const link = Object.assign(document.createElement('a'), {
      href,
      className: 'result-title',
      textContent: title,
    });
    element.append(link, ...lines);
    return element;
  }
  const option = Object.assign(document.createElement('a'), { href, className, tabIndex: -1 });
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  option.append(...createLine('result-title', title), ...lines);
  return option;
}

/** Returns nothing for an empty text. */
function createLine(className: string, text: string): HTMLSpanElement[] {
  return text ? [Object.assign(document.createElement('span'), { className, textContent: text })] : [];
}

function createAboutLine(facts: string, marks: readonly ProcedureMark[]): HTMLSpanElement[] {
  if (!facts && marks.length === 0) return [];
  const element = Object.assign(document.createElement('span'), {
    className: 'result-about',
    textContent: facts,
  });
  for (const mark of marks) element.append(' ', ...createLine(`badge mark-${mark}`, describeMark(mark)));
  return [element];
}

function createPassageLine(passage: Passage): HTMLSpanElement {
  const element = Object.assign(document.createElement('span'), { className: 'result-passage' });
  for (const { text, marked } of passage) {
    element.append(marked ? Object.assign(document.createElement('mark'), { textContent: text }) : text);
  }
  return element;
}

function getPassageText(passage: Passage): string {
  return passage.map(({ text }) => text).join('');
}
