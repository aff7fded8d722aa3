/**
 * Widens what a pattern found to the whole run of characters that it is part of. A pattern knows the usual shape of a
 * secret, and would leave the rest of a longer secret visible.
 */
import type { Span } from '../problem.ts';

/** Longer runs are no secrets, and the search stays fast. */
const MAX_WIDENING = 5_000;

/**
 * Widens the matches of one text. What was found out about a run is kept for the next match in it, so that a line of many
 * matches takes no longer than one with few.
 */
export class MatchWidener {
  readonly #text: string;
  /** A place, and where the characters of a token before it start. */
  #tokenRun: Span | undefined;
  /** The last run that was read to its end. */
  #run: (Span & { readonly wordEnd: number }) | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * @param span from left to right, to be fast
   * @param isToken whether the pattern found a whole token, which can also start earlier, not the value of a name
   */
  widen({ start, end }: Span, isToken: boolean): Span {
    const runEnd = this.#findRunEnd({ start, end });
    if (!isToken) return { start, end: this.#findQuoteEnd(start, runEnd) };
    return { start: this.#findRunStart(start), end: runEnd };
  }

  /** Finds the end of a value in quotes or code, which can contain spaces. */
  #findQuoteEnd(start: number, end: number): number {
    const before = this.#text.slice(Math.max(0, start - MAX_LOGIN_LENGTH), start);
    const { quote, login } = OPEN_QUOTE.exec(before)?.groups ?? {};
    const mark = quote ?? login;
    if (!mark) return end;
    if (this.#text.charAt(end) === mark) return this.#findJoinedEnd(end);
    const rest = /^[^\n]*/.exec(this.#text.slice(end, end + MAX_QUOTE_LENGTH))?.[0] ?? '';
    const length = rest.indexOf(mark);
    return length < 0 ? end : this.#findJoinedEnd(end + length);
  }

  /** Finds the end of the quotes that follow without a space. A shell joins them. */
  #findJoinedEnd(end: number): number {
    JOINED_QUOTES.lastIndex = end;
    return JOINED_QUOTES.test(this.#text) ? JOINED_QUOTES.lastIndex - 1 : end;
  }

  #findRunStart(start: number): number {
    const first = Math.max(0, start - MAX_WIDENING);
    const known = this.#tokenRun;
    let at = start;
    while (at > first && at !== known?.end && TOKEN_CHARACTER.test(this.#text.charAt(at - 1))) at--;
    if (at > first && at === known?.end) at = Math.max(first, known.start);
    this.#tokenRun = { start: at, end: start };
    return at;
  }

  #findRunEnd({ start, end }: Span): number {
    const known = this.#run;
    // A backslash says what the next character means.
    const from = end > start && this.#text.charAt(end - 1) === '\\' ? end - 1 : end;
    const run = known && from >= known.start && from <= known.end ? known : this.#readRun(from);
    return Math.min(Math.max(start, end, run.wordEnd), end + MAX_WIDENING);
  }

  #readRun(start: number): Span & { readonly wordEnd: number } {
    let end = start;
    RUN_PATTERN.lastIndex = start;
    for (let found = RUN_PATTERN.exec(this.#text); found?.[0]; found = RUN_PATTERN.exec(this.#text)) {
      end = RUN_PATTERN.lastIndex;
    }
    let wordEnd = end;
    while (wordEnd > start && TRAILING_MARKS.includes(this.#text.charAt(wordEnd - 1))) wordEnd--;
    this.#run = { start, end, wordEnd };
    return this.#run;
  }
}

/** Characters that are part of most tokens, but neither of an assignment nor of an address. */
const TOKEN_CHARACTER = /[\p{L}\p{N}_-]/u;

/** A quote in which a value starts, alone or with the login before it, as for curl: `-u 'admin:…'`. */
const OPEN_QUOTE =
  /(?:(?<quote>["'`])|[ \t](?:-[uU]|--user|--proxy-user)[ \t=]*(?<login>["'])[\w.@-]{1,60}:)$/;
/** The end of a quote, and others next to it that are not empty. */
const JOINED_QUOTES = /["'](?:"[^"\n]{1,200}"|'[^'\n]{1,200}'){1,20}/y;
const MAX_LOGIN_LENGTH = 100;
const MAX_QUOTE_LENGTH = 200;

/**
 * Ends before white space, quotes, brackets and bars. One of them before a letter or digit is part of the value, and so is
 * a space after a backslash, unless a tag starts there.
 */
const RUN_PATTERN =
  /(?:[^\s"'`<>|\\]|["'|>](?=[\p{L}\p{N}])|<(?=[\p{L}\p{N}])(?!br\b)|\\(?: (?=[\p{L}\p{N}]))?){0,5000}/uy;
/** At the end of a run, these belong to the sentence or to the markup. */
const TRAILING_MARKS = '.,;:!?)]}*~\\';
