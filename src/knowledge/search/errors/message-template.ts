/**
 * Compiles templates of error messages to patterns that take linear time. A template is written like the message in the
 * source of its program:
 *
 * - `%s` is up to 80 characters, `%d` a number
 * - `{a|b|}` is one of the texts between the bars; the last may be empty
 * - a space is one or more spaces, a quotation mark any or none; everything else is literal, in any case
 */

export interface MessagePattern {
  /** Pairs of adjacent words, and single words. A line that contains none of them cannot match. */
  readonly keys: readonly string[];
  /** The source of a case-insensitive regular expression. */
  readonly source: string;
  /** True if the message is only a code: `ENOSPC`. */
  readonly isOneWord: boolean;
  /** True if the message is two words that look ordinary: any program may mean them. */
  readonly isVague: boolean;
  /** The texts to search: single everyday words count only in a log, bare numbers only in typed words. */
  readonly scope: 'any' | 'log' | 'typed';
}

type Part =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'any' }
  | { readonly type: 'number' }
  | { readonly type: 'choice'; readonly options: readonly string[] };

const MAX_COMBINATIONS = 64;
const WORD = /[a-z0-9_]+/g;
/** Stands for a wildcard in a combination. Words that touch it may be longer in the message. */
const WILDCARD = '\0';

/** @throws if the template contains no whole word, or more than two `%s` */
export function compileTemplate(template: string): MessagePattern {
  const parts = parseTemplate(template);
  if (parts.filter(({ type }) => type === 'any').length > 2)
    throw new Error(`Expected at most two %s in ${template}`);
  const start = '(?<![a-z0-9_])';
  const end = /\w$/.test(template) && !/%[sd]$/.test(template) ? '(?![a-z0-9_])' : '';
  return {
    keys: findKeys(parts, template),
    source: `${start}${parts.map(toSource).join('')}${end}`,
    isOneWord: /^\w+$/.test(template),
    isVague: /^(?:[a-z]+ [a-zA-Z]+|[A-Z]?[a-z]+ [a-z]+|[A-Z]+ [A-Z]+)$/.test(template),
    scope: /^[a-z]+$/.test(template) ? 'log' : 'any',
  };
}

function parseTemplate(template: string): Part[] {
  // A word that may be missing takes its space with it.
  const optional = /(?<=^|\s)\{([^{}]+)\|\} /g;
  return template
    .replace(optional, (_, options: string) => `{${options.replaceAll('|', ' |')} |}`)
    .split(/(%[sd]|\{[^{}]*\|[^{}]*\})/)
    .filter((piece) => piece !== '')
    .map((piece): Part => {
      if (piece === '%s') return { type: 'any' };
      if (piece === '%d') return { type: 'number' };
      if (/^\{.*\}$/.test(piece)) return { type: 'choice', options: piece.slice(1, -1).split('|') };
      return { type: 'text', text: piece };
    });
}

function toSource(part: Part): string {
  switch (part.type) {
    case 'any':
      return '[^\\n]{0,80}?';
    case 'number':
      return '\\d{1,19}';
    case 'choice':
      return `(?:${part.options.map(escapeText).join('|')})`;
    case 'text':
      return escapeText(part.text);
  }
}

