/**
 * YAML as data with its places. Scalars stay the author's own text (the failsafe schema), so `no`,
 * `1.10` and `2018-03-10` are never turned into something else. Only `~` and `null` become null.
 */
import { location } from 'vfile-location';
import {
  Composer,
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Parser,
  type Scalar,
  type ScalarTag,
  type YAMLMap,
  YAMLParseError,
} from 'yaml';
import { formatLengthError, MAX_TEXT_LENGTH } from '../max-length.ts';
import type { ParseError } from '../parse-error.ts';
import type { Span } from '../problem.ts';
import { findRefusedTokens, listLexemes } from './yaml-tokens.ts';

export type Path = readonly PropertyKey[];

export interface YamlSource {
  /** Maps, lists and strings, null where nothing stands; undefined where it is not read at all. */
  readonly value: unknown;
  readonly errors: readonly ParseError[];
  /** Returns the span of the value at `path`; if there is none, of the nearest node around it. */
  spanAt(path: Path): Span;
  /** Returns the span of the key that leads to `path`. */
  keySpanAt(path: Path): Span;
  /** Every value that is text, with its path, from top to bottom. */
  scalars(): readonly YamlScalar[];
}

interface YamlScalar {
  readonly path: Path;
  readonly span: Span;
  /** `|` keeps its line breaks, `>` folds them. */
  readonly style: 'plain' | 'quoted' | 'literal' | 'folded';
}

/**
 * @param text what to read
 * @param offset where `text` begins in its file; all spans are offsets in the file
 */
export function parseYaml(text: string, offset = 0): YamlSource {
  const whole = { start: offset, end: offset + Math.min(text.length, 1) };
  if (text.length > MAX_TEXT_LENGTH) return createUnreadableSource([createLengthError(text, offset)], whole);
  const lexemes = listLexemes(text);
  const refused = findRefusedTokens(text, offset, lexemes);
  if (refused.length > 0) return createUnreadableSource(refused, whole);
  const document = composeDocument(lexemes, text.length);
  const faults = keepFirstPerLine(document.errors, text).map((error) => toParseError(error, text, offset));
  return {
    value: document.toJS(),
    errors: faults,
    spanAt: (path) => getSpan(document, path, offset, whole),
    keySpanAt: (path) => getKeySpan(document, path, offset, whole),
    scalars: createScalarList(document, offset),
  };
}

/** `~` and `null` say that there is no value. As text, they would be shown to readers. */
const NULL_TAG: ScalarTag = {
  tag: 'tag:yaml.org,2002:null',
  default: true,
  test: /^(?:~|null|Null|NULL)$/,
  resolve: () => null,
};

/** What `parseDocument` does, with the text already cut into lexemes. */
function composeDocument(lexemes: readonly string[], length: number): Document {
  const parser = new Parser();
  const composer = new Composer({
    schema: 'failsafe',
    customTags: [NULL_TAG],
    prettyErrors: false,
    stringKeys: true,
    // It would print warnings of its own.
    logLevel: 'error',
    // It compares each key with all before it; `repeatedKeys` remembers them.
    uniqueKeys: false,
  });
  function* tokens() {
    for (const lexeme of lexemes) yield* parser.next(lexeme);
    yield* parser.end();
  }
  const [document, second] = withoutStackTraces(() => [...composer.compose(tokens(), true, length)]);
  if (!document) throw new Error('The parser of YAML made no document');
  if (second) {
    const message = 'The text contains more than one document';
    document.errors.push(new YAMLParseError([second.range[0], second.range[1]], 'MULTIPLE_DOCS', message));
  }
  for (const error of findRepeatedKeys(document.contents)) document.errors.push(error);
  document.errors.sort((a, b) => a.pos[0] - b.pos[0]);
  return document as Document;
}

