/**
 * The answer to a query as the site and the terminal show it: results in the order of their scores, and how the query
 * was understood.
 */

import type { Kind } from '../schema/kinds.ts';
import type { ProcedureMark } from '../schema/procedure-marks.ts';
import { createAddresses, extractSitePrefix } from '../source/addresses.ts';
import { canBeBest } from './best-match.ts';
import type { Correction } from './concepts.ts';
import { findBestPassage, findSectionPassages, listMatchedWords, type Passage } from './passage.ts';
import type { RankedPage, Ranking } from './rank.ts';
import { findRecognisedLines, type RecognisedLine } from './recognised-lines.ts';
import type { Page } from './search-engine.ts';
import type { QueryUnderstanding } from './understand-query.ts';

export interface SearchResult {
  /** Absent for pages of sites that are not knowledge bases. */
  readonly kind?: Kind;
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly passage: Passage;
  /** Whose it is: absent for your own. */
  readonly owner?: string;
  readonly date?: string;
  readonly severity?: string;
  /** The first mitigation that worked, in one line. */
  readonly worked?: string;
  /** The first attempt that made it worse, in one line. */
  readonly worsened?: string;
  /** The first steps of a procedure. */
  readonly steps: readonly string[];
  /** The words of the page that matched, as the page writes them. */
  readonly words: readonly string[];
  /** The address of its printable checklist. */
  readonly checklist?: string;
  /** The marks of a procedure. */
  readonly marks?: readonly ProcedureMark[];
  /** The matching sections, with the addresses of their anchors. */
  readonly sections: readonly { readonly title: string; readonly href: string; readonly passage: Passage }[];
  /** The title of the knowledge base, if it is another one. */
  readonly source?: string;
  /** True if the page matches so little of the query that it is only a close result. */
  readonly isClosest: boolean;
}

export interface SearchAnswer {
  readonly query: string;
  /** The number of matching pages; `results` contains the first of them. */
  readonly total: number;
  /** Best first, in the order in which they are shown. */
  readonly results: readonly SearchResult[];
  /** The first of the results, unless it is only a close one, an outline, or could do harm. */
  readonly best?: SearchResult;
  /** Corrected words. To undo a correction, search again with its word in `literal`. */
  readonly corrections: readonly Correction[];
  /** Other names that were also searched for. */
  readonly expansions: QueryUnderstanding['expansions'];
  /** The words that postmortems use for what was typed in another language or in everyday words. */
  readonly inOtherWords: QueryUnderstanding['inOtherWords'];
  /** Words that no page contains. */
  readonly unknown: readonly string[];
  /** The parts of the query that the first result does not match. */
  readonly missing: readonly string[];
  /** True if even the first result is only a close one. */
  readonly isClosest: boolean;
  /** True if the query was read as lines of a log or a stack trace. */
  readonly isLog: boolean;
  /** The known errors in the query, the most important first. */
  readonly errors: QueryUnderstanding['errors'];
  /** False if no result is about the known errors: then they are only the nearest pages. */
  readonly isErrorCovered: boolean;
  /** The parts that were not read, because they are too long. */
  readonly cut: QueryUnderstanding['cut'];
  readonly lines: readonly RecognisedLine[];
  /** The engine's keys of all matching pages, for counts by filter. */
  readonly keys: ReadonlySet<string>;
}

export function createAnswer(understanding: QueryUnderstanding, ranking: Ranking): SearchAnswer {
  const { query, text, errors, cut, corrections, expansions, inOtherWords, unknown, isLog } = understanding;
  const results = ranking.results.map((result) => toSearchResult(result, ranking));
  const [first] = ranking.results;
  const best = first && canBeBest(first) ? results[0] : undefined;
  return {
    query,
    total: ranking.keys.size,
    results,
    ...(best ? { best } : {}),
    corrections,
    expansions,
    inOtherWords,
    unknown: [...new Set([...unknown, ...ranking.unknown])],
    // `isErrorCovered` reports this for errors.
    missing: ranking.missing.filter((word) => !errors.some(({ title }) => title === word)),
    isClosest: ranking.isClosest,
    isLog,
    errors,
    isErrorCovered: ranking.results.some(({ coversError, signals }) => coversError || signals.length > 0),
    cut,
    lines: isLog ? findRecognisedLines(text, errors, ranking.results) : [],
    keys: ranking.keys,
  };
}

function toSearchResult({ page, locations, isClosest }: RankedPage, ranking: Ranking): SearchResult {
  const { kind, id, title, owner, date, severity, worked, worsened, steps = [], marks, source } = page;
  const checklist = getChecklistAddress(page);
  return {
    ...(kind ? { kind } : {}),
    id,
    title,
    href: page.address,
    passage: findBestPassage(page, locations),
    sections: findMatchingSections(page, locations),
    words: listMatchedWords(page, locations),
    steps,
    isClosest: isClosest || ranking.isClosest,
    ...(owner ? { owner } : {}),
    ...(date ? { date } : {}),
    ...(severity ? { severity } : {}),
    ...(worked ? { worked } : {}),
    ...(worsened ? { worsened } : {}),
    ...(checklist ? { checklist } : {}),
    ...(marks ? { marks } : {}),
    ...(source ? { source } : {}),
  };
}

/** Returns the address on the site of the page, which may be another knowledge base. */
function getChecklistAddress({ kind, id, address, checklist }: Page): string | undefined {
  const prefix = kind && checklist ? extractSitePrefix(address, { kind, id }) : '';
  return prefix && checklist ? createAddresses(prefix).checklist(checklist) : undefined;
}

/** Finds the sections to show; none for a procedure, because its address is already that of a section. */
function findMatchingSections(page: Page, locations: readonly number[]): SearchResult['sections'] {
  if (page.address.includes('#')) return [];
  return findSectionPassages(page, locations).map((section) => ({
    ...section,
    href: `${page.address}#${section.anchor}`,
  }));
}
