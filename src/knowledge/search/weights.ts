/** All numbers of the ranking, tuned with `npm run eval:search` and `npm run eval:corpus`. */
import type { Kind } from '../schema/kinds.ts';
import type { AliasGroup } from './aliases.ts';
import type { SearchField } from './search-engine.ts';

export const WEIGHTS = {
  /** Terms for what was typed. */
  term: {
    typed: 1,
    correction: 0.9,
    compound: 0.85,
    part: 0.6,
    /** One of the words of an identifier. */
    codePart: 0.3,
    prefix: 0.6,
  },
  /** Other names of what was typed. */
  alias: {
    service: 0.9,
    tag: 0.7,
    activity: 0.6,
    acronym: 0.9,
    foreign: 0.85,
    everyday: 0.8,
    product: 0.85,
    'short-form': 0.8,
    related: 0.4,
  } satisfies Record<AliasGroup['type'], number>,
  error: {
    /** The meaning of a recognised error, and the program that reports it. */
    meaning: 1.7,
    service: 1.2,
    /** The names of the error, the most telling first. */
    meanings: [1, 0.9, 0.6, 0.5],
    /** Words about errors of its family. */
    family: 0.35,
    /** The factor for errors of each further family. */
    nextFamily: 0.65,
    /** The factor for pages about none of the programs that report the errors. */
    otherSystem: 0.75,
    /** The same for the error itself if it is that a program did not answer, which says nothing about any other. */
    otherUnanswered: 0.4,
  },
  /** A word whose meaning is that of a recognised error. */
  explainedWord: 0.3,
  /** An identifier that pages contain as a whole. */
  identifier: 1.3,
  /** The factor for a product that only stack frames name. */
  frameSystem: 0.6,
  /** The factor for the words of log lines around the errors. */
  contextLine: 0.4,
  /** In a log: words that nearly every line contains, names of systems, and numbers. */
  log: { logWord: 0.15, systemName: 1.3, number: 0.4 },
  /** Everyday words that are not names. */
  everydayWord: 0.4,
  /** Other ordinary English words, if the thesaurus is used. */
  ordinaryWord: 0.5,
  /** The least weight of other names if no page contains what was typed. */
  onlyNames: 0.75,
  /** The other matching terms of a concept, added to the best one. */
  furtherTerms: 0.2,
  /** A hit in one of these fields, compared with one in the text. Only the best field counts. */
  field: { title: 1.3, aliases: 1.6, signals: 1.7 } satisfies Record<SearchField, number>,
  /** The part of a hit's score that depends on its position in one lookup. */
  position: 0.5,
  /** The exponent that lowers the score of pages that match only a part of the query. */
  coverage: 1,
  /** Words that are near each other both in the query and in the page. */
  nearby: 0.35,
  /** The factor for a name whose words are not together in the page. */
  scattered: 0.5,
  /** Added to the factor of a page with a signal that resembles a pasted line. */
  signalLine: 0.8,
  /** Added to the factor of a page if the query contains its whole title. */
  titleNamed: 0.5,
  kind: {
    procedure: 1.25,
    postmortem: 1.1,
    lesson: 1,
    note: 1,
    tag: 1,
    service: 0.95,
    activity: 1,
    organization: 0.9,
  } satisfies Record<Kind, number>,
  /** Added for each doubling of the postmortems that support a lesson. */
  evidence: 0.05,
  /** The page of a service or an organization, for a log or an error. */
  stub: 0.65,
  /** A procedure that is only an outline: something that people can follow comes first. */
  outline: 0.7,
  /** A page of another knowledge base. */
  otherSource: 0.6,
} as const;

export const LIMITS = {
  /** The number of concepts to search for, the most informative first; more cost bytes and add few results. */
  concepts: 12,
  /** With this many important concepts, everyday words are not searched for. */
  enoughConcepts: 4,
  /** The number of other names to search for, per group. */
  names: 4,
  relatedNames: 3,
  /** The number of recognised errors to search for, and of terms for each. */
  errors: 4,
  meanings: 5,
  /** The number of stack frames to read, and of products to take from them. */
  frames: 60,
  frameSystems: 2,
  /** Concepts are searched for until they carry this share of the query's information. */
  informationShare: 0.85,
  /** Other names are not searched for if they are in more than this share of the pages. */
  commonShare: 0.25,
  /** Other names are not searched for if they are this many times rarer than what was typed. */
  rarer: 8,
  /** The number of pages in which the places of the words are compared. */
  compared: 60,
  /** The number of pages to load and compare closely. */
  candidates: 10,
  /** Technical words are this many times more informative than others when some have to be left out. */
  technical: 2,
  /** A page that matches a smaller share of the query is only a close result. */
  closest: 0.46,
} as const;