/** Recursion is safe: `refusedTokens` has bounded the depth. */
function* findRepeatedKeys(node: unknown): Generator<YAMLParseError> {
  if (isSeq(node)) for (const item of node.items) yield* findRepeatedKeys(item);
  if (!isMap(node)) return;
  const seen = new Set<unknown>();
  for (const { key, value } of node.items) {
    if (isScalar(key)) {
      const [start, end] = key.range ?? [0, 1];
      if (seen.has(key.value))
        yield new YAMLParseError([start, end], 'DUPLICATE_KEY', 'Map keys must be unique');
      seen.add(key.value);
    }
    yield* findRepeatedKeys(value);
  }
}

/** Of ten thousand errors in one text only the places matter; tracing each back takes more time than the parsing. */
function withoutStackTraces<Result>(run: () => Result): Result {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function createUnreadableSource(faults: ParseError[], whole: Span): YamlSource {
  return { value: undefined, errors: faults, spanAt: () => whole, keySpanAt: () => whole, scalars: () => [] };
}

function createLengthError(text: string, offset: number): ParseError {
  return {
    message: formatLengthError(text.length),
    span: { start: offset, end: offset + 1 },
  };
}

/** The parser's error codes, said in our words. Those about what `refusedTokens` refuses never come up. */
const MESSAGES_BY_CODE: Record<string, string> = {
  BAD_DQ_ESCAPE:
    'Unexpected escape in double quotes, expected `\\\\` for a backslash; in single quotes, one is enough',
  BAD_INDENT: 'Unexpected indentation, expected the same as the lines around it',
  BAD_SCALAR_START: 'Unexpected character at the start of a value, expected text; put it in quotes',
  BLOCK_AS_IMPLICIT_KEY:
    'Unexpected `: ` inside a value, expected one field on a line; put the value in quotes',
  BLOCK_IN_FLOW: 'Unexpected block inside brackets, expected values separated by commas',
  DUPLICATE_KEY: 'Unexpected second field of the same name, expected each field once',
  KEY_OVER_1024_CHARS: 'Unexpected length of a field name, expected a short one',
  MULTILINE_IMPLICIT_KEY: 'Unexpected line break, expected `field: value` on one line',
  MULTIPLE_DOCS: 'Unexpected second document, expected one',
  NON_STRING_KEY: 'Unexpected key, expected the name of a field',
  TAB_AS_INDENT: 'Unexpected tab, expected spaces for indentation',
  UNEXPECTED_TOKEN: 'Unexpected text, expected the end of the value or a new line',
};

/** Messages of the parser for error codes with several meanings. */
const MESSAGES_BY_REASON: readonly (readonly [reason: RegExp, message: string])[] = [
  [/^Implicit map keys/, 'Missing `:` after the name of a field, expected `field: value`'],
  [/closing .quote/, 'Missing closing quote, expected it at the end of the value'],
  [/must end with a |end with a [\]}]$/, 'Missing closing bracket, expected it at the end of the list'],
  [/^Missing , /, 'Missing comma, expected values in brackets to be separated by commas'],
  [/^Missing space after :/, 'Missing space after `:`, expected `field: value`'],
  [/^Comments must/, 'Unexpected `#`, expected a space before a comment; put text with `#` in quotes'],
  [/^Sequence item without/, 'Missing `- `, expected it at the start of each item of the list'],
  [/^Block collection cannot start/, 'Unexpected text after `---`, expected a new line'],
];

/** Behind the first error of a line the parser is at a loss, and what it says there is about itself. */
function keepFirstPerLine(errors: readonly YAMLParseError[], text: string): YAMLParseError[] {
  const points = location(text);
  const seen = new Set<number>();
  return errors.filter(({ pos: [start] }) => {
    const line = points.toPoint(Math.min(start, text.length))?.line ?? 0;
    return !seen.has(line) && seen.add(line);
  });
}

