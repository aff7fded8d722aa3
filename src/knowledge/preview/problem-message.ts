/** A problem as a piece of a page. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { type Problem, toPrintablePath } from '../source/problem.ts';

/** @param href where its rule is explained */
export function createMessageElement(problem: Problem, href: string): Element {
  const { severity, message, hint, rule, path, line, column } = problem;
  return h('div', { className: ['check-message', severity] }, [
    h('p', [
      h('strong', severity === 'error' ? 'Error ' : 'Warning '),
      ...formatInlineCode(message),
      ' ',
      h('a', { href }, rule),
    ]),
    ...(hint ? [h('p', formatInlineCode(hint))] : []),
    ...createSourceLine(problem),
    h('p', { className: ['check-place'] }, `${toPrintablePath(path)}:${line}:${column}`),
  ]);
}

/** The line it is about, with the place underlined. */
function createSourceLine({ line, excerpt }: Problem): Element[] {
  if (!excerpt?.text.trim()) return [];
  const { text, from, length } = excerpt;
  const code = [text.slice(0, from), h('u', text.slice(from, from + length)), text.slice(from + length)];
  return [h('pre', { tabIndex: 0, ariaLabel: `Line ${line}` }, [h('code', code)])];
}

/** Our own words as they are, the quoted ones of an author as code. */
function formatInlineCode(sentence: string): ElementContent[] {
  return sentence
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? h('code', part.slice(1, -1)) : { type: 'text', value: part }));
}
