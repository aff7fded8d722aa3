/**
 * The ranking: every concept is looked for on its own, and the answers are added up, the rare ones
 * counting more. So a page that holds most of what was asked for is found where none holds all of it.
 */

import type { Concept, SearchTerm } from './concepts.ts';
import { computeRelevance } from './page-relevance.ts';
import type { Filters, Hit, Page, SearchEngine, SearchField } from './search-engine.ts';
import type { QueryUnderstanding } from './understand-query.ts';
import { LIMITS, WEIGHTS } from './weights.ts';

/** Why a page was found: one concept, by the term that found it best. */
export interface Reason {
  readonly concept: string;
  readonly term: SearchTerm;
  readonly fields: readonly SearchField[];
  /** Its share in the score of the page. */
  readonly score: number;
}

export interface RankedPage {
  readonly key: string;
  readonly page: Page;
  readonly score: number;
  /** How much of what was asked for it holds, from 0 to 1; rare words count more. */
  readonly share: number;
  readonly reasons: readonly Reason[];
  /** The words of the page that matched, in order. */
  readonly locations: readonly number[];
  /** Its own signals that a line of the query resembles. */
  readonly signals: readonly string[];
  /** Whether it holds so little of what was asked for that it is only the closest there is. */
  readonly isClosest: boolean;
}

export interface Ranking {
  readonly results: readonly RankedPage[];
  /** All pages that were found, shown or not. */
  readonly keys: ReadonlySet<string>;
  /** Typed words that turned out to be in no page. */
  readonly unknown: readonly string[];
  /** What was asked for and the first result does not hold. */
  readonly missing: readonly string[];
  /** Whether even the first result is only the closest there is. */
  readonly isClosest: boolean;
}

export interface RankOptions {
  readonly filters?: Filters;
  /** How many pages there are, for the rarity of what was found. */
  readonly pages: number;
  /** How many results are wanted. */
  readonly limit?: number;
  /** How many pages are loaded to be compared closely, if more than are wanted. */
  readonly candidates?: number;
  readonly signal?: AbortSignal;
}

export async function rankPages(
  engine: SearchEngine,
  understanding: QueryUnderstanding,
  { filters = {}, pages, limit = 10, candidates = LIMITS.candidates, signal }: RankOptions,
): Promise<Ranking> {
  const found = await Promise.all(
    understanding.concepts.map((concept) => findConcept(engine, concept, filters, signal)),
  );
  const weights = understanding.concepts.map(
    ({ weight }, index) => weight * computeRarity(found[index]?.size ?? 0, pages),
  );
  // A word that no page holds is as rare as can be, and no result holds it.
  const unknown = understanding.isLog ? 0 : understanding.unknown.length * computeRarity(1, pages);
  const asked = weights.reduce((sum, weight) => sum + weight, unknown);
  const sources = understanding.concepts.map(({ source }) => source);
  const scored = scorePages(found, { sources, weights, asked });
  const best = scored.slice(0, Math.max(limit, candidates));
  const results = (await Promise.all(best.map((candidate) => loadRankedPage(candidate, understanding))))
    .sort(compareByScore)
    .slice(0, limit);
  const [first] = results;
  const isNarrowed = Object.values(filters).some((values) => values.length > 0);
  const held = new Set(first?.reasons.map(({ concept }) => concept));
  const missed = sources.filter((source) => !held.has(source));
  return {
    results,
    keys: new Set(scored.map(({ key }) => key)),
    unknown: isNarrowed
      ? []
      : sources.filter((_, index) => isUnknownWord(understanding.concepts[index], found[index])),
    missing: first ? [...understanding.unknown, ...missed] : [],
    isClosest: first?.isClosest ?? false,
  };
}

/** Whether a word was looked for as it was typed, for want of a vocabulary that knows it, and not found. */
function isUnknownWord(
  concept: Concept | undefined,
  pages: ReadonlyMap<string, ConceptHit> | undefined,
): boolean {
  const isTyped = concept?.terms.every(({ via, match }) => via === 'typed' && match === 'phrase');
  return isTyped === true && pages?.size === 0;
}

/** A page found for one concept, by its best term. */
interface ConceptHit {
  readonly hit: Hit;
  readonly term: SearchTerm;
  readonly score: number;
  /** The scores of the other terms that found it. */
  readonly further: number;
  readonly locations: readonly number[];
}

async function findConcept(
  engine: SearchEngine,
  { terms }: Concept,
  filters: Filters,
  signal?: AbortSignal,
): Promise<Map<string, ConceptHit>> {
  const answers = await Promise.all(terms.map((term) => engine.lookUp(term, filters, signal)));
  const best = new Map<string, ConceptHit>();
  for (const [index, hits] of answers.entries()) {
    const term = terms[index];
    if (!term) continue;
    const top = Math.max(...hits.map(({ score }) => score)) || 1;
    for (const hit of hits) {
      const place = 1 - WEIGHTS.position + (WEIGHTS.position * hit.score) / top;
      const score = term.weight * place * getFieldWeight(hit.fields);
      best.set(
        hit.key,
        mergeHits(best.get(hit.key), { hit, term, score, further: 0, locations: hit.locations }),
      );
    }
  }
  return best;
}

