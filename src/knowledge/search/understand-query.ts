/** Turns what was typed or pasted into what is searched for, as a plain value that can be shown and explained. */
import { Aliases } from './aliases.ts';
import { chooseConcepts } from './choose-concepts.ts';
import type { Concept, Correction, OtherNames } from './concepts.ts';
import { type CutText, cutText } from './cut-text.ts';
import { rateLine, removeSeverityLabel } from './errors/line-importance.ts';
import { type RecognisedError, recogniseErrors } from './errors/recognise-errors.ts';
import { looksLikeLog, type StrippedText, stripNoise } from './log-noise.ts';
import type { QueryTables } from './query-tables.ts';
import { findQuotedPhrases, isOnlyPhrases } from './quoted-phrases.ts';
import { readPhrase } from './reading/read-as-typed.ts';
import { readErrors, readSystem } from './reading/read-errors.ts';
import { readFrames } from './reading/read-products.ts';
import { readTokens } from './reading/read-tokens.ts';
import { Reading } from './reading/reading.ts';
import type { SearchLexicon } from './search-lexicon.ts';
import { stem } from './stem.ts';
import { normalizeText, type Token, tokenize } from './tokens.ts';
import { translateQuery } from './translate-query.ts';
import { WEIGHTS } from './weights.ts';

export interface QueryUnderstanding {
  readonly query: string;
  /** The part of the query that is read: all of it, if it is not too long. */
  readonly text: string;
  /** True if it looks like lines of a log or a stack trace. */
  readonly isLog: boolean;
  readonly tokens: readonly Token[];
  /** The parts of log lines that were ignored. */
  readonly noise: readonly string[];
  /** The known errors in it, the most important first. */
  readonly errors: readonly RecognisedError[];
  /** The parts that were not read, because they are too long. */
  readonly cut: Pick<CutText, 'isCut' | 'cutLines'>;
  readonly corrections: readonly Correction[];
  /** Other names that are also searched for. */
  readonly expansions: readonly OtherNames[];
  /** The words that postmortems use for what was typed in another language or in everyday words. */
  readonly inOtherWords: readonly OtherNames[];
  /** Words that no page contains. */
  readonly unknown: readonly string[];
  /** The sum of the weights of the unknown words: everyday words count less than others. */
  readonly unknownWeight: number;
  /** The phrases in quotation marks. */
  readonly phrases: readonly string[];
  readonly concepts: readonly Concept[];
}

export interface UnderstandOptions {
  /** Words to search for as typed, because their correction was undone. */
  readonly literal?: ReadonlySet<string>;
  /** Reads the words of phrases in quotation marks as if they had none. */
  readonly ignoresPhrases?: boolean;
  readonly tables?: QueryTables;
  /** Also reads everyday words, if the thesaurus is among the tables. */
  readonly usesThesaurus?: boolean;
}

const MAX_TOKENS = 400;
/** Longer texts are not questions, and finding out their language takes long. */
const MAX_TRANSLATED_LENGTH = 2_000;

export function understandQuery(
  query: string,
  lexicon: SearchLexicon,
  { literal = new Set(), ignoresPhrases = false, tables = {}, usesThesaurus = false }: UnderstandOptions = {},
): QueryUnderstanding {
  const { text, ...cut } = cutText(query);
  const { isLog, phrases, rest, ...stripped } = readForm(text, ignoresPhrases);
  const literalWords = new Set([...literal].map(normalizeText));
  const translated =
    stripped.text.length <= MAX_TRANSLATED_LENGTH
      ? translateQuery(stripped.text, lexicon, tables, literalWords)
      : undefined;
  const lines = translated ? [text, translated.text] : text.split('\n');
  const { errors, services } = recogniseErrors(lines, tables.errors, isLog);
  const reading = new Reading(lexicon, {
    isLog,
    literal: literalWords,
    explained: listExplainedStems(errors),
    recognised: new Set(
      errors.flatMap(({ messages }) => messages.flatMap(tokenize)).map(({ whole }) => whole),
    ),
    english: tables.english,
    names: [
      ...(translated ? [new Aliases(translated.groups)] : []),
      ...(usesThesaurus && tables.thesaurus ? [tables.thesaurus] : []),
    ],
    isForeign: translated?.isMain ?? false,
    isEveryday: usesThesaurus,
  });
  readErrors(reading, errors);
  for (const service of services) readSystem(reading, service);
  const parts =
    isLog && !translated
      ? splitByImportance(rest, stripped.text, errors)
      : { serious: translated?.text ?? readTyped(stripped.text, errors), context: '' };
  const { serious, context } = listTokens(parts, rest);
  readTokens(reading, serious);
  readTokens(reading, context, WEIGHTS.contextLine);
  readFrames(reading, stripped.frames);
  for (const phrase of phrases) readPhrase(reading, phrase);
  const { corrections, unknown, unknownWeight } = reading;
  const concepts = chooseConcepts(reading.concepts, lexicon.wordFrequencies, isLog);
  const termTexts = new Set(concepts.flatMap(({ terms }) => terms.map((term) => term.text)));
  const expansions = reading.expansions.flatMap(({ typed, names }) => {
    const searched = names.filter((name) => termTexts.has(name));
    return searched.length > 0 ? [{ typed, names: searched }] : [];
  });
  const translations = (translated?.translations ?? []).map(({ typed, names }) => ({
    typed,
    names: names.filter((name, index) => index === 0 || termTexts.has(name)),
  }));
  return {
    query,
    text,
    isLog,
    tokens: [...serious, ...context],
    noise: stripped.noise,
    errors,
    cut,
    corrections,
    expansions,
    inOtherWords: [...translations, ...reading.inOtherWords],
    unknown,
    unknownWeight,
    phrases,
    concepts,
  };
}

