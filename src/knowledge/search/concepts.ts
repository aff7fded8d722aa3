/** The concepts of a query, each with all ways to look for it. */
import type { AliasGroup } from './aliases.ts';
import type { Lookup } from './search-engine.ts';

/** The relation of a term to what was typed. */
export type Via =
  'typed' | 'part' | 'joined' | 'split' | 'prefix' | 'correction' | 'signature' | AliasGroup['type'];

export interface SearchTerm extends Lookup {
  readonly via: Via;
  readonly weight: number;
}

export interface Concept {
  /** The words as typed, or the title of a recognised error. */
  readonly source: string;
  /** Its importance compared with the other concepts, before rarity is applied. */
  readonly weight: number;
  readonly terms: readonly SearchTerm[];
  /** True for the meaning of a recognised error and its program, which are never left out. */
  readonly isEssential?: true;
  /** True for the program of a recognised error. */
  readonly isSystem?: true;
  /** True for a program that only reports errors of those behind it. */
  readonly isReporter?: true;
  /** True for an identifier, a code or a word of the glossary. */
  readonly isTechnical?: true;
  /** Only pages that match it are results: it is a phrase in quotation marks. */
  readonly isRequired?: true;
}

/** Other names that are also searched for, by what was typed. */
export interface OtherNames {
  readonly typed: string;
  readonly names: readonly string[];
}

export interface Correction {
  readonly typed: string;
  readonly meant: string;
}
