/**
 * YAML as data with its places. Scalars stay the author's own text (the failsafe schema), so `no`,
 * `1.10` and `2018-03-10` are never turned into something else.
 */
import { type Document, isAlias, isMap, isNode, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Span } from './problem.ts';

export type Path = readonly PropertyKey[];

/** Something about the notation itself, before any meaning. `message` follows the grammar of problems. */
export interface SyntaxFault {
  readonly message: string;
  readonly span: Span;
}

export interface YamlSource {
  /** Maps, lists and strings only; undefined where the notation is broken beyond reading. */
  readonly value: unknown;
  readonly faults: readonly SyntaxFault[];
  /** Where the value at `path` stands; where there is none, the nearest thing around it. */
  spanAt(path: Path): Span;
  /** Where the key that leads to `path` stands. */
  keySpanAt(path: Path): Span;
  /** Every value that is text, with its path, from top to bottom. */
  scalars(): readonly WrittenScalar[];
}

export interface WrittenScalar {
  readonly path: Path;
  readonly span: Span;
  /** `|` keeps its line breaks, `>` folds them. */
  readonly style: 'plain' | 'quoted' | 'literal' | 'folded';
}

/** Deeper than any schema here goes, and shallow enough for every parser. */
const MAX_DEPTH = 32;
export const MAX_YAML_LENGTH = 1_000_000;

/**
 * @param text what to read
 * @param offset where `text` begins in its file; all spans are offsets in the file
 */
export function parseYaml(text: string, offset = 0): YamlSource {
  const whole = { start: offset, end: offset + Math.min(text.length, 1) };
  const refused = refuseBeforeParsing(text, offset);
  if (refused) return unreadable([refused], whole);
  const document = parseDocument(text, {
    schema: 'failsafe',
    prettyErrors: false,
    stringKeys: true,
    logLevel: 'silent',
  });
  const faults = [...notationFaults(document, text, offset), ...featureFaults(document, offset)];
  if (faults.length > 0 && hasAliases(document)) return unreadable(faults, whole);
  return {
    value: document.toJS({ maxAliasCount: 0 }),
    faults,
    spanAt: (path) => spanOf(document, path, offset, whole),
    keySpanAt: (path) => keySpanOf(document, path, offset, whole),
    scalars: () => scalarsOf(document, offset),
  };
}

function unreadable(faults: SyntaxFault[], whole: Span): YamlSource {
  return { value: undefined, faults, spanAt: () => whole, keySpanAt: () => whole, scalars: () => [] };
}

/** Nesting without end exhausts the parser's memory before it can report anything. */
function refuseBeforeParsing(text: string, offset: number): SyntaxFault | undefined {
  if (text.length > MAX_YAML_LENGTH) {
    return {
      message: `Unexpected length of ${text.length} characters, expected at most ${MAX_YAML_LENGTH}`,
      span: { start: offset, end: offset + 1 },
    };
  }
  const at = tooDeepAt(text);
  if (at === undefined) return undefined;
  return {
    message: `Unexpected nesting, expected at most ${MAX_DEPTH} levels`,
    span: { start: offset + at, end: offset + at + 1 },
  };
}

function tooDeepAt(text: string): number | undefined {
  let open = 0;
  for (const { index, 0: found } of text.matchAll(/[[{\]}]|(?:^|[\n\r])[ \t]*(?:[-?:][ \t]+){32}/g)) {
    if (found === '[' || found === '{') open++;
    else if (found === ']' || found === '}') open = Math.max(0, open - 1);
    else return index;
    if (open > MAX_DEPTH) return index;
  }
  return undefined;
}

/** The parser's error codes, said in our words. */
const NOTATION: Record<string, string> = {
  ALIAS_PROPS: 'Unexpected property on an alias, expected a value',
  BAD_ALIAS: 'Unexpected `*`, expected a value; put text that begins with `*` in quotes',
  BAD_DIRECTIVE: 'Unexpected directive, expected a field; put text that begins with `%` in quotes',
  BAD_DQ_ESCAPE:
    'Unexpected escape in double quotes, expected `\\\\` for a backslash; single quotes take it as it is',
  BAD_INDENT: 'Unexpected indentation, expected the same as the lines around it',
  BAD_PROP_ORDER: 'Unexpected property, expected a value',
  BAD_SCALAR_START: 'Unexpected character at the start of a value, expected text; put it in quotes',
  BLOCK_AS_IMPLICIT_KEY:
    'Unexpected `: ` inside a value, expected one field on a line; put the value in quotes',
  BLOCK_IN_FLOW: 'Unexpected block inside brackets, expected values separated by commas',
  DUPLICATE_KEY: 'Unexpected second field of the same name, expected each field once',
  KEY_OVER_1024_CHARS: 'Unexpected length of a field name, expected a short one',
  MISSING_CHAR: 'Unexpected end of a value, expected its closing mark or a space',
  MULTILINE_IMPLICIT_KEY: 'Unexpected line break, expected `field: value` on one line',
  MULTIPLE_ANCHORS: 'Unexpected anchor, expected a value',
  MULTIPLE_DOCS: 'Unexpected second document, expected one',
  MULTIPLE_TAGS: 'Unexpected tag, expected a value',
  NON_STRING_KEY: 'Unexpected key, expected the name of a field',
  TAB_AS_INDENT: 'Unexpected tab, expected spaces for indentation',
  TAG_RESOLVE_FAILED: 'Unexpected tag, expected a value; put text that begins with `!` in quotes',
  UNEXPECTED_TOKEN: 'Unexpected text, expected the end of the value or a new line',
};