interface QueryForm extends StrippedText {
  readonly isLog: boolean;
  readonly phrases: readonly string[];
  /** The text without the phrases. */
  readonly rest: string;
}

/** Tells a log from typed words, and takes the noise out of one and the phrases out of the other. */
function readForm(text: string, ignoresPhrases: boolean): QueryForm {
  const mayQuote = !ignoresPhrases && (isOnlyPhrases(text) || !looksLikeLog(text));
  const { phrases, rest } = mayQuote ? findQuotedPhrases(text) : { phrases: [], rest: text };
  const isLog = phrases.length === 0 && looksLikeLog(text);
  const stripped = isLog ? stripNoise(rest) : { text: rest, noise: [], frames: [] };
  return { isLog, phrases, rest, ...stripped };
}

/** Returns typed text to read. A typed error has the same noise as a logged one. */
function readTyped(text: string, errors: readonly RecognisedError[]): string {
  return errors.length > 0 ? stripNoise(text).text.split('\n').map(removeSeverityLabel).join('\n') : text;
}

/** @param rest the text to read if nothing else has a word */
function listTokens(
  parts: { readonly serious: string; readonly context: string },
  rest: string,
): { serious: Token[]; context: Token[] } {
  const words = tokenize(parts.serious);
  const useful = words.length > 0 || parts.context.trim() !== '' ? words : tokenize(rest);
  const serious = removeDuplicates(useful).slice(0, MAX_TOKENS);
  const context = removeDuplicates(tokenize(parts.context), serious);
  return { serious, context: context.slice(0, MAX_TOKENS - serious.length) };
}

function removeDuplicates(tokens: readonly Token[], earlier: readonly Token[] = []): Token[] {
  const seen = new Set(earlier.map(toTokenKey));
  return tokens.filter((token) => {
    const key = toTokenKey(token);
    return !seen.has(key) && seen.add(key);
  });
}

function toTokenKey({ typed }: Token): string {
  return stem(typed.toLowerCase());
}

/**
 * Splits a log into its serious lines and those around them. Routine messages are omitted if there is a serious line.
 *
 * @param text the whole text, whose lines have the levels
 * @param stripped the same lines without noise
 */
function splitByImportance(
  text: string,
  stripped: string,
  errors: readonly RecognisedError[],
): { serious: string; context: string } {
  const known = new Set(errors.flatMap(({ lines }) => lines));
  const strippedLines = stripped.split('\n');
  const rated = text.split('\n').map((line, index) => {
    const importance = rateLine(line);
    return {
      line: strippedLines[index] ?? '',
      importance: known.has(index + 1) ? Math.max(importance, 2) : importance,
    };
  });
  const isSerious = rated.some(({ importance }) => importance >= 2);
  if (!isSerious) return { serious: stripped, context: '' };
  const join = (wanted: (importance: number) => boolean) =>
    rated
      .filter(({ importance }) => wanted(importance))
      .map(({ line }) => line)
      .join('\n');
  return { serious: join((importance) => importance >= 2), context: join((importance) => importance === 1) };
}

/**
 * Returns the stems of the plain words of recognised messages, and of the words that the errors mean: they are searched
 * for as the meaning of the error, and count once. Codes and identifiers are worth a search as they are.
 */
function listExplainedStems(errors: readonly RecognisedError[]): ReadonlySet<string> {
  const texts = errors.flatMap(({ messages, means }) => [...messages, ...means]);
  const words = texts.flatMap((text) => text.split(/[^A-Za-z]+/));
  return new Set(words.filter((word) => /^[A-Z]?[a-z]+$/.test(word)).map((word) => stem(word.toLowerCase())));
}
