/** Finds words that are not the author's own: quotations, code and titles of sources, in fields and in the body. */
import type { ContentFile } from '../source/content.ts';
import type { DocumentFile } from '../source/document-file.ts';
import { getNodeSpan } from '../source/mdx/mdx-source.ts';
import type { Span } from '../source/problem.ts';
import { listAttributeSentences, listFieldSentences } from '../source/sentences.ts';
import { Prose } from './prose.ts';

const quotationsByFile = new WeakMap<ContentFile, Prose>();

/** Returns whether the character at `offset` is part of a quotation, of code or of the title of a source. */
export function isQuoted(file: ContentFile, offset: number): boolean {
  const known = quotationsByFile.get(file) ?? new Prose(mergeSpans(findQuotations(file)));
  quotationsByFile.set(file, known);
  return known.findPassage(offset) !== undefined;
}

/** A quotation in a field can contain code, so fields are read as a whole. */
function findQuotations(file: ContentFile): Span[] {
  const sentences = [...listFieldSentences(file), ...listAttributeSentences(file)];
  const blocks = file.type === 'document' ? findBlocks(file) : [];
  return [
    ...findSourceTitles(file),
    ...sentences.flatMap(({ span }) => findInSentence(file.text, span)),
    ...blocks.flatMap(({ start, end }) => findInText(file.text.slice(start, end), start)),
  ];
}

/** The titles of other people's texts. */
function findSourceTitles(file: ContentFile): Span[] {
  if (file.type !== 'document') return [];
  return file.yaml.scalars().flatMap(({ path, span }) => (path[0] === 'sources' ? [span] : []));
}

/** A quotation can contain emphasis and links, so it is looked for in the whole paragraph. */
function findBlocks({ nodes }: DocumentFile): Span[] {
  return nodes.listByTypes('paragraph', 'heading', 'tableCell').map(getNodeSpan);
}

/** In a value in single quotes, a quote is written twice. */
function findInSentence(text: string, { start, end }: Span): Span[] {
  const value = text.slice(start, end);
  return findInText(text[start - 1] === "'" ? value.replaceAll("''", '""') : value, start);
}

const CLOSING_MARKS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‘': '’',
  '‚': '‘’',
  '‹': '›',
  '「': '」',
  '『': '』',
  '`': '`',
  '"': '"',
  "'": "'",
};

const IS_WORD = /[\p{L}\p{N}]/u;

/** Finds quotations of any length, from left to right, without those inside of others. */
function findInText(text: string, offset: number): Span[] {
  const found: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    const closing = CLOSING_MARKS[text.charAt(at)];
    if (closing === undefined || !mayOpen(text, at)) continue;
    const end = findClosingMark(text, at, closing);
    if (end === undefined) continue;
    found.push({ start: offset + at, end: offset + end + 1 });
    at = end;
  }
  return found;
}

/** An apostrophe follows a letter. */
function mayOpen(text: string, at: number): boolean {
  return !IS_WORD.test(text.charAt(at - 1)) || text.charAt(at) === '`';
}

/** A quotation of several paragraphs has its closing mark only in the last one. */
function findClosingMark(text: string, opening: number, closing: string): number | undefined {
  const isStraight = closing === '"' || closing === "'" || closing === '`';
  for (let at = opening + 1; at < text.length; at++) {
    if (!closing.includes(text.charAt(at))) continue;
    if (closing === '`' || !IS_WORD.test(text.charAt(at + 1))) return at;
  }
  return opening === 0 && !isStraight ? text.length - 1 : undefined;
}

function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start < last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}
