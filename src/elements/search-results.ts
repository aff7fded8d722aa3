/** Creates the list of results: the best match first, then the others. Content is inserted as text, never as HTML. */

import { describeKind } from '../knowledge/schema/labels.ts';
import { describeMark, type ProcedureMark } from '../knowledge/schema/procedure-marks.ts';
import type { Passage } from '../knowledge/search/passage.ts';
import { describeBest, describeOtherResults } from '../knowledge/search/result-heading.ts';
import type { SearchAnswer, SearchResult } from '../knowledge/search/search-answer.ts';

/** `links`: ordinary links that Tab reaches. `options`: the options of a listbox that the arrow keys move through. */
export type ResultForm = 'links' | 'options';

/** @returns the best match under its own heading, and the other results in the order of their scores */
export function createResultGroups(
  answer: Pick<SearchAnswer, 'results' | 'best' | 'isClosest' | 'errors' | 'isErrorCovered'>,
  prefix: string,
  form: ResultForm,
): HTMLElement[] {
  const { best } = answer;
  const results = [...new Map(answer.results.toReversed().map((own) => [getAddress(own), own])).values()];
  const others = answer.results.filter((result) => result !== best && results.includes(result));
  const [close, weak] = answer.isClosest ? [others, []] : divide(others, ({ isClosest }) => !isClosest);
  const shown = new Set(results.map(getAddress));
  const create = (title: string, group: readonly SearchResult[], id: string) =>
    group.length > 0 ? [createGroup(title, group, `${prefix}-${id}`, { form, shown })] : [];
  const groups = [
    ...create(describeBest(answer), best ? [best] : [], BEST_ID),
    ...create(describeOtherResults(answer), close, 'others'),
  ];
  const weaker = create(`Weaker matches (${weak.length})`, weak, 'weaker');
  return [...groups, ...(form === 'links' && groups.length > 0 ? weaker.map(fold) : weaker)];
}

const BEST_ID = 'best';

function getAddress({ checklist, href }: SearchResult): string {
  return checklist ?? href;
}

/** The form of the rows, and the addresses that have one: a page and its section may be two results. */
interface Rows {
  readonly form: ResultForm;
  readonly shown: Set<string>;
}

function divide<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

/** Folds a group under its heading. */
function fold(group: HTMLElement): HTMLElement {
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  const [heading, ...rows] = group.children;
  if (heading) summary.append(heading);
  details.append(summary, ...rows);
  details.className = 'results-weaker';
  return details;
}

function createGroup(title: string, results: readonly SearchResult[], id: string, rows: Rows): HTMLElement {
  const { form } = rows;
  const element = document.createElement(form === 'links' ? 'section' : 'div');
  const heading = Object.assign(document.createElement('h2'), { id, textContent: title });
  if (form === 'options') {
    // A listbox may not contain a heading. Screen readers get the group's name from its label.
    heading.setAttribute('role', 'presentation');
    element.setAttribute('role', 'group');
  }
  element.setAttribute('aria-labelledby', heading.id);
  const isBest = id.endsWith(`-${BEST_ID}`);
  element.classList.toggle('result-best', isBest);
  element.append(heading, ...results.flatMap((result) => createResult(result, isBest, rows)));
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
function createResult(result: SearchResult, isBest: boolean, { form, shown }: Rows): HTMLElement[] {
  const isNew = (href: string) => !shown.has(href) && shown.add(href);
  // The best passage of the page is usually the passage of a section: it is shown only once.
  const isRepeated = result.sections.some(
    ({ passage }) => getPassageText(passage) === getPassageText(result.passage),
  );
  const own = createEntry(result.title, getAddress(result), 'result', form, [
    ...createAboutLine(describeFacts(result), result.marks ?? []),
    ...(isRepeated ? [] : [createPassageLine(result.passage)]),
    ...(isBest ? createDetails(result) : createLine('result-worked', describeOutcome(result.worked))),
    ...(isBest && result.checklist && form === 'links' ? [createChecklistLink(result.checklist)] : []),
  ]);
  const background =
    result.checklist && isNew(result.href)
      ? [createEntry('Background', result.href, 'result result-background', form, [])]
      : [];
  const sections = result.sections
    .filter(({ href }) => isNew(href))
    .map((section) =>
      createEntry(section.title, section.href, 'result result-inner', form, [
        createPassageLine(section.passage),
      ]),
    );
  return [own, ...background, ...sections];
}

function createChecklistLink(href: string): HTMLAnchorElement {
  return Object.assign(document.createElement('a'), {
    href,
    className: 'result-checklist',
    textContent: 'Open the checklist',
  });
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
