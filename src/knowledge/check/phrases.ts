/** Finds phrases from a list in a file's prose: one pass over the text, whatever the length of the list. */
import type { ContentFile } from '../source/content.ts';
import type { Span } from '../source/problem.ts';
import { proseOf } from './prose.ts';

export interface Phrase {
  /** A regular expression without capturing groups; a space in it stands for any white space. */
  readonly said: string;
  /** What to say instead, or what to ask oneself, as a sentence. */
  readonly instead: string;
}

export interface FoundPhrase extends Phrase {
  readonly span: Span;
  /** The words as the author wrote them. */
  readonly written: string;
}

/** Looks for all of `phrases` at once; words are whole words, in any case. */
export function phraseFinder(phrases: readonly Phrase[]): (file: ContentFile) => FoundPhrase[] {
  const alternatives = phrases.map(({ said }) => `(${said.replaceAll(' ', '\\s+')})`).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${alternatives})(?![\\p{L}\\p{N}_])`, 'giu');
  return (file) => {
    const found: FoundPhrase[] = [];
    for (const match of file.text.matchAll(pattern)) {
      const phrase = phrases[match.slice(1).findIndex((group) => group !== undefined)];
      const written = match[0];
      const span = { start: match.index, end: match.index + written.length };
      if (phrase && proseOf(file).passageAt(span.start)) found.push({ ...phrase, span, written });
    }
    return found;
  };
}
