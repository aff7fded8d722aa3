/**
 * What YAML is refused for before it is parsed. Read from its tokens, so that brackets and stars inside
 * text count for nothing, and every place is exact.
 */
import { CST, Lexer } from 'yaml';
import type { ParseError } from '../parse-error.ts';
import { quote, type Span } from '../problem.ts';

interface Token {
  readonly type: CST.TokenType;
  readonly source: string;
  readonly start: number;
}

/** The lexemes of a text, to be judged here and then parsed: reading them takes a third of the time of both. */
export function listLexemes(text: string): readonly string[] {
  return [...new Lexer().lex(text)];
}

/** Goes over all tokens, or until `visit` returns false: a text of a megabyte has a million of them. */
function visitTokens(lexemes: readonly string[], visit: (token: Token) => boolean): void {
  let start = 0;
  let isText = false;
  for (const source of lexemes) {
    // The lexer announces text, documents and broken brackets by marks that are not in the source.
    const type: CST.TokenType | null = isText ? 'scalar' : CST.tokenType(source);
    if (!isText && (type === 'scalar' || type === 'doc-mode' || type === 'flow-error-end')) {
      isText = type === 'scalar';
      continue;
    }
    isText = false;
    if (type && !visit({ type, source, start })) return;
    start += source.length;
  }
}

/** Finds the comments of a text, each from its `#` to the end of its line. */
export function findComments(text: string, offset: number): Span[] {
  const comments: Span[] = [];
  visitTokens(listLexemes(text), ({ type, start, source }) => {
    if (type === 'comment') comments.push({ start: offset + start, end: offset + start + source.length });
    return true;
  });
  return comments;
}

/** Deeper than any schema here goes, and shallow enough for every parser. */
const MAX_DEPTH = 32;

/** Readers of YAML differ on these, and bombs are made of them. */
const REFUSED_TOKENS: Partial<Record<CST.TokenType, string>> = {
  alias: 'the value itself; put text that starts with `*` in quotes',
  anchor: 'the value itself; put text that starts with `&` in quotes',
  tag: 'the value itself; put text that starts with `!` in quotes',
  'directive-line': 'a field; put text that starts with `%` in quotes',
};

const TOKEN_NAMES: Partial<Record<CST.TokenType, string>> = { 'directive-line': 'directive' };

/**
 * Aliases, anchors, tags, directives, and the place where the nesting becomes too deep; nothing is read
 * behind that.
 */
export function findRefusedTokens(
  text: string,
  offset: number,
  lexemes: readonly string[] = listLexemes(text),
): ParseError[] {
  const faults: ParseError[] = [];
  const depth = new NestingDepth(text);
  visitTokens(lexemes, (token) => {
    const start = offset + token.start;
    const span = { start, end: start + token.source.length };
    const expected = REFUSED_TOKENS[token.type];
    if (expected) {
      const name = TOKEN_NAMES[token.type] ?? token.type;
      faults.push({ message: `Unexpected ${name} ${quote(token.source)}, expected ${expected}`, span });
    }
    const isTooDeep = depth.update(token) > MAX_DEPTH;
    if (isTooDeep) faults.push({ message: `Unexpected nesting, expected at most ${MAX_DEPTH} levels`, span });
    return !isTooDeep;
  });
  return faults;
}

const INDICATORS: readonly CST.TokenType[] = ['seq-item-ind', 'explicit-key-ind', 'map-value-ind'];

/** Tracks the depth of nesting: the columns at which a block is open, and the open brackets. */
class NestingDepth {
  readonly #text: string;
  readonly #columns: number[] = [];
  #brackets = 0;
  #lineStart = 0;
  /** At the beginning of a line, or behind a `-`, `?` or `:`. */
  #mayBegin = true;

  constructor(text: string) {
    this.#text = text;
  }

  update({ type, source, start }: Token): number {
    if (type === 'flow-seq-start' || type === 'flow-map-start') this.#brackets++;
    if (type === 'flow-seq-end' || type === 'flow-map-end') this.#brackets = Math.max(0, this.#brackets - 1);
    if (type !== 'space' && type !== 'newline' && this.#mayBegin && this.#brackets === 0) {
      const column = start - this.#lineStart;
      while ((this.#columns.at(-1) ?? -1) >= column) this.#columns.pop();
      this.#columns.push(column);
    }
    if (type !== 'space') this.#mayBegin = type === 'newline' || INDICATORS.includes(type);
    if (source.includes('\n')) {
      this.#lineStart = this.#text.lastIndexOf('\n', start + source.length - 1) + 1;
      this.#mayBegin = true;
    }
    return this.#columns.length + this.#brackets;
  }
}
