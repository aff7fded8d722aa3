/** All numbers that the ranking depends on, chosen by `npm run eval:search` and `npm run eval:corpus`. */
import type { Kind } from '../schema/kinds.ts';
import type { AliasGroup } from './aliases.ts';
import type { SearchField } from './search-engine.ts';

export const WEIGHTS = {
  /** How much a word counts that is not what was typed, beside one that is. */
  term: {
    typed: 1,
    correction: 0.9,
    compound: 0.85,
    part: 0.6,
    prefix: 0.6,
  },
  /** How much the other names of what was typed count. */
  alias: {
    service: 0.9,
    tag: 0.7,
    activity: 0.6,
    acronym: 0.9,
    product: 0.85,
    'short-form': 0.8,
    related: 0.4,
  } satisfies Record<AliasGroup['type'], number>,
  /** What a recognised error line means, beside its words: in a log line, and in words that were typed. */
  signature: { log: 1.4, typed: 0.4 },
  /** In log lines: words that nearly every line has, and names of systems. */
  log: { logWord: 0.15, systemName: 1.3 },
  /** Everyday words that are no names. */
  everydayWord: 0.4,
  /** Other names, where what was typed stands in no page. */
  onlyNames: 0.75,
  /** Further terms of a concept that a page holds too, beside the best one. */
  furtherTerms: 0.2,
  /** A hit in one of these, beside one in passing. The best one counts. */
  field: { title: 1.3, aliases: 1.6, signals: 1.7 } satisfies Record<SearchField, number>,
  /** How much the place of a hit within one answer counts; the rest is that it was found at all. */
  position: 0.5,
  /** Pages that hold all that was asked for, beside those that hold parts of it. */
  coverage: 1,
  /** Neighbouring words of the query that are neighbours in the page. */
  nearby: 0.35,
  /** One more time the same, for a lookup's own signal lines that resemble a pasted line. */
  signalLine: 0.8,
  /** The whole title named. */
  titleNamed: 0.5,
  kind: {
    procedure: 1.25,
    postmortem: 1.1,
    lesson: 1,
    note: 1,
    tag: 1,
    service: 0.95,
    activity: 1,
  } satisfies Record<Kind, number>,
  /** For each doubling of the postmortems that support a lesson. */
  evidence: 0.05,
  /** A page of another knowledge base. */
  otherSource: 0.6,
} as const;

export const LIMITS = {
  /** Concepts that are searched for, the rarest first; more bring more bytes than answers. */
  concepts: 12,
  /** With so many weighty concepts, everyday words are not searched for. */
  enoughConcepts: 4,
  /** Other names of one concept that are searched for. */
  names: 4,
  relatedNames: 3,
  /** Error signatures of one query that are searched for, and meanings of each. */
  signatures: 4,
  meanings: 5,
  /** Concepts are searched for until they make up this share of what was asked. */
  told: 0.85,
  /** Other names that stand in more of the pages than this are not searched for. */
  commonShare: 0.25,
  /** Nor are other names that stand in so many times fewer pages than what was typed. */
  rarer: 8,
  /** For a first answer, words that more of the pages hold than this are not searched for beside others. */
  vagueShare: 0.12,
  /** Nor are more concepts than this. */
  quickConcepts: 5,
  /** Pages in which the places of the words are compared. */
  compared: 60,
  /** Pages that are loaded to be compared closely. */
  candidates: 10,
  /** Below this share of what was asked for, an answer is only the closest there is. */
  closest: 0.46,
} as const;

/** Fewer letters begin so many words that they say nothing yet. */
export const MIN_TYPED_LENGTH = 3;
