/** From what was typed or pasted to what is searched for: a plain value that can be shown and explained. */
import { chooseConcepts } from './choose-concepts.ts';
import { ConceptReader } from './concept-reader.ts';
import type { Concept, Correction } from './concepts.ts';
import { type ErrorSignature, findSignatures } from './error-signatures.ts';
import { looksLikeLog, stripNoise } from './log-noise.ts';
import type { SearchLexicon } from './search-lexicon.ts';
import { stem } from './stem.ts';
import { normalizeText, type Token, tokenize } from './tokens.ts';
import { LIMITS } from './weights.ts';

export interface QueryUnderstanding {
  readonly query: string;
  /** Whether it was taken for lines of a log or a trace. */
  readonly isLog: boolean;
  readonly tokens: readonly Token[];
  /** What was left out as noise of log lines. */
  readonly noise: readonly string[];
  readonly signatures: readonly ErrorSignature[];
  readonly corrections: readonly Correction[];
  /** Other names that are searched for too, by what was typed. */
  readonly expansions: readonly { readonly typed: string; readonly names: readonly string[] }[];
  /** Words that no page holds. */
  readonly unknown: readonly string[];
  readonly concepts: readonly Concept[];
}

export interface UnderstandOptions {
  /** What is searched for as it was typed: corrections that were undone. */
  readonly literal?: ReadonlySet<string>;
}

const MAX_TOKENS = 400;

export function understandQuery(
  query: string,
  lexicon: SearchLexicon,
  { literal = new Set() }: UnderstandOptions = {},
): QueryUnderstanding {
  const isLog = looksLikeLog(query);
  const clean = isLog ? stripNoise(query) : { text: query, noise: [] };
  const found = tokenize(clean.text);
  const tokens = removeDuplicates(found.length > 0 ? found : tokenize(query)).slice(0, MAX_TOKENS);
  const reader = new ConceptReader(lexicon, isLog, new Set([...literal].map(normalizeText)));
  reader.readTokens(tokens);
  const signatures = selectSignatures(query, isLog);
  for (const signature of signatures.slice(0, LIMITS.signatures)) reader.readSignature(signature);
  const { corrections, unknown } = reader;
  const concepts = chooseConcepts(reader.concepts, lexicon.wordFrequencies, isLog);
  const asked = new Set(concepts.flatMap(({ terms }) => terms.map(({ text }) => text)));
  const expansions = reader.expansions.flatMap(({ typed, names }) => {
    const kept = names.filter((name) => asked.has(name));
    return kept.length > 0 ? [{ typed, names: kept }] : [];
  });
  return { query, isLog, tokens, noise: clean.noise, signatures, corrections, expansions, unknown, concepts };
}

function removeDuplicates(tokens: readonly Token[]): Token[] {
  const seen = new Set<string>();
  return tokens.filter(({ typed }) => {
    const key = stem(typed.toLowerCase());
    return !seen.has(key) && seen.add(key);
  });
}

/** In typed words a signature counts only where more than one plain word shows it. */
function selectSignatures(query: string, isLog: boolean): ErrorSignature[] {
  const found = query.split('\n').flatMap(findSignatures);
  const all = [...new Set(found)];
  return isLog ? all : all.filter(({ pattern }) => /[^a-z]/.test(pattern.exec(query)?.[0] ?? ''));
}
