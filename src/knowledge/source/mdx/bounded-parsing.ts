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
export class TooManyMarkers extends Error {
  /** Where the first stands that is too many. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** A table cell, a heading and an item of a list count like a paragraph. */
const MOST_EMPHASIS = 1_000;
const MOST_MARKERS = 2_000;
/** Of one file: headings that are underlined, and lines across the page. */
const MOST_LINES = 1_000;
/** Of one file: quotations, lists, and footnotes; the items of one list are not counted. */
const MOST_BLOCKS = 3_000;

/** Counts, and lets the constructs of the parser read what stands there. */
function counter(most: number, message: string, whole: (context: Context) => object): Construct {
  const counts = new WeakMap<object, number>();
  return {
    tokenize(_effects, _ok, nok) {
      const key = whole(this);
      const count = (counts.get(key) ?? 0) + 1;
      if (count > most) throw new TooManyMarkers(message, this.now().offset);
      counts.set(key, count);
      return nok;
    },
  };
}

const ofText = (context: Context) => context;
const ofFile = (context: Context) => context.parser;

const emphasis = counter(
  MOST_EMPHASIS,
  `Unexpected number of \`*\`, \`_\` and \`~\` in one paragraph, expected at most ${MOST_EMPHASIS}; put logs in a block of code`,
  ofText,
);
const marker = counter(
  MOST_MARKERS,
  `Unexpected number of brackets and other markup in one paragraph, expected at most ${MOST_MARKERS}; put logs in a block of code`,
  ofText,
);
const line = counter(
  MOST_LINES,
  `Unexpected number of lines of \`=\` and \`-\`, expected at most ${MOST_LINES}; put logs in a block of code`,
  ofFile,
);

const block = counter(
  MOST_BLOCKS,
  `Unexpected number of lists, quotations and footnotes, expected at most ${MOST_BLOCKS} in one file`,
  ofFile,
);

function starting(signs: string, construct: Construct): Record<string, Construct> {
  return Object.fromEntries([...signs].map((sign) => [sign.charCodeAt(0), construct]));
}

const extension: Extension = {
  text: { ...starting('*_~', emphasis), ...starting('![]<>{}&\\`', marker) },
  flow: starting('=-', line),
  document: starting('>[*+-0123456789', block),
};

/** A plugin for unified; it has to come behind those that teach the parser something. */
export function boundedParsing(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), extension];
}
