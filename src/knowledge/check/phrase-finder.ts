/** Finds phrases from a list in a file's prose: one pass over the text, whatever the length of the list. */
import type { ContentFile } from '../source/content.ts';
import type { Span } from '../source/problem.ts';
import { getProse } from './prose.ts';

export interface Phrase {
  /** A regular expression without capturing groups; a space in it stands for any white space. */
  readonly pattern: string;
  /** The advice, as a sentence: what to write instead, or what to ask yourself. */
  readonly suggestion: string;
}

export type FoundPhrase<Found extends Phrase = Phrase> = Found & {
  readonly span: Span;
  /** The words as the author wrote them. */
  readonly text: string;
};

/** Looks for all of `phrases` at once; words are whole words, in any case. */
export function createPhraseFinder<Found extends Phrase>(
  phrases: readonly Found[],
): (file: ContentFile) => FoundPhrase<Found>[] {
  const alternatives = phrases.map(({ pattern: said }) => `(${said.replaceAll(' ', '\\s+')})`).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${alternatives})(?![\\p{L}\\p{N}_])`, 'giu');
  return (file) => {
    const found: FoundPhrase<Found>[] = [];
    for (const match of file.text.matchAll(pattern)) {
      const phrase = phrases[match.slice(1).findIndex((group) => group !== undefined)];
      const written = match[0];
      const span = { start: match.index, end: match.index + written.length };
      if (phrase && getProse(file).findPassage(span.start)) found.push({ ...phrase, span, text: written });
    }
    return found;
  };
}
