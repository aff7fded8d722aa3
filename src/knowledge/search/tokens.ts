/** Splits text into words. Identifiers are kept whole and also split: `max_connections`, `fooBar`, `SQLSTATE[53300]`. */
import { foldWidth, isAscii, listLetters, segmentRun, splitRuns } from './cjk.ts';

export interface Token {
  readonly typed: string;
  /** The typed text in lower case, with only letters, digits and `_`. */
  readonly whole: string;
  /** The words of the typed text, in lower case; the letters of a Chinese, Japanese or Korean word. */
  readonly parts: readonly string[];
  readonly isCjk?: true;
}

const EDGES = /^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu;

/** Returns the tokens of a text, in order. Skips pieces without a letter or digit. */
export function tokenize(text: string): Token[] {
  const pieces = foldWidth(text).split(/[\s,;"'`|<>(){}=]+/u);
  // A log repeats most of its words.
  const tokensByPiece = new Map<string, readonly Token[]>();
  return pieces.flatMap((piece) => {
    const tokens = tokensByPiece.get(piece) ?? tokenizePiece(piece);
    tokensByPiece.set(piece, tokens);
    return tokens;
  });
}

function tokenizePiece(piece: string): Token[] {
  return splitRuns(piece).flatMap((run) =>
    run.isCjk ? segmentRun(run.text).map(toCjkToken) : toToken(run.text),
  );
}

/** A flag of a command is not a name: `-k`. */
const FLAG = /^-{1,2}[A-Za-z]$/;

/** Nothing to take away and nothing to split. */
const PLAIN_WORD = /^[a-z]+$/;

function toToken(piece: string): Token[] {
  if (PLAIN_WORD.test(piece)) return [{ typed: piece, whole: piece, parts: [piece] }];
  if (FLAG.test(piece)) return [];
  const typed = piece.replace(EDGES, '');
  if (!/[\p{L}\p{N}]/u.test(typed)) return [];
  return [{ typed, whole: toWholeToken(typed), parts: splitIdentifier(typed) }];
}

function toCjkToken(typed: string): Token {
  const whole = normalizeText(typed);
  return { typed, whole, parts: listLetters(whole), isCjk: true };
}

function toWholeToken(typed: string): string {
  return normalizeText(typed).replace(/[^\p{L}\p{N}_]/gu, '');
}

/** Splits an identifier at punctuation and changes of case, into words in lower case. */
export function splitIdentifier(typed: string): string[] {
  const pieces = typed
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((piece) => piece.split(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})/u))
    .filter((piece) => piece !== '');
  return [...new Set(pieces.map(normalizeText))];
}

/** Letters without a decomposition in Unicode, with their usual spelling without them. */
export const SPELLED_OUT: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

const SPELLED_OUT_LETTERS = new RegExp(`[${Object.keys(SPELLED_OUT).join('')}]`, 'g');

/** Returns the text in lower case and in usual widths, without accents. The marks of Japanese letters are no accents. */
export function normalizeText(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return foldWidth(text)
    .normalize('NFD')
    .replace(/(?![\u3099\u309a])\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(SPELLED_OUT_LETTERS, (letter) => SPELLED_OUT[letter] ?? letter);
}

/** Returns the words by which two texts are compared: the parts of identifiers, and whole Chinese and Japanese words. */
export function listWords(text: string): string[] {
  return tokenize(text).flatMap(({ parts, isCjk }) => (isCjk ? [parts.join('')] : parts));
}

/** Returns the same key for all spellings of a name: `load balancer` for "Load-Balancer" and "LoadBalancer". */
export function toNameKey(text: string): string {
  return tokenize(text)
    .flatMap(({ parts }) => parts)
    .join(' ');
}
