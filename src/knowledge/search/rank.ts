/**
 * Ranks pages: looks up every concept on its own and adds up the scores, with more weight on rare concepts. So a page
 * that matches most of a query is found even if no page matches all of it.
 */

import { putBestFirst } from './best-match.ts';
import { type ConceptHit, lookUpConcept } from './concept-hits.ts';
import type { Concept, SearchTerm } from './concepts.ts';
import { computeRelevance, QueryLines } from './page-relevance.ts';
import { isProgram, matchesError, matchesQuestion, namesProgram } from './question-match.ts';
import { areScattered } from './scattered-words.ts';
import type { Filters, Hit, Page, SearchEngine, SearchField } from './search-engine.ts';
import type { QueryUnderstanding } from './understand-query.ts';
import { LIMITS, WEIGHTS } from './weights.ts';

/** A concept that a page matches, with the term that matches it best. */
interface Reason {
  readonly concept: string;
  readonly term: SearchTerm;
  readonly fields: readonly SearchField[];
  /** Its part of the page's score. */
  readonly score: number;
  /** Its part of the share of the query that the page matches. */
  readonly share: number;
}

export interface RankedPage {
  readonly key: string;
  readonly page: Page;
  readonly score: number;
  /** The share of the query that the page matches, from 0 to 1; rare words count more. */
  readonly share: number;
  readonly reasons: readonly Reason[];
  /** The indexes of the words of the page that matched, in order. */
  readonly locations: readonly number[];
  /** The page's signals that resemble a line of the query. */
  readonly signals: readonly string[];
  /** True if the page is about a recognised error, rather than about others of its family. */
  readonly coversError: boolean;
  /**
   * True if the page matches everything that says what is asked: the recognised error and its program, or else all
   * words that are not everyday ones.
   */
  readonly matchesQuestion: boolean;
  /** True if the title or another name of the page names the program of a recognised error. */
  readonly isAboutProgram: boolean;
  /** True if the page matches so little of the query that it is only a close result. */
  readonly isClosest: boolean;
}

export interface Ranking {
  /** Best first, in the order in which they are shown. */
  readonly results: readonly RankedPage[];
  /** The keys of all matching pages, loaded or not. */
  readonly keys: ReadonlySet<string>;
  /** Typed words that no page contains, found out by the lookups. */
  readonly unknown: readonly string[];
  /** The parts of the query that the first result does not match. */
  readonly missing: readonly string[];
  /** True if even the first result is only a close one. */
  readonly isClosest: boolean;
}

export interface RankOptions {
  readonly filters?: Filters;
  /** The number of all pages, from which rarity is computed. */
  readonly pages: number;
  /** The number of results to return. */
  readonly limit?: number;
  /** The number of pages to load and compare closely, if more than `limit`. */
  readonly candidates?: number;
  readonly signal?: AbortSignal;
}

export async function rankPages(
  engine: SearchEngine,
  understanding: QueryUnderstanding,
  { filters = {}, pages, limit = 10, candidates = LIMITS.candidates, signal }: RankOptions,
): Promise<Ranking> {
  const { concepts, isLog, unknown, unknownWeight } = understanding;
  const hitsByConcept = await Promise.all(
    concepts.map((concept) => lookUpConcept(engine, concept, filters, signal)),
  );
  const weights = concepts.map(
    ({ weight }, index) => weight * computeRarity(hitsByConcept[index]?.size ?? 0, pages),
  );
  // A word that no page contains is as rare as possible, and no result matches it.
  const absent = isLog ? 0 : unknownWeight * computeRarity(1, pages);
  const total = weights.reduce((sum, weight) => sum + weight, absent);
  const sources = concepts.map(({ source }) => source);
  const required = hitsByConcept.filter((_, index) => concepts[index]?.isRequired);
  const scored = scorePages(hitsByConcept, { concepts, weights, total }).filter(({ key }) =>
    required.every((hits) => hits.has(key)),
  );
  const best = scored.slice(0, Math.max(limit, candidates));
  const lines = new QueryLines(understanding.text);
  const ranked = await Promise.all(best.map((candidate) => loadRankedPage(candidate, understanding, lines)));
  const results = putBestFirst(ranked.sort(compareByScore)).slice(0, limit);
  const [first] = results;
  const isFiltered = Object.values(filters).some((values) => values.length > 0);
  const matched = new Set(first?.reasons.map(({ concept }) => concept));
  const unmatched = sources.filter((source) => !matched.has(source));
  return {
    results,
    keys: new Set(scored.map(({ key }) => key)),
    unknown: isFiltered
      ? []
      : sources.filter((_, index) => isUnknownWord(concepts[index], hitsByConcept[index])),
    missing: first ? [...unknown, ...unmatched] : [],
    isClosest: first?.isClosest ?? false,
  };
}