function toParseError({ code, message, pos }: YAMLParseError, text: string, offset: number): ParseError {
  const [start, end] = pos;
  const isMisplacedItem = code === 'BLOCK_AS_IMPLICIT_KEY' && /^\s*-\s/.test(text.slice(start, end + 32));
  const byReason = MESSAGES_BY_REASON.find(([reason]) => reason.test(message))?.[1];
  const byCode = MESSAGES_BY_CODE[isMisplacedItem ? 'BAD_INDENT' : code];
  return {
    message: byReason ?? byCode ?? 'Unexpected notation, expected YAML',
    span: clampToText(text, { start, end }, offset),
  };
}

/** An error at the very end of the text is shown on the last thing that is there. */
function clampToText(text: string, span: Span, offset: number): Span {
  const last = Math.max(0, text.trimEnd().length - 1);
  const start = Math.min(span.start, last);
  return { start: offset + start, end: offset + Math.max(start + 1, Math.min(span.end, last + 1)) };
}

function getSpan(document: Document, path: Path, offset: number, whole: Span): Span {
  const node = findNode(document, path);
  if (isNode(node) && node.range && (path.length > 0 || node.range[1] > node.range[0])) {
    const [start, end] = node.range;
    if (end > start) return { start: offset + start, end: offset + end };
  }
  return path.length > 0 ? getKeySpan(document, path, offset, whole) : whole;
}

function getKeySpan(document: Document, path: Path, offset: number, whole: Span): Span {
  const parent = findNode(document, path.slice(0, -1));
  const last = path.at(-1);
  if (isMap(parent)) {
    const range = getPairs(parent).get(last)?.key.range;
    if (range) return { start: offset + range[0], end: offset + range[1] };
  }
  if (isSeq(parent)) {
    const item = parent.items[Number(last)];
    if (isNode(item) && item.range) {
      return { start: offset + item.range[0], end: offset + Math.max(item.range[0] + 1, item.range[1]) };
    }
  }
  return path.length > 1 ? getKeySpan(document, path.slice(0, -1), offset, whole) : whole;
}

function findNode(document: Document, path: Path): unknown {
  let node: unknown = document.contents;
  for (const key of path) {
    if (isMap(node)) node = getPairs(node).get(key)?.value;
    else if (isSeq(node)) node = node.items[Number(key)];
    else return undefined;
  }
  return node;
}

interface YamlPair {
  readonly key: Scalar;
  readonly value: unknown;
}

const pairsByMap = new WeakMap<YAMLMap, ReadonlyMap<unknown, YamlPair>>();

/** The fields of a map by their names, gathered once: the parser's own look-up goes through all of them each time. */
function getPairs(map: YAMLMap): ReadonlyMap<unknown, YamlPair> {
  const before = pairsByMap.get(map);
  if (before) return before;
  const found = new Map<unknown, YamlPair>();
  for (const { key, value } of map.items) {
    if (isScalar(key) && !found.has(key.value)) found.set(key.value, { key, value });
  }
  pairsByMap.set(map, found);
  return found;
}

const STYLES: Record<string, YamlScalar['style']> = {
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
  QUOTE_DOUBLE: 'quoted',
  QUOTE_SINGLE: 'quoted',
};

/** Returns a function that walks the document once, for all rules. */
function createScalarList(document: Document, offset: number): () => readonly YamlScalar[] {
  let known: YamlScalar[] | undefined;
  return () => {
    if (known) return known;
    known = [];
    collectScalars(document.contents, [], offset, known);
    return known;
  };
}

function collectScalars(node: unknown, path: Path, offset: number, found: YamlScalar[]): void {
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (isScalar(key)) collectScalars(value, [...path, String(key.value)], offset, found);
    }
  } else if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) collectScalars(item, [...path, index], offset, found);
  } else if (isScalar(node) && node.range && node.range[1] > node.range[0]) {
    const span = { start: offset + node.range[0], end: offset + node.range[1] };
    found.push({ path, span, style: STYLES[node.type ?? ''] ?? 'plain' });
  }
}
