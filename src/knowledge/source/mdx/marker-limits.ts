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

/** In one file. Its rows keep the parser busy for longer than any other text of their length. */
const MAX_TABLE_CELLS = 20_000;

/** The names of micromark-extension-gfm-table. */
const CELL_TOKENS: ReadonlySet<string> = new Set(['tableRow', 'tableCellDivider']);

/** Adds the count of cells to the construct for tables, and leaves the others as they are. */
function limitTables(extension: Extension): Extension {
  const constructs = [extension.flow?.null ?? []].flat();
  if (!constructs.some(({ name }) => name === 'table')) return extension;
  const counts = new WeakMap<object, number>();
  const limited = constructs.map((construct) =>
    construct.name === 'table' ? countCells(construct, counts) : construct,
  );
  return { ...extension, flow: { ...extension.flow, null: limited } };
}

function countCells(construct: Construct, counts: WeakMap<object, number>): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      // Every paragraph is first read as the head of a table, and every row below a head by itself.
      let isHead = false;
      const enter: typeof effects.enter = (type, fields) => {
        isHead ||= (type as string) === 'tableHead';
        if (!isHead && CELL_TOKENS.has(type)) {
          const count = (counts.get(this.parser) ?? 0) + 1;
          counts.set(this.parser, count);
          if (count > MAX_TABLE_CELLS) {
            throw new TooManyMarkersError(
              `Unexpected number of table cells, expected at most ${MAX_TABLE_CELLS} in one file; put logs in a code block`,
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
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []).map(limitTables), limitsExtension];
}
