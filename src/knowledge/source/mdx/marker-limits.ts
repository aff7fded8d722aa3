/**
 * Keeps the time of the Markdown parser within bounds. It goes over the markers of a paragraph, and over the
 * blocks of a file, once for each of them, so that its time grows with the square of their number: 20,000 stars
 * in one paragraph take it seconds, and no person writes them. Counted by the parser itself, because only it
 * knows where a paragraph ends and what is code.
 */

import type {} from 'remark-parse';
import type { Data, Processor } from 'unified';

type Extension = NonNullable<Data['micromarkExtensions']>[number];
type Construct = Extract<NonNullable<Extension['text']>[string], { tokenize: unknown }>;
type Context = ThisParameterType<Construct['tokenize']>;

/** There are more markers than the parser is allowed to see. */
export class TooManyMarkersError extends Error {
  /** The offset of the first one over the limit. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** A table cell, a heading and an item of a list count like a paragraph. */
const MAX_EMPHASIS_MARKERS = 1_000;
const MAX_OTHER_MARKERS = 2_000;
/** Of one file: headings that are underlined, and lines across the page. */
const MAX_UNDERLINES = 1_000;
/** Of one file: quotations, lists, and footnotes; the items of one list are not counted. */
const MAX_BLOCKS = 3_000;

/** Counts, and then lets the parser read the text as usual. */
function createCounter(most: number, message: string, whole: (context: Context) => object): Construct {
  const counts = new WeakMap<object, number>();
  return {
    tokenize(_effects, _ok, nok) {
      const key = whole(this);
      const count = (counts.get(key) ?? 0) + 1;
      if (count > most) throw new TooManyMarkersError(message, this.now().offset);
      counts.set(key, count);
      return nok;
    },
  };
}

const getText = (context: Context) => context;
const getFile = (context: Context) => context.parser;

const emphasisCounter = createCounter(
  MAX_EMPHASIS_MARKERS,
  `Unexpected number of \`*\`, \`_\` and \`~\` in one paragraph, expected at most ${MAX_EMPHASIS_MARKERS}; put logs in a code block`,
  getText,
);
const markerCounter = createCounter(
  MAX_OTHER_MARKERS,
  `Unexpected number of brackets and other markup in one paragraph, expected at most ${MAX_OTHER_MARKERS}; put logs in a code block`,
  getText,
);
const underlineCounter = createCounter(
  MAX_UNDERLINES,
  `Unexpected number of lines of \`=\` and \`-\`, expected at most ${MAX_UNDERLINES}; put logs in a code block`,
  getFile,
);

const blockCounter = createCounter(
  MAX_BLOCKS,
  `Unexpected number of lists, quotations and footnotes, expected at most ${MAX_BLOCKS} in one file`,
  getFile,
);

function mapToCharCodes(signs: string, construct: Construct): Record<string, Construct> {
  return Object.fromEntries([...signs].map((sign) => [sign.charCodeAt(0), construct]));
}

const limitsExtension: Extension = {
  text: { ...mapToCharCodes('*_~', emphasisCounter), ...mapToCharCodes('![]<>{}&\\`', markerCounter) },
  flow: mapToCharCodes('=-', underlineCounter),
  document: mapToCharCodes('>[*+-0123456789', blockCounter),
};

/** A plugin for unified; it has to come behind those that teach the parser something. */
export function limitMarkers(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), limitsExtension];
}
