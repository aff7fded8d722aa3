/** Translates the words of operations in a query from another language into English. */
import type { AliasGroup } from './aliases.ts';
import { isCjkParticle, segmentRun, splitRuns } from './cjk.ts';
import { isEnglishWord, isKnownWord } from './english-words.ts';
import type { ForeignLanguage, ForeignMatch } from './foreign-language.ts';
import type { QueryTables } from './query-tables.ts';
import type { SearchLexicon } from './search-lexicon.ts';
import { normalizeText, type Token, tokenize } from './tokens.ts';
import type { WordFrequencies } from './word-frequencies.ts';

interface Translation {
  readonly typed: string;
  /** English words, first the one that replaces what was typed. */
  readonly names: readonly string[];
}

export interface TranslatedQuery {
  readonly text: string;
  readonly translations: readonly Translation[];
  /** The translations with what was typed, as names with the same meaning. */
  readonly groups: readonly AliasGroup[];
  /** True if more words of the query are in another language than in English. */
  readonly isMain: boolean;
}

/** A word of the query, or a run of Chinese or Japanese letters. */
interface Unit {
  readonly typed: string;
  readonly key: string;
  readonly isCjk: boolean;
}

/** @param literal normalized words to search for as typed */
export function translateQuery(
  text: string,
  lexicon: SearchLexicon,
  { english, languages = [] }: QueryTables,
  literal: ReadonlySet<string> = new Set(),
): TranslatedQuery | undefined {
  if (languages.length === 0) return undefined;
  const isEnglish = (word: string) => isEnglishWord(word, english);
  const isKnown = (word: string) => isKnownWord(word, lexicon);
  const units = listUnits(text, isKnown);
  const detected = detectLanguage(units, languages, isEnglish);
  const isMain = detected?.isMain ?? units.every(({ isCjk }) => isCjk);
  const writer = new TranslationWriter(lexicon.wordFrequencies);
  // A word that is English, too, is translated only in a question of the other language.
  const mayTranslate = (covered: readonly Unit[]) =>
    (isMain || covered.some(({ key }) => !isEnglish(key) && !isKnown(key))) &&
    !covered.some(({ key }) => literal.has(key));
  const isFunctionWord = (word: string) => detected?.language.isFunctionWord(word) === true;
  const keys = units.map(({ key, isCjk }) => (isCjk ? '' : key));
  for (let at = 0; at < units.length;) {
    const match = detected?.language.findAt(keys, at);
    const covered = units.slice(at, at + (match?.length ?? 1));
    if (match && mayTranslate(covered)) {
      writer.translate(covered.map(({ typed }) => typed).join(' '), match.names);
      at += match.length;
      continue;
    }
    if (covered[0])
      keepUnit(covered[0], { languages, writer, isDropped: isMain && isFunctionWord(covered[0].key) });
    at++;
  }
  return writer.translations.length > 0 ? { ...writer.finish(), isMain } : undefined;
}

/** Keeps a word that has no translation, unless it is dropped. */
function keepUnit(
  { typed, isCjk }: Unit,
  context: { languages: readonly ForeignLanguage[]; writer: TranslationWriter; isDropped: boolean },
): void {
  if (isCjk) translateRun(typed, context.languages, context.writer);
  else if (!context.isDropped) context.writer.keep(typed);
}

/** Collects the words of the translated query. */
class TranslationWriter {
  readonly translations: Translation[] = [];
  readonly #words: string[] = [];
  readonly #frequencies: WordFrequencies;

  constructor(frequencies: WordFrequencies) {
    this.#frequencies = frequencies;
  }

  keep(word: string): void {
    this.#words.push(word);
  }

