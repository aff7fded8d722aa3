/** Blanks out what the parser of MDX cannot read, so that it can read the rest. */
import type { MdxError } from './mdx-error.ts';

/** Limits how far before an error its tag or brace starts, and how long a line of code is. */
const MAX_DISTANCE = 2_000;

/** Matches a comment of HTML, an address, a tag, code in braces, or the start of one of them. */
const UNREADABLE_PATTERN =
  /<!--[\s\S]{0,10000}?-->|<[a-z][a-z\d+.-]{1,30}:[^\s<>]{1,2000}>|<\/?[a-z][^<>]{0,2000}>|\{[^{}\n]{0,2000}\}|[<{]/iy;

/**
 * @param text what the parser was reading
 * @returns text of the same length, or undefined if the cause of the error is not clear
 */
export function blankOut(text: string, { about, span }: MdxError): string | undefined {
  if (about === 'amount') return undefined;
  // `import` and `export` start code only at the start of a line.
  if (/^(?:import|export)/.test(text.slice(span.start, span.start + 6))) {
    const [line = ''] = /^.*/.exec(text.slice(span.start, span.start + MAX_DISTANCE)) ?? [];
    return fillWithSpaces(text, span.start, line.length);
  }
  const start = Math.max(text.lastIndexOf('<', span.start), text.lastIndexOf('{', span.start));
  if (start < 0 || span.start - start > MAX_DISTANCE) return undefined;
  UNREADABLE_PATTERN.lastIndex = start;
  const [found = ''] = UNREADABLE_PATTERN.exec(text) ?? [];
  return found === '' ? undefined : fillWithSpaces(text, start, found.length);
}

/** Keeps line breaks, so that lines and offsets stay the same. */
function fillWithSpaces(text: string, start: number, length: number): string {
  const end = start + length;
  return `${text.slice(0, start)}${text.slice(start, end).replace(/[^\r\n]/g, ' ')}${text.slice(end)}`;
}
