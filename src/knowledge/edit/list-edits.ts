/** Edits lists in block or flow style, and keeps their formatting. */
import type { Edit, Span } from '../source/problem.ts';
import { detectLineBreak, findLine } from './lines.ts';

/**
 * Removes an item from a YAML list, or from a list in an MDX attribute, with its comma or line.
 *
 * @param span the item, with or without its quotes
 */
export function createItemRemoval(text: string, span: Span): Edit {
  const { start, end } = includeQuotes(text, span);
  const line = findLine(text, start);
  if (/^\s*-\s+$/.test(text.slice(line.start, start))) {
    return { span: { start: line.start, end: findLine(text, end).next }, text: '' };
  }
  const after = /^\s*,\s*/.exec(text.slice(end))?.[0].length;
  if (after !== undefined) return { span: { start, end: end + after }, text: '' };
  const before = /,\s*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  return { span: { start: start - before, end }, text: '' };
}

function includeQuotes(text: string, { start, end }: Span): Span {
  const quote = text[start - 1];
  const isQuoted = (quote === '"' || quote === "'") && text[end] === quote;
  return isQuoted ? { start: start - 1, end: end + 1 } : { start, end };
}

/**
 * Adds items after the last one of a YAML list that is not empty.
 *
 * @param last the last item, quotes included
 */
export function createItemInsertion(text: string, last: Span, items: readonly string[]): Edit {
  const line = findLine(text, last.start);
  const isBlock = /^\s*-\s+$/.test(text.slice(line.start, last.start));
  if (!isBlock) {
    return {
      span: { start: last.end, end: last.end },
      text: items.map((item) => `, ${formatYamlText(item)}`).join(''),
    };
  }
  const opening = text.slice(line.start, last.start);
  const lines = items.map((item) => `${detectLineBreak(text)}${opening}${formatYamlText(item)}`);
  const { end } = findLine(text, last.end);
  return { span: { start: end, end }, text: lines.join('') };
}

/** Formats a YAML list in flow style. */
export function formatYamlList(items: readonly string[]): string {
  return `[${items.map(formatYamlText).join(', ')}]`;
}

/** Formats text as YAML, with quotes if it could have another meaning or end a flow list. */
function formatYamlText(item: string): string {
  const isPlain = /^[\p{L}\p{N}/][\p{L}\p{N} ./+_-]*$/u.test(item) && !/\s$/.test(item);
  return isPlain ? item : JSON.stringify(item);
}
