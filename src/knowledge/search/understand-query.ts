/** Turns what was typed or pasted into what is searched for, as a plain value that can be shown and explained. */
import { chooseConcepts } from './choose-concepts.ts';
import { ConceptReader } from './concept-reader.ts';
import type { Concept, Correction } from './concepts.ts';
import { type ErrorSignature, findSignatures } from './error-signatures.ts';
import { looksLikeLog, stripNoise } from './log-noise.ts';
import { findQuotedPhrases, isOnlyPhrases } from './quoted-phrases.ts';
import type { SearchLexicon } from './search-lexicon.ts';
import { stem } from './stem.ts';
import { normalizeText, type Token, tokenize } from './tokens.ts';
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
  /** Other names that are also searched for, by what was typed. */
  readonly expansions: readonly { readonly typed: string; readonly names: readonly string[] }[];
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
}

const MAX_TOKENS = 400;

export function understandQuery(
  query: string,
  lexicon: SearchLexicon,
  { literal = new Set(), ignoresPhrases = false }: UnderstandOptions = {},
): QueryUnderstanding {
  const mayQuote = !ignoresPhrases && (isOnlyPhrases(query) || !looksLikeLog(query));
  const { phrases, rest } = mayQuote ? findQuotedPhrases(query) : { phrases: [], rest: query };
  const isLog = phrases.length === 0 && looksLikeLog(query);
  const { text, noise } = isLog ? stripNoise(rest) : { text: rest, noise: [] };
  const allTokens = tokenize(text);
  const tokens = removeDuplicates(allTokens.length > 0 ? allTokens : tokenize(rest)).slice(0, MAX_TOKENS);
  const reader = new ConceptReader(lexicon, isLog, new Set([...literal].map(normalizeText)));
  reader.readTokens(tokens);
  for (const phrase of phrases) reader.readPhrase(phrase);
  const signatures = selectSignatures(query, isLog);
  for (const signature of signatures.slice(0, LIMITS.signatures)) reader.readSignature(signature);
  const { corrections, unknown } = reader;
  const concepts = chooseConcepts(reader.concepts, lexicon.wordFrequencies, isLog);
  const termTexts = new Set(concepts.flatMap(({ terms }) => terms.map((term) => term.text)));
  const expansions = reader.expansions.flatMap(({ typed, names }) => {
    const searched = names.filter((name) => termTexts.has(name));
    return searched.length > 0 ? [{ typed, names: searched }] : [];
  });
  return { query, isLog, tokens, noise, signatures, corrections, expansions, unknown, phrases, concepts };
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
