/**
 * Finds the sentences by the author in a file. Code, signals and quotations are no prose, because they are kept
 * character by character; nor are ids, addresses and names, which are not sentences.
 */
import type { Image } from 'mdast';
import type { ContentFile } from '../source/content.ts';
import type { DocumentFile } from '../source/document-file.ts';
import { findWordSpans } from '../source/inline/word-spans.ts';
import { getNodeSpan } from '../source/mdx/mdx-source.ts';
import type { Span } from '../source/problem.ts';
import { listAttributeSentences, listFieldSentences } from '../source/sentences.ts';

export class Prose {
  /** From top to bottom, without overlaps. */
  readonly passages: readonly Span[];

  constructor(passages: readonly Span[]) {
    this.passages = passages;
  }

  /** Returns the passage that contains the character at `offset`. */
  findPassage(offset: number): Span | undefined {
    let [low, high] = [0, this.passages.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const passage = this.passages[middle];
      if (!passage) return undefined;
      if (offset < passage.start) high = middle - 1;
      else if (offset >= passage.end) low = middle + 1;
      else return passage;
    }
    return undefined;
  }
}

const proseByFile = new WeakMap<ContentFile, Prose>();

/** Returns the prose of a file; all rules share one result. */
export function getProse(file: ContentFile): Prose {
  const known = proseByFile.get(file);
  if (known) return known;
  const prose = new Prose([
    ...findFieldPassages(file),
    ...(file.type === 'document' ? findBodyPassages(file) : []),
  ]);
  proseByFile.set(file, prose);
  return prose;
}

function findFieldPassages(file: ContentFile): Span[] {
  return listFieldSentences(file).flatMap(({ span }) => findWordsWithin(file, span));
}

function findBodyPassages(file: DocumentFile): Span[] {
  const quotations = file.nodes.listByType('blockquote').map(getNodeSpan);
  const isQuoted = ({ start }: Span) => quotations.some((quotation) => isWithin(start, quotation));
  const sentences = file.nodes.listByType('text').map(getNodeSpan);
  const attributes = listAttributeSentences(file).flatMap(({ span }) => findWordsWithin(file, span));
  const captions = file.nodes.listByType('image').flatMap((image) => findCaption(image, file.text));
  return [...sentences, ...attributes, ...captions]
    .filter((span) => !isQuoted(span))
    .sort((a, b) => a.start - b.start);
}

/** Matches the title of a picture: text in quotation marks or parentheses before the last parenthesis. */
const CAPTION_PATTERN =
  /\s(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|\(((?:[^()\\]|\\[\s\S])*)\))\s*\)$/d;

function findCaption(image: Image, text: string): Span[] {
  const { start, end } = getNodeSpan(image);
  const written = image.title ? CAPTION_PATTERN.exec(text.slice(start, end)) : undefined;
  return (written?.indices ?? [])
    .slice(1)
    .flatMap((place) => (place ? [{ start: start + place[0], end: start + place[1] }] : []));
}

/** Reads the markup as it is written in the file, where its positions are. The escapes of YAML contain none. */
function findWordsWithin(file: ContentFile, { start, end }: Span): Span[] {
  return findWordSpans(file.text.slice(start, end)).map((words) => ({
    start: start + words.start,
    end: start + words.end,
  }));
}

function isWithin(offset: number, { start, end }: Span): boolean {
  return offset >= start && offset < end;
}