function notationFaults(document: Document, text: string, offset: number): SyntaxFault[] {
  return document.errors.map(({ code, pos: [start, end] }) => ({
    message: NOTATION[code] ?? 'Unexpected notation, expected YAML',
    span: onText(text, { start, end }, offset),
  }));
}

/** An error at the very end of the text is shown on the last thing that is there. */
function onText(text: string, span: Span, offset: number): Span {
  const last = Math.max(0, text.trimEnd().length - 1);
  const start = Math.min(span.start, last);
  return { start: offset + start, end: offset + Math.max(start + 1, Math.min(span.end, last + 1)) };
}

/** Anchors, aliases and tags are refused: readers of YAML differ on them, and bombs are made of them. */
function featureFaults(document: Document, offset: number): SyntaxFault[] {
  const faults: SyntaxFault[] = [];
  visit(document, {
    Node(_, node) {
      const [start, end] = node.range ?? [0, 1];
      const span = { start: offset + start, end: offset + Math.max(end, start + 1) };
      if (isAlias(node)) {
        faults.push({ message: `Unexpected alias \`*${node.source}\`, expected the value itself`, span });
      } else if ('anchor' in node && node.anchor) {
        faults.push({
          message: `Unexpected anchor \`&${node.anchor}\`, expected the value itself`,
          span,
        });
      } else if (node.tag && !node.tag.startsWith('tag:yaml.org,2002:')) {
        faults.push({ message: `Unexpected tag \`${node.tag}\`, expected the value itself`, span });
      }
    },
  });
  return faults;
}

function hasAliases(document: Document): boolean {
  let found = false;
  visit(document, {
    Alias() {
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}

function spanOf(document: Document, path: Path, offset: number, whole: Span): Span {
  const node = document.getIn(path, true);
  if (isNode(node) && node.range && (path.length > 0 || node.range[1] > node.range[0])) {
    const [start, end] = node.range;
    if (end > start) return { start: offset + start, end: offset + end };
  }
  return path.length > 0 ? keySpanOf(document, path, offset, whole) : whole;
}

function keySpanOf(document: Document, path: Path, offset: number, whole: Span): Span {
  const parent = document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (isMap(parent)) {
    for (const pair of parent.items) {
      if (isPair(pair) && isScalar(pair.key) && pair.key.value === last && pair.key.range) {
        return { start: offset + pair.key.range[0], end: offset + pair.key.range[1] };
      }
    }
  }
  if (isSeq(parent)) {
    const item = parent.items[Number(last)];
    if (isNode(item) && item.range) {
      return { start: offset + item.range[0], end: offset + Math.max(item.range[0] + 1, item.range[1]) };
    }
  }
  return path.length > 1 ? keySpanOf(document, path.slice(0, -1), offset, whole) : whole;
}

const STYLES: Record<string, WrittenScalar['style']> = {
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
  QUOTE_DOUBLE: 'quoted',
  QUOTE_SINGLE: 'quoted',
};

function scalarsOf(document: Document, offset: number): WrittenScalar[] {
  return [...scalarsIn(document.contents, [], offset)];
}

function* scalarsIn(node: unknown, path: Path, offset: number): Generator<WrittenScalar> {
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (isScalar(key)) yield* scalarsIn(value, [...path, String(key.value)], offset);
    }
  } else if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) yield* scalarsIn(item, [...path, index], offset);
  } else if (isScalar(node) && node.range && node.range[1] > node.range[0]) {
    const span = { start: offset + node.range[0], end: offset + node.range[1] };
    yield { path, span, style: STYLES[node.type ?? ''] ?? 'plain' };
  }
}
