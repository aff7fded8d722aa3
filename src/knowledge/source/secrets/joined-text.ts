/** A text put together from stretches of a file and from words that the file does not have in that place. */
import type { Span } from '../problem.ts';

/** A stretch of the joined text. Without `toSource` it is from nowhere. */
export interface TextPiece {
  readonly text: string;
  /** Returns the stretch of the file from which a stretch of the piece comes, undefined if it is from nowhere. */
  readonly toSource?: (span: Span) => Span | undefined;
}

interface PlacedPiece extends TextPiece {
  readonly start: number;
}

export class JoinedText {
  readonly text: string;
  readonly #pieces: readonly PlacedPiece[];

  constructor(pieces: readonly TextPiece[]) {
    let length = 0;
    this.#pieces = pieces.map((piece) => {
      const start = length;
      length += piece.text.length;
      return { ...piece, start };
    });
    this.text = pieces.map(({ text }) => text).join('');
  }

  /** Returns the stretch of the file around all that `span` takes from it, undefined if it takes nothing. */
  toSource(span: Span): Span | undefined {
    const sources = this.#pieces.flatMap(({ text, start, toSource }) => {
      const own = {
        start: Math.max(0, span.start - start),
        end: Math.min(text.length, span.end - start),
      };
      return (own.start < own.end && toSource?.(own)) || [];
    });
    if (sources.length === 0) return undefined;
    return {
      start: Math.min(...sources.map(({ start }) => start)),
      end: Math.max(...sources.map(({ end }) => end)),
    };
  }
}
