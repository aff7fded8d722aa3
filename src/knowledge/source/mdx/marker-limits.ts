/**
 * Limits the number of markers that the Markdown parser sees. Its time grows with the square of their number:
 * 20,000 stars in one paragraph take it seconds, and no person writes them. The parser itself counts, because only it
 * knows where a paragraph ends and what is code.
 */
import type {} from 'remark-parse';
import type { Data, Processor } from 'unified';

type Extension = NonNullable<Data['micromarkExtensions']>[number];
type Construct = Extract<NonNullable<Extension['text']>[string], { tokenize: unknown }>;
type Context = ThisParameterType<Construct['tokenize']>;

export class TooManyMarkersError extends Error {
  /** The offset of the first marker over the limit. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** In one paragraph, table cell, heading or list item. */
const MAX_INLINE_MARKERS = 2_000;
/** In one file. The items of one list are not counted. */
const MAX_BLOCK_MARKERS = 3_000;

/** Creates a construct that only counts, so that the parser goes on to read the text as usual. */
function createCounter(limit: number, message: string, getUnit: (context: Context) => object): Construct {
  const counts = new WeakMap<object, number>();
  return {
    tokenize(_effects, _ok, nok) {
      const unit = getUnit(this);
      const count = (counts.get(unit) ?? 0) + 1;
      if (count > limit) throw new TooManyMarkersError(message, this.now().offset);
      counts.set(unit, count);
      return nok;
    },
  };
}

const inlineCounter = createCounter(
  MAX_INLINE_MARKERS,
  `Unexpected amount of markup in one paragraph, expected at most ${MAX_INLINE_MARKERS} markers; put logs in a code block`,
  (context) => context,
);

const blockCounter = createCounter(
  MAX_BLOCK_MARKERS,
  `Unexpected number of lists, quotations, footnotes and underlines, expected at most ${MAX_BLOCK_MARKERS} in one file; put logs in a code block`,
  (context) => context.parser,
);

function mapToCharCodes(characters: string, construct: Construct): Record<string, Construct> {
  return Object.fromEntries([...characters].map((character) => [character.charCodeAt(0), construct]));
}

/** Counts the markers within paragraphs. */
export const inlineLimits: Extension = { text: mapToCharCodes('*_~![]<>{}&\\`', inlineCounter) };

const limitsExtension: Extension = {
  ...inlineLimits,
  flow: mapToCharCodes('=-', blockCounter),
  document: mapToCharCodes('>[*+-0123456789', blockCounter),
};

/** A plugin for unified. Use it after the plugins that extend the parser. */
export function limitMarkers(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), limitsExtension];
}
