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
/** The parser joins the words of each line, and moves the rest of the paragraph to do so. */
const MAX_PARAGRAPH_LINES = 2_000;
/** In one file. */
const MAX_BLOCK_MARKERS = 2_000;
/** In one file. For each item of a list, the parser copies all that it has read so far. */
const MAX_LIST_ITEMS = 5_000;
/** In one file. At each of them, the parser goes back to the start of its paragraph. */
const MAX_LAZY_LINES = 2_000;
/** In one file, outside of fenced code, tags and expressions. */
const MAX_TEXT_LINES = 20_000;

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

const paragraphLineCounter = createCounter(
  MAX_PARAGRAPH_LINES,
  `Unexpected number of lines in one paragraph, expected at most ${MAX_PARAGRAPH_LINES}; put logs in a code block`,
  (context) => context,
);

const blockCounter = createCounter(
  MAX_BLOCK_MARKERS,
  `Unexpected number of lists, quotations, footnotes and underlines, expected at most ${MAX_BLOCK_MARKERS} in one file; put logs in a code block`,
  (context) => context.parser,
);

/** The counts of one file. */
interface Lines {
  lines: number;
  lazyLines: number;
  items: number;
  lastLine: number;
  lastItem: unknown;
}

/**
 * Counts lines and the items of lists. The parser looks for a container at the start of each line, and after each marker of
 * an item: also of those that continue a list, for which it asks no extension.
 */
function createLineCounter(): Construct {
  const counts = new WeakMap<object, Lines>();
  return {
    tokenize(_effects, _ok, nok) {
      const { line, offset } = this.now();
      const { lazy } = this.parser;
      const count = counts.get(this.parser) ?? {
        lines: 0,
        lazyLines: 0,
        items: 0,
        lastLine: 0,
        lastItem: undefined,
      };
      counts.set(this.parser, count);
      if (line !== count.lastLine) {
        count.lastLine = line;
        count.lines++;
        // The parser knows whether a line is lazy only after the search for containers.
        if (lazy[line - 1]) count.lazyLines++;
      }
      const [, token] = this.events.at(-1) ?? [];
      if (token?.type === 'listItemPrefix' && token !== count.lastItem) {
        count.lastItem = token;
        count.items++;
      }
      const message = describeTooMany(count);
      if (message) throw new TooManyMarkersError(`${message} in one file; put logs in a code block`, offset);
      return nok;
    },
  };
}

function describeTooMany({ lines, lazyLines, items }: Lines): string | undefined {
  if (items > MAX_LIST_ITEMS) return `Unexpected number of list items, expected at most ${MAX_LIST_ITEMS}`;
  if (lazyLines > MAX_LAZY_LINES) {
    return `Unexpected number of lines that continue a list item or quotation without its indent or \`>\`, expected at most ${MAX_LAZY_LINES}`;
  }
  if (lines > MAX_TEXT_LINES)
    return `Unexpected number of lines outside of code, expected at most ${MAX_TEXT_LINES}`;
  return undefined;
}

function mapToCharCodes(characters: string, construct: Construct): Record<string, Construct> {
  return Object.fromEntries([...characters].map((character) => [character.charCodeAt(0), construct]));
}

/** The codes of the parser for `\r`, `\n` and `\r\n`. */
const LINE_BREAK_CODES = [-5, -4, -3];

/** Counts the markers and lines within paragraphs. */
export const inlineLimits: Extension = {
  text: {
    ...mapToCharCodes('*_~![]<>{}&\\`', inlineCounter),
    ...Object.fromEntries(LINE_BREAK_CODES.map((code) => [code, paragraphLineCounter])),
  },
};

const limitsExtension: Extension = {
  ...inlineLimits,
  flow: mapToCharCodes('=-_', blockCounter),
  document: { ...mapToCharCodes('>[*+-0123456789', blockCounter), null: createLineCounter() },
};

/** Limits the tokens of one construct that are within each other, so that no marker before them can be counted. */
interface TokenLimit {
  /** The name of the construct. */
  readonly construct: string;
  /** The names of the tokens. */
  readonly tokens: ReadonlySet<string>;
  /** The name of a token in which the others are not counted. */
  readonly except?: string;
  /** In one file. */
  readonly max: number;
  readonly noun: string;
}

/** The names are those of micromark-extension-gfm-table and micromark-extension-mdx-jsx. */
const TOKEN_LIMITS: readonly TokenLimit[] = [
  {
    // Rows keep the parser busy for longer than any other text of their length. Every paragraph is first read as the head
    // of a table, and every row below a head by itself.
    construct: 'table',
    tokens: new Set(['tableRow', 'tableCellDivider']),
    except: 'tableHead',
    max: 20_000,
    noun: 'table cells',
  },
  { construct: 'mdxJsxFlowTag', tokens: new Set(['mdxJsxFlowTag']), max: 20_000, noun: 'tags' },
];

type Constructs = Construct | Construct[] | undefined;

/** Adds the limits of tokens to the constructs of an extension, and leaves the others as they are. */
function limitTokens(extension: Extension): Extension {
  if (!extension.flow) return extension;
  const counts = new WeakMap<object, number>();
  const limited = Object.entries(extension.flow as Record<string, Constructs>).map(([code, constructs]) => [
    code,
    [constructs ?? []].flat().map((construct) => {
      const limit = TOKEN_LIMITS.find((candidate) => candidate.construct === construct.name);
      return limit ? countTokens(construct, limit, counts) : construct;
    }),
  ]);
  return { ...extension, flow: Object.fromEntries(limited) };
}

function countTokens(construct: Construct, limit: TokenLimit, counts: WeakMap<object, number>): Construct {
  const { tokens, except, max, noun } = limit;
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      let isExcepted = false;
      const enter: typeof effects.enter = (type, fields) => {
        isExcepted ||= type === except;
        if (!isExcepted && tokens.has(type)) {
          const count = (counts.get(this.parser) ?? 0) + 1;
          counts.set(this.parser, count);
          if (count > max) {
            throw new TooManyMarkersError(
              `Unexpected number of ${noun}, expected at most ${max} in one file; put logs in a code block`,
              this.now().offset,
            );
          }
        }
        return effects.enter(type, fields);
      };
      return construct.tokenize.call(this, { ...effects, enter }, ok, nok);
    },
  };
}

/** A plugin for unified. Use it after the plugins that extend the parser. */
export function limitMarkers(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []).map(limitTokens), limitsExtension];
}