/** Returns whether a concept is a word that was looked up as typed, to find out that no page contains it. */
function isUnknownWord(
  concept: Concept | undefined,
  hits: ReadonlyMap<string, ConceptHit> | undefined,
): boolean {
  const isTyped = concept?.terms.every(({ via, match }) => via === 'typed' && match === 'phrase');
  return isTyped === true && hits?.size === 0;
}

/** Returns the inverse document frequency, never negative. */
function computeRarity(frequency: number, pages: number): number {
  return Math.log(1 + pages / Math.max(1, frequency));
}

interface Candidate {
  readonly key: string;
  readonly hit: Hit;
  readonly score: number;
  readonly share: number;
  readonly reasons: readonly Reason[];
  /** The hit on each concept of the query, undefined if the page does not match it. */
  readonly conceptHits: readonly (ConceptHit | undefined)[];
}

interface QueryWeights {
  readonly concepts: readonly Concept[];
  /** The weight of each concept. */
  readonly weights: readonly number[];
  /** The sum of the weights of the whole query, including words that no page contains. */
  readonly total: number;
}

function scorePages(
  hitsByConcept: readonly ReadonlyMap<string, ConceptHit>[],
  query: QueryWeights,
): Candidate[] {
  const keys = new Set(hitsByConcept.flatMap((hits) => [...hits.keys()]));
  const candidates: Candidate[] = [];
  for (const key of keys) {
    const conceptHits = hitsByConcept.map((hits) => hits.get(key));
    const reasons = listReasons(conceptHits, query);
    const hit = conceptHits.find((conceptHit) => conceptHit)?.hit;
    if (!hit) continue;
    const share = sumUp(reasons, 'share');
    const score = sumUp(reasons, 'score') * getCoverageFactor(share);
    candidates.push({ key, hit, score, share, reasons, conceptHits });
  }
  const sorted = candidates.sort(compareByScore);
  // Comparing the places of all words takes time, and only the first pages can still become the best.
  const compared = sorted.slice(0, LIMITS.compared).map((candidate) => {
    const bonus =
      computeProximityBonus(candidate.conceptHits, query.weights) * getCoverageFactor(candidate.share);
    return { ...candidate, score: candidate.score + bonus };
  });
  return [...compared.sort(compareByScore), ...sorted.slice(LIMITS.compared)];
}

function listReasons(
  conceptHits: readonly (ConceptHit | undefined)[],
  { concepts, weights, total }: QueryWeights,
): Reason[] {
  const systems = conceptHits.filter((_, index) => isProgram(concepts[index]));
  const isUnanswered = concepts.some(({ isSystem, weight }) => isSystem && weight >= WEIGHTS.error.meaning);
  // A page that is about another program has the words of the error only by chance.
  const isOther = systems.length > 0 && systems.every((hit) => !hit?.fields.length);
  const otherFactor = WEIGHTS.error[isUnanswered ? 'otherUnanswered' : 'otherSystem'];
  return concepts.flatMap(({ source, isEssential, isSystem }, index) => {
    const conceptHit = conceptHits[index];
    if (!conceptHit) return [];
    const { term, fields, otherScores } = conceptHit;
    const weight = weights[index] ?? 0;
    const factor = !isOther || isSystem ? 1 : isEssential ? otherFactor : WEIGHTS.error.otherSystem;
    const score = conceptHit.score + WEIGHTS.furtherTerms * Math.min(otherScores, conceptHit.score);
    const share = total > 0 ? (weight * Math.min(1, term.weight)) / total : 0;
    return [{ concept: source, term, fields, score: weight * score * factor, share }];
  });
}

