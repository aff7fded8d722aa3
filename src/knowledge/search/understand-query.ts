/** Turns what was typed or pasted into what is searched for, as a plain value that can be shown and explained. */

import { Aliases } from './aliases.ts';
import { chooseConcepts } from './choose-concepts.ts';
import { ConceptReader } from './concept-reader.ts';
import type { Concept, Correction, OtherNames } from './concepts.ts';
import { type ErrorSignature, findSignatures } from './error-signatures.ts';
import { looksLikeLog, stripNoise } from './log-noise.ts';
import type { QueryTables } from './query-tables.ts';
import { findQuotedPhrases, isOnlyPhrases } from './quoted-phrases.ts';
import type { SearchLexicon } from './search-lexicon.ts';
import { stem } from './stem.ts';
import { normalizeText, type Token, tokenize } from './tokens.ts';
import { translateQuery } from './translate-query.ts';
import { LIMITS } from './weights.ts';

export interface QueryUnderstanding {
  readonly query: string;
  /** True if it looks like lines of a log or a stack trace. */
  readonly isLog: boolean;
  readonly tokens: readonly Token[];
  /** The parts of log lines that were ignored. */
  readonly noise: readonly string[];
  readonly signatures: readonly ErrorSignature[];
  readonly corrections: readonly Correction[];
  /** Other names that are also searched for. */
  readonly expansions: readonly OtherNames[];
  /** The words that postmortems use for what was typed in another language or in everyday words. */
  readonly inOtherWords: readonly OtherNames[];
  /** Words that no page contains. */
  readonly unknown: readonly string[];
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

export function understandQuery(
  query: string,
  lexicon: SearchLexicon,
  { literal = new Set(), ignoresPhrases = false, tables = {}, usesThesaurus = false }: UnderstandOptions = {},
): QueryUnderstanding {
  const mayQuote = !ignoresPhrases && (isOnlyPhrases(query) || !looksLikeLog(query));
  const { phrases, rest } = mayQuote ? findQuotedPhrases(query) : { phrases: [], rest: query };
  const isLog = phrases.length === 0 && looksLikeLog(query);
  const { text: typedText, noise } = isLog ? stripNoise(rest) : { text: rest, noise: [] };
  const literalWords = new Set([...literal].map(normalizeText));
  const translated = translateQuery(typedText, lexicon, tables, literalWords);
  const text = translated?.text ?? typedText;
  const allTokens = tokenize(text);
  const tokens = removeDuplicates(allTokens.length > 0 ? allTokens : tokenize(rest)).slice(0, MAX_TOKENS);
  const reader = new ConceptReader(lexicon, {
    isLog,
    literal: literalWords,
    english: tables.english,
    names: [
      ...(translated ? [new Aliases(translated.groups)] : []),
      ...(usesThesaurus && tables.thesaurus ? [tables.thesaurus] : []),
    ],
    isForeign: translated?.isMain ?? false,
    isEveryday: usesThesaurus,
  });
  reader.readTokens(tokens);
  for (const phrase of phrases) reader.readPhrase(phrase);
  const signatures = selectSignatures(translated ? `${query}\n${text}` : query, isLog);
  for (const signature of signatures.slice(0, LIMITS.signatures)) reader.readSignature(signature);
  const { corrections, unknown } = reader;
  const concepts = chooseConcepts(reader.concepts, lexicon.wordFrequencies, isLog);
  const termTexts = new Set(concepts.flatMap(({ terms }) => terms.map((term) => term.text)));
  const expansions = reader.expansions.flatMap(({ typed, names }) => {
    const searched = names.filter((name) => termTexts.has(name));
    return searched.length > 0 ? [{ typed, names: searched }] : [];
  });
  const translations = (translated?.translations ?? []).map(({ typed, names }) => ({
    typed,
    names: names.filter((name, index) => index === 0 || termTexts.has(name)),
  }));
  const inOtherWords = [...translations, ...reader.inOtherWords];
  return {
    query,
    isLog,
    tokens,
    noise,
    signatures,
    corrections,
    expansions,
    inOtherWords,
    unknown,
    phrases,
    concepts,
  };
}

function removeDuplicates(tokens: readonly Token[]): Token[] {
  const seen = new Set<string>();
  return tokens.filter(({ typed }) => {
    const key = stem(typed.toLowerCase());
    return !seen.has(key) && seen.add(key);
  });
}

/** In typed words, a signature counts only if more than one plain word matches it. */
function selectSignatures(query: string, isLog: boolean): ErrorSignature[] {
  const signatures = [...new Set(query.split('\n').flatMap(findSignatures))];
  return isLog
    ? signatures
    : signatures.filter(({ pattern }) => /[^a-z]/.test(pattern.exec(query)?.[0] ?? ''));
}
