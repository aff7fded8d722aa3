/**
 * Chinese, Japanese and Korean text, which has no spaces between its words. The index contains every character as a word
 * of its own, and a query looks for its words as phrases of characters: so a word is found anywhere in a run, whatever
 * dictionary the browser has.
 */

const LETTER = String.raw`(?=[\p{L}\p{N}])[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]`;
const RUNS = new RegExp(`(?:${LETTER})+`, 'gu');
const IS_LETTER = new RegExp(LETTER, 'u');

/** Marks the end of a word that is not followed by a space in the text: U+2060, the word joiner. */
const JOINT = '\u2060';

/** The places between two characters without a space, at least one of which is a CJK letter. */
const BOUNDARIES = new RegExp(
  `(?<=${LETTER}[^\\p{L}\\p{N}\\s]*)(?=[\\p{L}\\p{N}])|(?<=\\S)(?=${LETTER})`,
  'gu',
);

export function hasCjkLetters(text: string): boolean {
  return !isAscii(text) && IS_LETTER.test(text);
}

/** Most words are ASCII, and the patterns of other letters take long. */
export function isAscii(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text);
}

/** Returns the text with full-width letters and half-width Katakana in their usual widths. */
export function foldWidth(text: string): string {
  return text.replace(/[\u3000\uff01-\uffee]+/g, (run) => run.normalize('NFKC'));
}

/** Returns the text with every CJK letter as a word of its own. */
export function separateCjk(text: string): string {
  return hasCjkLetters(text) ? text.replace(BOUNDARIES, `${JOINT} `) : text;
}

/** Undoes `separateCjk`. */
export function joinCjk(text: string): string {
  return text.replaceAll(`${JOINT} `, '');
}

/** Returns what is between a word of a separated text and the next one: a space, or nothing in CJK text. */
export function getGapAfter(word: string): '' | ' ' {
  return word.endsWith(JOINT) ? '' : ' ';
}

/** Returns whether most words of a separated text are single CJK letters. */
export function isMostlyCjk(words: readonly string[]): boolean {
  return words.filter((word) => word.endsWith(JOINT)).length * 2 > words.length;
}

/** Returns a word of a separated text as it is in the text. */
export function removeJoint(word: string): string {
  return word.endsWith(JOINT) ? word.slice(0, -JOINT.length) : word;
}

/** Splits a piece of a text at the borders of CJK runs: `Redis接続` into `Redis` and `接続`. */
export function splitRuns(piece: string): { readonly text: string; readonly isCjk: boolean }[] {
  if (isAscii(piece)) return piece ? [{ text: piece, isCjk: false }] : [];
  const parts: { text: string; isCjk: boolean }[] = [];
  let end = 0;
  for (const { 0: text, index } of piece.matchAll(RUNS)) {
    if (index > end) parts.push({ text: piece.slice(end, index), isCjk: false });
    parts.push({ text, isCjk: true });
    end = index + text.length;
  }
  if (end < piece.length) parts.push({ text: piece.slice(end), isCjk: false });
  return parts;
}

type Segment = (run: string) => string[];

/** Created when a text first needs it, because that takes as long as a search. */
let segment: Segment | undefined;

function createSegmenter(): Segment {
  if (typeof Intl.Segmenter !== 'function') return segmentByScript;
  const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
  return (run) => [...segmenter.segment(run)].map((part) => part.segment);
}

/** Splits a run where its script changes. A run of Chinese characters stays whole: its pairs are searched for too. */
export function segmentByScript(run: string): string[] {
  return run.match(/\p{Script=Han}+|\p{Script=Hiragana}+|[^\p{Script=Han}\p{Script=Hiragana}]+/gu) ?? [];
}

/** Splits a run of CJK letters into words. Katakana without a space in between is one word: タイムアウト. */
export function segmentRun(run: string): string[] {
  const words: string[] = [];
  segment ??= createSegmenter();
  for (const word of segment(run)) {
    const last = words.at(-1);
    if (last !== undefined && IS_KATAKANA.test(last) && IS_KATAKANA.test(word))
      words[words.length - 1] = last + word;
    else words.push(word);
  }
  return words;
}

const IS_KATAKANA = /^(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Hangul})[\p{scx=Katakana}]+$/u;

/** Particles, pronouns and auxiliaries of Chinese, which are in nearly every text. */
const CHINESE_PARTICLES = '的了是在和与及也就都而但或我你他她它们这那个吗呢吧被把对为从到';

/** Returns whether a word is in nearly every text: Hiragana of at most three letters, or a Chinese particle. */
export function isCjkParticle(word: string): boolean {
  return (
    /^\p{Script=Hiragana}{1,3}$/u.test(word) ||
    [...word].every((letter) => CHINESE_PARTICLES.includes(letter))
  );
}

/** Returns the pairs of neighbouring letters of a longer Chinese or Korean word, by which other compounds are found. */
export function listLetterPairs(word: string): string[][] {
  const letters = [...word];
  if (letters.length < 3 || !/^[\p{Script=Han}\p{Script=Hangul}]+$/u.test(word)) return [];
  return letters.slice(1).map((letter, index) => [letters[index] ?? '', letter]);
}

/** Joins letters that were looked up as a phrase: `接 続 プ ー ル` is one word. */
export function joinLetters(text: string): string {
  return text.replace(new RegExp(`(?<=${LETTER}) (?=${LETTER})`, 'gu'), '');
}

/** Returns the letters of a word without its final length mark, which many writers omit: サーバー and サーバ. */
export function listLetters(word: string): string[] {
  const letters = [...word];
  return letters.length > 2 && letters.at(-1) === 'ー' ? letters.slice(0, -1) : letters;
}