function sumUp(reasons: readonly Reason[], part: 'score' | 'share'): number {
  return reasons.reduce((sum, reason) => sum + reason[part], 0);
}

function getCoverageFactor(share: number): number {
  return (share / 2 + 0.5) ** WEIGHTS.coverage;
}

/** Sorts pages with the same score by key, so that the order does not depend on the index. */
function compareByScore(a: Pick<Candidate, 'score' | 'key'>, b: Pick<Candidate, 'score' | 'key'>): number {
  return b.score - a.score || (a.key < b.key ? -1 : 1);
}

const MAX_WORD_DISTANCE = 3;

/** Returns a bonus for concepts that are next to each other both in the query and in the page. */
function computeProximityBonus(
  conceptHits: readonly (ConceptHit | undefined)[],
  weights: readonly number[],
): number {
  let bonus = 0;
  for (let index = 1; index < conceptHits.length; index++) {
    const [a, b] = [conceptHits[index - 1], conceptHits[index]];
    if (!a || !b || !areNear(a.locations, b.locations)) continue;
    bonus += WEIGHTS.nearby * Math.min(weights[index - 1] ?? 0, weights[index] ?? 0);
  }
  return bonus;
}

function areNear(a: readonly number[], b: readonly number[]): boolean {
  const locations = new Set(a);
  return b.some((location) => {
    for (let step = 1; step <= MAX_WORD_DISTANCE; step++)
      if (locations.has(location - step) || locations.has(location + step)) return true;
    return false;
  });
}

/** Lowers the scores of names whose words are only somewhere in the page. */
function lowerScatteredNames(candidate: Candidate, page: Page): Candidate {
  const hits = candidate.conceptHits.filter((hit) => hit !== undefined);
  const reasons = candidate.reasons.map((reason, index) => {
    const { term, score, share } = reason;
    const isScattered = term.match === 'all' && areScattered(term.text, page, hits[index]?.locations ?? []);
    const factor = isScattered ? WEIGHTS.scattered : 1;
    return {
      ...reason,
      term: { ...term, weight: term.weight * factor },
      score: score * factor,
      share: share * factor,
    };
  });
  const lostScore = sumUp(candidate.reasons, 'score') - sumUp(reasons, 'score');
  const share = sumUp(reasons, 'share');
  const score = (candidate.score / getCoverageFactor(candidate.share) - lostScore) * getCoverageFactor(share);
  return { ...candidate, reasons, share, score };
}

async function loadRankedPage(
  candidate: Candidate,
  understanding: QueryUnderstanding,
  lines: QueryLines,
): Promise<RankedPage> {
  const page = await candidate.hit.load();
  const { factor, signals } = computeRelevance(page, understanding, lines);
  const { key, share, reasons, conceptHits, ...lowered } = lowerScatteredNames(candidate, page);
  const locations = conceptHits.flatMap((hit) => hit?.locations ?? []).sort((a, b) => a - b);
  const coversError = matchesError({ reasons }, understanding);
  const isAboutProgram = namesProgram({ reasons }, understanding);
  const isSure = signals.length > 0 || coversError || isAboutProgram;
  const isClosest = !isSure && share < LIMITS.closest;
  const score = lowered.score * factor;
  return {
    key,
    page,
    score,
    share,
    reasons,
    locations,
    signals,
    coversError,
    matchesQuestion: matchesQuestion({ reasons }, understanding, coversError),
    isAboutProgram,
    isClosest,
  };
}
