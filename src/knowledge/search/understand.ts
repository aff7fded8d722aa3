/** From what was typed or pasted to what is searched for: a plain value that can be shown and explained. */
import { chooseConcepts } from './choose.ts';
import type { Concept, Correction } from './concepts.ts';
import type { Lexicon } from './lexicon.ts';
import { looksLikeLog, withoutNoise } from './noise.ts';
import { Reader } from './reader.ts';
import { type Signature, signaturesIn } from './signatures.ts';
import { stem } from './stem.ts';
import { plain, type Token, tokensOf } from './tokens.ts';
import { LIMITS } from './weights.ts';

export interface Understanding {
  readonly query: string;
  /** Whether it was taken for lines of a log or a trace. */
  readonly isLog: boolean;
  readonly tokens: readonly Token[];
  /** What was left out as noise of log lines. */
  readonly noise: readonly string[];
  readonly signatures: readonly Signature[];
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

const MOST_TOKENS = 400;

export function understand(
  query: string,
  lexicon: Lexicon,
  { literal = new Set() }: UnderstandOptions = {},
): Understanding {
  const isLog = looksLikeLog(query);
  const clean = isLog ? withoutNoise(query) : { text: query, noise: [] };
  const found = tokensOf(clean.text);
  const tokens = distinct(found.length > 0 ? found : tokensOf(query)).slice(0, MOST_TOKENS);
  const reader = new Reader(lexicon, isLog, new Set([...literal].map(plain)));
  reader.readTokens(tokens);
  const signatures = signaturesOf(query, isLog);
  for (const signature of signatures.slice(0, LIMITS.signatures)) reader.readSignature(signature);
  const { corrections, unknown } = reader;
  const concepts = chooseConcepts(reader.concepts, lexicon.vocabulary, isLog);
  const asked = new Set(concepts.flatMap(({ terms }) => terms.map(({ text }) => text)));
  const expansions = reader.expansions.flatMap(({ typed, names }) => {
    const kept = names.filter((name) => asked.has(name));
    return kept.length > 0 ? [{ typed, names: kept }] : [];
  });
  return { query, isLog, tokens, noise: clean.noise, signatures, corrections, expansions, unknown, concepts };
}

function distinct(tokens: readonly Token[]): Token[] {
  const seen = new Set<string>();
  return tokens.filter(({ typed }) => {
    const key = stem(typed.toLowerCase());
    return !seen.has(key) && seen.add(key);
  });
}

/** In typed words a signature counts only where more than one plain word shows it. */
function signaturesOf(query: string, isLog: boolean): Signature[] {
  const found = query.split('\n').flatMap(signaturesIn);
  const all = [...new Set(found)];
  return isLog ? all : all.filter(({ pattern }) => /[^a-z]/.test(pattern.exec(query)?.[0] ?? ''));
}