function escapeText(text: string): string {
  return text
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/ +/g, '[ \\t]{1,4}')
    .replace(/['"`]/g, `(?:\\\\?['"\`‘’“”])?`);
}

/** Returns the longest key that every match contains, or one for each way to combine the choices. */
function findKeys(parts: readonly Part[], template: string): string[] {
  const common = findLongestKey(parts.map((part) => (part.type === 'text' ? part.text : WILDCARD)).join(''));
  if (common?.includes(' ')) return [common];
  const texts = combine(parts);
  if (texts.length > MAX_COMBINATIONS) throw new Error(`Expected fewer choices in ${template}`);
  const keys = texts.map((text) => {
    const key = findLongestKey(text) ?? common;
    if (!key) throw new Error(`Expected a whole word in ${template}`);
    return key;
  });
  return [...new Set(keys)];
}

function combine(parts: readonly Part[]): string[] {
  let texts = [''];
  for (const part of parts) {
    const options = part.type === 'choice' ? part.options : [part.type === 'text' ? part.text : WILDCARD];
    texts = texts.flatMap((text) => options.map((option) => text + option));
  }
  return texts;
}

/** Returns the longest pair of words that are whole and adjacent in every match, or else the longest word. */
function findLongestKey(text: string): string | undefined {
  const lower = text.toLowerCase();
  const words = [...lower.matchAll(WORD)].map(({ 0: word, index }) => {
    const isOpen = lower[index - 1] === WILDCARD || lower[index + word.length] === WILDCARD;
    return { word, isWhole: !isOpen, end: index + word.length, index };
  });
  const pairs = words.flatMap((first, at) => {
    const second = words[at + 1];
    if (!second || !first.isWhole || !second.isWhole) return [];
    return lower.slice(first.end, second.index).includes(WILDCARD) ? [] : [`${first.word} ${second.word}`];
  });
  const singles = words.filter(({ word, isWhole }) => isWhole && word.length > 1).map(({ word }) => word);
  return findLongest(pairs) ?? findLongest(singles);
}

function findLongest(texts: readonly string[]): string | undefined {
  return [...texts].sort((a, b) => b.length - a.length)[0];
}

/** Returns the words of a line and all pairs of adjacent ones, in lower case. */
export function listKeys(line: string): Set<string> {
  const words = line.toLowerCase().match(WORD) ?? [];
  return new Set([...words, ...words.slice(1).map((word, index) => `${words[index]} ${word}`)]);
}

const STATUS_NAME = String.raw`(?:https?(?:/[123](?:\.\d)?)?|(?:[a-z]{1,10}_)?status(?:[ _-]?code)?|statuscode|(?:response|error|http|err)[ _-]?code|error|response|code)`;
const STATUS_VERB = `(?:returned|returns|returning|respond(?:ed|s)? with|answered(?: with)?|received|got)`;
const STATUS_FILLER = `(?: (?:an?|is|was|with|status|http|code|error)){0,2}`;

const NOT_A_UNIT = String.raw`(?! ?(?:%|percent|[kmgt]?i?b\b|bytes|[mnu]?s\b|sec|min|hours|days|times|rows|files|users|requests))`;

/** Returns the patterns of a status code of HTTP, in the ways logs and people write it. */
export function compileStatus(status: number): MessagePattern[] {
  const code = { keys: [String(status)], isOneWord: true, isVague: false };
  return [
    {
      ...code,
      source: String.raw`(?<![a-z0-9_])${STATUS_NAME}${STATUS_FILLER}["']?[ :=("'[]{1,3}${status}(?![\w.])`,
      scope: 'any',
    },
    {
      ...code,
      // Not "received 500 bytes".
      source: String.raw`(?<![a-z0-9_])${STATUS_VERB}${STATUS_FILLER} ${status}(?![\w.]| [a-z])`,
      scope: 'any',
    },
    // The Common Log Format: the status follows the request line.
    { ...code, source: `" ${status}(?= )`, scope: 'any' },
    {
      ...code,
      source: String.raw`(?<![\w.:-])${status}(?= (?:errors?|responses?|status|from)\b)`,
      scope: 'any',
    },
    { ...code, source: String.raw`(?<![\w.:-])${status}(?![\w.:-])${NOT_A_UNIT}`, scope: 'typed' },
  ];
}

/** Returns the patterns of a SQLSTATE code, which is distinctive only if it contains letters. */
export function compileSqlState(state: string): MessagePattern[] {
  const code = { keys: [state.toLowerCase()], isOneWord: true, isVague: false };
  const bare = String.raw`(?<![\w.:-])${state}(?![\w.-])`;
  if (/[a-z]/i.test(state)) return [{ ...code, source: bare, scope: 'any' }];
  return [
    {
      ...code,
      source: String.raw`(?<![a-z0-9_])(?:sqlstate|error|state|code)[ :=["'(]{1,4}${state}(?!\w)`,
      scope: 'any',
    },
    { ...code, source: bare, scope: 'typed' },
  ];
}
