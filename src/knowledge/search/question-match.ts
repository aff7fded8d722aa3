/** Tells what of a question a page matches: the recognised error, its program, or all words that say what is asked. */
import { EVERYDAY_WORDS, STOP_WORDS } from './common-words.ts';
import type { Concept, SearchTerm } from './concepts.ts';
import { listErrorSystems } from './errors/error-words.ts';
import type { SearchField } from './search-engine.ts';
import type { QueryUnderstanding } from './understand-query.ts';
import { WEIGHTS } from './weights.ts';

/** The concepts that a page matches, each with the best term. */
interface Matched {
  readonly reasons: readonly {
    readonly concept: string;
    readonly term: SearchTerm;
    readonly fields: readonly SearchField[];
  }[];
}

/** Returns whether a page is about a recognised error, rather than about others of its family. */
export function matchesError({ reasons }: Matched, { concepts }: QueryUnderstanding): boolean {
  const errors = concepts.filter(({ isEssential, isSystem }) => isEssential && !isSystem);
  const essential = new Set(errors.map(({ source }) => source));
  return reasons.some(
    ({ concept, term }) =>
      essential.has(concept) && term.via === 'signature' && term.weight >= WEIGHTS.error.meanings[1],
  );
}

/** Returns whether a concept is the program that an error is about. */
export function isProgram(concept: Concept | undefined): boolean {
  return concept?.isSystem === true && !concept.isReporter;
}

/** Returns whether the title or another name of a page names the program of a recognised error. */
export function namesProgram({ reasons }: Matched, { concepts }: QueryUnderstanding): boolean {
  const programs = new Set(concepts.filter(isProgram).map(({ source }) => source));
  return reasons.some(
    ({ concept, fields }) =>
      programs.has(concept) && (fields.includes('title') || fields.includes('aliases')),
  );
}

/**
 * Returns whether a page matches all of the query that says what is asked. The words around a recognised error do not,
 * and everyday words do not either.
 */
export function matchesQuestion(
  { reasons }: Matched,
  { concepts, errors, isLog, unknown }: QueryUnderstanding,
  coversError: boolean,
): boolean {
  const matched = new Set(
    reasons.filter(({ term }) => term.weight >= MIN_MATCH_WEIGHT).map(({ concept }) => concept),
  );
  const essential = concepts.filter(({ isEssential }) => isEssential);
  if (essential.length > 0) {
    // The meaning of an error without a program, such as lost data, is too general to be the whole question.
    const isSpecific = listErrorSystems(errors).length > 0;
    return isSpecific && coversError && essential.every(({ source }) => matched.has(source));
  }
  const important = concepts.filter(({ weight }) => weight > WEIGHTS.everydayWord);
  const isKnown = !isLog && unknown.every(isEveryday) && important.length > 0;
  return isKnown && important.every(({ source }) => matched.has(source));
}

function isEveryday(word: string): boolean {
  return EVERYDAY_WORDS.has(word.toLowerCase()) || STOP_WORDS.has(word.toLowerCase());
}

/** Related words and parts of names weigh less, and are not what was asked for. */
const MIN_MATCH_WEIGHT = 0.6;
