/** Finds words that are not the author's own: quotations, in fields as well as in the body. */
import type { ContentFile } from '../source/content.ts';
import type { Span } from '../source/problem.ts';
import { listFieldSentences } from '../source/sentences.ts';
import { getProse, Prose } from './prose.ts';

/** Text in curly, angled or straight quotes; bounded, so that a lone quote costs little. */
const QUOTATION_PATTERN =
  /“[^”]{1,500}”|„[^“”]{1,500}[“”]|«[^»]{1,500}»|‘[^’]{1,500}’|(?<![\p{L}\p{N}])(["']).{1,500}?\1(?![\p{L}\p{N}])/gsu;

const quotationsByFile = new WeakMap<ContentFile, Prose>();

/** Returns whether the character at `offset` is part of a quotation. */
export function isQuoted(file: ContentFile, offset: number): boolean {
  const known = quotationsByFile.get(file) ?? new Prose(findQuotations(file));
  quotationsByFile.set(file, known);
  return known.findPassage(offset) !== undefined;
}

/** A quotation in a field can contain code, so fields are read as a whole. */
function findQuotations(file: ContentFile): Span[] {
  const fields = listFieldSentences(file).map(({ span }) => span);
  const end = fields.at(-1)?.end ?? 0;
  const others = getProse(file).passages.filter(({ start }) => start >= end);
  return [...fields, ...others].flatMap((passage) =>
    [...file.text.slice(passage.start, passage.end).matchAll(QUOTATION_PATTERN)].map(
      ({ index, 0: quotation }) => ({
        start: passage.start + index,
        end: passage.start + index + quotation.length,
      }),
    ),
  );
}
