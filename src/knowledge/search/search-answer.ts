/** What a search shows: results to act on, grouped, and what was understood. The same on the site and in a terminal. */

import type { Kind } from '../schema/kinds.ts';
import { createAddresses, extractSitePrefix } from '../source/addresses.ts';
import type { Correction } from './concepts.ts';
import { findBestPassage, findSectionPassages, type Passage } from './passage.ts';
import type { RankedPage, Ranking } from './rank.ts';
import { findRecognisedLines, type RecognisedLine } from './recognised-lines.ts';
import type { Page } from './search-engine.ts';
import type { QueryUnderstanding } from './understand-query.ts';

export interface SearchResult {
  /** Absent for pages of other sites that are no knowledge bases. */
  readonly kind?: Kind;
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly passage: Passage;
  readonly date?: string;
  readonly severity?: string;
  /** What helped, in one line. */
  readonly worked?: string;
  /** The address of its printable checklist. */
  readonly checklist?: string;
  /** The sections that matched, with the addresses of their anchors. */
  readonly sections: readonly { readonly title: string; readonly href: string; readonly passage: Passage }[];
  /** The knowledge base it is from, where it is another one. */
  readonly source?: string;
  /** Whether it holds so little of what was asked for that it is only the closest there is. */
  readonly isClosest: boolean;
}

export const RESULT_GROUPS = [
  { id: 'procedures', title: 'Procedures and checklists', kinds: ['procedure', 'activity'] },
  { id: 'postmortems', title: 'Postmortems', kinds: ['postmortem'] },
  { id: 'lessons', title: 'Lessons, recurring issues and services', kinds: ['lesson', 'tag', 'service'] },
  { id: 'notes', title: 'Notes', kinds: ['note'] },
] as const satisfies readonly { id: string; title: string; kinds: readonly Kind[] }[];

export interface ResultGroup {
  readonly id: (typeof RESULT_GROUPS)[number]['id'] | 'elsewhere';
  readonly title: string;
  readonly results: readonly SearchResult[];
}

export interface SearchAnswer {
  readonly query: string;
  /** How many pages match; `results` holds the first of them. */
  readonly total: number;
  /** Best first, of all groups. */
  readonly results: readonly SearchResult[];
  /** The same results as a responder needs them; empty groups are left out. */
  readonly groups: readonly ResultGroup[];
  /** What was taken for a slip, and as what. To undo one, search again with its word in `literal`. */
  readonly corrections: readonly Correction[];
  /** Other names that were searched for too. */
  readonly expansions: QueryUnderstanding['expansions'];
  /** Words that no page holds. */
  readonly unknown: readonly string[];
  /** What was asked for and the first result does not hold: no page has all of it. */
  readonly missing: readonly string[];
  /** Whether even the first result is only the closest there is. */
  readonly isClosest: boolean;
  /** Whether the query was read as lines of a log or a trace. */
  readonly isLog: boolean;
  /** The lines that were recognised, and as what. */
  readonly lines: readonly RecognisedLine[];
  /** All pages that match, by the engine's keys: for counting by filters. */
  readonly keys: ReadonlySet<string>;
  /** Whether all that was understood has been asked, and as many results loaded as there may be. */
  readonly isComplete: boolean;
}

export function createAnswer(
  understanding: QueryUnderstanding,
  ranking: Ranking,
  isComplete = true,
): SearchAnswer {
  const { query, corrections, expansions, unknown, isLog } = understanding;
  const results = ranking.results.map((result) => toSearchResult(result, ranking));
  return {
    query,
    total: ranking.keys.size,
    results,
    groups: groupResults(results),
    corrections,
    expansions,
    unknown: [...new Set([...unknown, ...ranking.unknown])],
    missing: ranking.missing,
    isClosest: ranking.isClosest,
    isLog,
    lines: isLog ? findRecognisedLines(query, ranking.results) : [],
    keys: ranking.keys,
    isComplete,
  };
}

function toSearchResult({ page, locations, isClosest }: RankedPage, ranking: Ranking): SearchResult {
  const { kind, id, title, date, severity, worked, source } = page;
  const checklist = getChecklistAddress(page);
  return {
    ...(kind ? { kind } : {}),
    id,
    title,
    href: page.address,
    passage: findBestPassage(page, locations),
    sections: findMatchingSections(page, locations),
    isClosest: isClosest || ranking.isClosest,
    ...(date ? { date } : {}),
    ...(severity ? { severity } : {}),
    ...(worked ? { worked } : {}),
    ...(checklist ? { checklist } : {}),
    ...(source ? { source } : {}),
  };
}

/** On the site of the page, which may be another knowledge base. */
function getChecklistAddress({ kind, id, address, checklist }: Page): string | undefined {
  const prefix = kind && checklist ? extractSitePrefix(address, { kind, id }) : '';
  return prefix && checklist ? createAddresses(prefix).checklist(checklist) : undefined;
}

/** None for a procedure: its address is that of its section already. */
function findMatchingSections(page: Page, locations: readonly number[]): SearchResult['sections'] {
  if (page.address.includes('#')) return [];
  return findSectionPassages(page, locations).map((section) => ({
    ...section,
    href: `${page.address}#${section.anchor}`,
  }));
}

export function groupResults(results: readonly SearchResult[]): ResultGroup[] {
  const groups: ResultGroup[] = RESULT_GROUPS.map(({ id, title, kinds }) => ({
    id,
    title,
    results: results.filter(({ kind }) => kind && (kinds as readonly Kind[]).includes(kind)),
  }));
  const elsewhere = results.filter(({ kind }) => kind === undefined);
  return [...groups, { id: 'elsewhere' as const, title: 'Elsewhere', results: elsewhere }].filter(
    (group) => group.results.length > 0,
  );
}
