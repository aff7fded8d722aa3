/** Finds words that are not the author's own: quotations and code, in fields as well as in the body. */
import type { ContentFile } from '../source/content.ts';
import type { Span } from '../source/problem.ts';
import { getProse, Prose } from './prose.ts';

/** Text in curly, angled or straight quotes, or in backticks; bounded, so that a lone quote costs little. */
const QUOTATION_PATTERN =
  /“[^”]{1,500}”|„[^“”]{1,500}[“”]|«[^»]{1,500}»|‘[^’]{1,500}’|(?<![\p{L}\p{N}])(["'`]).{1,500}?\1(?![\p{L}\p{N}])/gsu;

const quotationsByFile = new WeakMap<ContentFile, Prose>();

/** Reports whether the character at `offset` is part of a quotation or of code. */
export function isQuoted(file: ContentFile, offset: number): boolean {
  const known = quotationsByFile.get(file) ?? new Prose(findQuotations(file));
  quotationsByFile.set(file, known);
  return known.findPassage(offset) !== undefined;
}

function findQuotations(file: ContentFile): Span[] {
  return getProse(file).passages.flatMap((passage) => {
    const start = passage.start + (isQuotedValue(file, passage) ? 1 : 0);
    const matches = file.text.slice(start, passage.end).matchAll(QUOTATION_PATTERN);
    return [...matches].map(({ index, 0: quotation }) => ({
      start: start + index,
      end: start + index + quotation.length,
    }));
  });
}

/** The quotes around the whole value of a field are notation. */
function isQuotedValue(file: ContentFile, { start }: Span): boolean {
  const bodyStart = file.type === 'document' ? (file.frontmatter?.end ?? 0) : file.text.length;
  return start < bodyStart && /["']/.test(file.text.charAt(start));
}