  translate(typed: string, names: readonly string[]): void {
    const ordered = sortByUse(names, this.#frequencies);
    this.#words.push(ordered[0] ?? typed);
    this.translations.push({ typed, names: ordered });
  }

  finish(): Omit<TranslatedQuery, 'isMain'> {
    const groups = this.translations.map(({ typed, names }): AliasGroup => {
      return { names: [...names, typed], misspellings: [], type: 'foreign' };
    });
    return { text: this.#words.join(' '), translations: this.translations, groups };
  }
}

function listUnits(text: string, isKnown: (word: string) => boolean): Unit[] {
  return text
    .split(/[\s,;"`|<>(){}=]+/u)
    .flatMap(splitRuns)
    .flatMap(({ text: piece, isCjk }) =>
      isCjk
        ? [{ typed: piece, key: normalizeText(piece), isCjk }]
        : tokenize(piece).flatMap((token) => toUnits(token, isKnown)),
    );
}

/** Returns the words of a compound with hyphens or apostrophes, such as `Cluster-Knoten`, or an identifier as it is. */
function toUnits({ typed, whole, parts }: Token, isKnown: (word: string) => boolean): Unit[] {
  const isCompound = parts.length > 1 && /^[\p{L}\p{M}'’-]+$/u.test(typed) && !isKnown(whole);
  const pieces = isCompound ? typed.split(/['’-]/u) : [typed];
  return pieces.map((piece) => ({
    typed: piece,
    key: isCompound || parts.length === 1 ? normalizeText(piece) : whole,
    isCjk: false,
  }));
}

interface DetectedLanguage {
  readonly language: ForeignLanguage;
  /** True if more words of the query are in this language than in English. */
  readonly isMain: boolean;
}

function detectLanguage(
  units: readonly Unit[],
  languages: readonly ForeignLanguage[],
  isEnglish: (word: string) => boolean,
): DetectedLanguage | undefined {
  const keys = units.map(({ key, isCjk }) => (isCjk ? '' : key));
  let best: { language: ForeignLanguage; own: number; english: number } | undefined;
  for (const language of languages) {
    const evidence = countEvidence(keys, language, isEnglish);
    if (evidence.own > (best?.own ?? 0)) best = { language, ...evidence };
  }
  return best && { language: best.language, isMain: best.own > best.english };
}

/** Counts the words that speak for a language, entries twice, and those that are only English. */
function countEvidence(
  keys: readonly string[],
  language: ForeignLanguage,
  isEnglish: (word: string) => boolean,
): { own: number; english: number } {
  let [own, english] = [0, 0];
  for (let at = 0; at < keys.length;) {
    const length = language.findAt(keys, at)?.length;
    const isEntry = length !== undefined;
    const isOwn = isEntry || language.isFunctionWord(keys[at] ?? '');
    const isForeign = keys.slice(at, at + (length ?? 1)).some((key) => key !== '' && !isEnglish(key));
    if (isOwn && isForeign) own += isEntry ? 2 * length : 1;
    if (!isOwn && !isForeign) english++;
    at += length ?? 1;
  }
  return { own, english };
}

/** Translates the words in a run of Japanese letters, and keeps its other words. */
function translateRun(run: string, languages: readonly ForeignLanguage[], writer: TranslationWriter): void {
  const letters = [...normalizeText(run)];
  let rest = '';
  const keepRest = () => {
    for (const word of segmentRun(rest)) if (!isCjkParticle(word) && word !== 'ー') writer.keep(word);
    rest = '';
  };
  for (let at = 0; at < letters.length;) {
    const match = findLongestInRun(languages, letters, at);
    if (match) {
      keepRest();
      writer.translate(letters.slice(at, at + match.length).join(''), match.names);
    } else rest += letters[at] ?? '';
    at += match?.length ?? 1;
  }
  keepRest();
}

function findLongestInRun(
  languages: readonly ForeignLanguage[],
  letters: readonly string[],
  at: number,
): ForeignMatch | undefined {
  const matches = languages.flatMap((language) => language.findInRun(letters, at) ?? []);
  return matches.sort((a, b) => b.length - a.length)[0];
}

/** Puts the first name whose words the pages contain in front. */
function sortByUse(names: readonly string[], frequencies: WordFrequencies): string[] {
  const used = names.find((name) => name.split(' ').every((word) => frequencies.has(word)));
  return used === undefined ? [...names] : [used, ...names.filter((name) => name !== used)];
}
