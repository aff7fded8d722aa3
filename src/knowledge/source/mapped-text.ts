/** A text in which some stretches were replaced, and where each of its characters comes from. */
import type { Span } from './problem.ts';

/** A stretch of the source and the text in its place. */
export interface Replacement {
  readonly span: Span;
  readonly text: string;
}

export class MappedText {
  readonly text: string;
  /** For each replacement: where it starts and ends in this text, and in the source. */
  readonly #places: readonly { readonly own: Span; readonly source: Span }[];

  /** @param replacements from left to right, without overlaps */
  constructor(source: string, replacements: readonly Replacement[]) {
    const parts: string[] = [];
    const places: { own: Span; source: Span }[] = [];
    let at = 0;
    let length = 0;
    for (const { span, text } of replacements) {
      const kept = source.slice(at, span.start);
      const start = length + kept.length;
      parts.push(kept, text);
      places.push({ own: { start, end: start + text.length }, source: span });
      length = start + text.length;
      at = span.end;
    }
    parts.push(source.slice(at));
    this.text = parts.join('');
    this.#places = places;
  }

  /** Returns the stretch of the source from which `span` comes. What is replaced is never cut. */
  toSource({ start, end }: Span): Span {
    const first = this.#findLastStart(start);
    const last = this.#findLastStart(end - 1);
    return {
      start: first && start < first.own.end ? first.source.start : start + shift(first),
      end: last && end <= last.own.end ? last.source.end : end + shift(last),
    };
  }

  /** Finds the last replacement with text that starts at or before an offset. */
  #findLastStart(offset: number): { readonly own: Span; readonly source: Span } | undefined {
    let [low, high] = [0, this.#places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#places[middle]?.own.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return this.#places[low - 1];
  }
}

/** Returns the difference between the offsets of a character behind a replacement: in the source, and here. */
function shift(place: { readonly own: Span; readonly source: Span } | undefined): number {
  return place ? place.source.end - place.own.end : 0;
}
