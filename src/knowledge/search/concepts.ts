/** What a query is read into: concepts, each with all the ways to look for it. */
import type { AliasGroup } from './aliases.ts';
import type { Lookup } from './search-engine.ts';

/** Why a lookup is made: how it follows from what was typed. */
export type Via =
  'typed' | 'part' | 'joined' | 'split' | 'prefix' | 'correction' | 'signature' | AliasGroup['type'];

export interface SearchTerm extends Lookup {
  readonly via: Via;
  readonly weight: number;
}

/** One thing that was asked for: what was typed, and all the ways to look for it. */
export interface Concept {
  /** As it was typed; for an error signature its name. */
  readonly source: string;
  /** How much it counts beside the others, before its rarity. */
  readonly weight: number;
  readonly terms: readonly SearchTerm[];
}

export interface Correction {
  readonly typed: string;
  readonly meant: string;
}