/** The better of two ways in which a page was found; the other one counts a little too. */
function mergeHits(before: ConceptHit | undefined, now: ConceptHit): ConceptHit {
  if (!before) return now;
  const [winner, other] = now.score > before.score ? [now, before] : [before, now];
  const further = before.further + other.score;
  return { ...winner, further, locations: [...before.locations, ...now.locations] };
}

function getFieldWeight(fields: readonly SearchField[]): number {
  return Math.max(1, ...fields.map((field) => WEIGHTS.field[field]));
}

/** The inverse document frequency, never negative. */
function computeRarity(frequency: number, pages: number): number {
  return Math.log(1 + pages / Math.max(1, frequency));
}

interface Candidate {
  readonly key: string;
  readonly hit: Hit;
  readonly score: number;
  readonly share: number;
  readonly reasons: readonly Reason[];
  /** What found it, by concept. */
  readonly parts: readonly (ConceptHit | undefined)[];
}

interface QueryWeights {
  /** What each concept was typed as, and how much it weighs. */
  readonly sources: readonly string[];
  readonly weights: readonly number[];
  /** The sum of all that was asked for, found or not. */
  readonly asked: number;
}

function scorePages(
  found: readonly ReadonlyMap<string, ConceptHit>[],
  { sources, weights, asked }: QueryWeights,
): Candidate[] {
  const keys = new Set(found.flatMap((pages) => [...pages.keys()]));
  const candidates: Candidate[] = [];
  for (const key of keys) {
    const parts = found.map((pages) => pages.get(key));
    const reasons: Reason[] = [];
    let held = 0;
    for (const [index, part] of parts.entries()) {
      const weight = weights[index] ?? 0;
      if (!part) continue;
      held += weight * Math.min(1, part.term.weight);
      const { term, hit } = part;
      const score = part.score + WEIGHTS.furtherTerms * Math.min(part.further, part.score);
      reasons.push({ concept: sources[index] ?? '', term, fields: hit.fields, score: weight * score });
    }
    const hit = parts.find((part) => part)?.hit;
    if (!hit) continue;
    const share = asked > 0 ? held / asked : 0;
    const sum = reasons.reduce((total, { score }) => total + score, 0);
    const whole = (share / 2 + 0.5) ** WEIGHTS.coverage;
    candidates.push({ key, hit, score: sum * whole, share, reasons, parts });
  }
  const best = candidates.sort(compareByScore);
  // A look at every word of every page takes time; only the first can still become the best.
  const compared = best.slice(0, LIMITS.compared).map((candidate) => {
    const bonus =
      computeProximityBonus(candidate.parts, weights) * (candidate.share / 2 + 0.5) ** WEIGHTS.coverage;
    return { ...candidate, score: candidate.score + bonus };
  });
  return [...compared.sort(compareByScore), ...best.slice(LIMITS.compared)];
}

/** Pages of the same score in the same order, however the index was made. */
function compareByScore(a: Pick<Candidate, 'score' | 'key'>, b: Pick<Candidate, 'score' | 'key'>): number {
  return b.score - a.score || (a.key < b.key ? -1 : 1);
}

const MAX_WORD_DISTANCE = 3;

/** Concepts that follow each other in the query and in the page. */
function computeProximityBonus(
  parts: readonly (ConceptHit | undefined)[],
  weights: readonly number[],
): number {
  let bonus = 0;
  for (let index = 1; index < parts.length; index++) {
    const [a, b] = [parts[index - 1], parts[index]];
    if (!a || !b || !areNear(a.locations, b.locations)) continue;
    bonus += WEIGHTS.nearby * Math.min(weights[index - 1] ?? 0, weights[index] ?? 0);
  }
  return bonus;
}

function areNear(a: readonly number[], b: readonly number[]): boolean {
  const places = new Set(a);
  return b.some((place) => {
    for (let step = 1; step <= MAX_WORD_DISTANCE; step++)
      if (places.has(place - step) || places.has(place + step)) return true;
    return false;
  });
}

async function loadRankedPage(candidate: Candidate, understanding: QueryUnderstanding): Promise<RankedPage> {
  const page = await candidate.hit.load();
  const { factor, signals } = computeRelevance(page, understanding);
  const { key, share, reasons, parts } = candidate;
  const locations = parts.flatMap((part) => part?.locations ?? []).sort((a, b) => a - b);
  // Most words of a log line are in no page; what it means is in its signature.
  const isSure = signals.length > 0 || (understanding.isLog && understanding.signatures.length > 0);
  const isClosest = !isSure && share < LIMITS.closest;
  return { key, page, score: candidate.score * factor, share, reasons, locations, signals, isClosest };
}
