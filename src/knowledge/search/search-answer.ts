/** The answer to a query as the site and the terminal show it: grouped results, and how the query was understood. */

import type { Kind } from '../schema/kinds.ts';
import type { ProcedureMark } from '../schema/procedure-marks.ts';
import { createAddresses, extractSitePrefix } from '../source/addresses.ts';
import type { Correction } from './concepts.ts';
import { findBestPassage, findSectionPassages, type Passage } from './passage.ts';
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

const RESULT_GROUPS = [
  { id: 'procedures', title: 'Procedures and checklists', kinds: ['procedure', 'activity'] },
  { id: 'postmortems', title: 'Postmortems', kinds: ['postmortem'] },
  { id: 'lessons', title: 'Lessons, recurring issues and services', kinds: ['lesson', 'tag', 'service'] },
  { id: 'notes', title: 'Notes and organizations', kinds: ['note', 'organization'] },
] as const satisfies readonly { id: string; title: string; kinds: readonly Kind[] }[];

export interface ResultGroup {
  readonly id: (typeof RESULT_GROUPS)[number]['id'] | 'elsewhere';
  readonly title: string;
  readonly results: readonly SearchResult[];
}

export interface SearchAnswer {
  readonly query: string;
  /** The number of matching pages; `results` contains the first of them. */
  readonly total: number;
  /** The results of all groups, best first. */
  readonly results: readonly SearchResult[];
  /** The same results, grouped as a responder needs them, without empty groups. */
  readonly groups: readonly ResultGroup[];
  /** Corrected words. To undo a correction, search again with its word in `literal`. */
  readonly corrections: readonly Correction[];
  /** Other names that were also searched for. */
  readonly expansions: QueryUnderstanding['expansions'];
  /** Words that no page contains. */
  readonly unknown: readonly string[];
  /** The parts of the query that the first result does not match. */
  readonly missing: readonly string[];
  /** True if even the first result is only a close one. */
  readonly isClosest: boolean;
  /** True if the query was read as lines of a log or a stack trace. */
  readonly isLog: boolean;
  readonly lines: readonly RecognisedLine[];
  /** The engine's keys of all matching pages, for counts by filter. */
  readonly keys: ReadonlySet<string>;
  /** False for a quick answer that leaves out terms or results. */
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
  const { kind, id, title, owner, date, severity, worked, marks, source } = page;
  const checklist = getChecklistAddress(page);
  return {
    ...(kind ? { kind } : {}),
    id,
    title,
    href: page.address,
    passage: findBestPassage(page, locations),
    sections: findMatchingSections(page, locations),
    isClosest: isClosest || ranking.isClosest,
    ...(owner ? { owner } : {}),
    ...(date ? { date } : {}),
    ...(severity ? { severity } : {}),
    ...(worked ? { worked } : {}),
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

function groupResults(results: readonly SearchResult[]): ResultGroup[] {
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
