/** The parts of a figure about insights, and what its page knows. */

import type { Element } from 'hast';
import type { SlicedFigure } from '../knowledge/insights/slices.ts';
import type { Addresses } from '../knowledge/source/addresses.ts';

/** A text, or one that leads somewhere. */
export type TableCell = string | { readonly text: string; readonly href: string };

export interface FigureTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

export interface Figure {
  /** Its anchor. */
  readonly id: string;
  readonly title: string;
  /** Sentences before the charts and the tables. */
  readonly notes: readonly string[];
  /** Sentences that explain the charts only. */
  readonly chartNotes?: readonly string[];
  readonly tableNotes?: readonly string[];
  readonly charts: readonly {
    readonly heading?: string;
    readonly note?: string;
    /** A chart, or the list of a few entries. Absent if there is nothing to draw. */
    readonly drawing?: Element;
  }[];
  readonly tables: readonly FigureTable[];
  /** The address of the tables. */
  readonly numbers: string;
  /** It takes the whole width of the page. */
  readonly wide: boolean;
}

export type FigureContent = Omit<Figure, 'numbers'>;

export interface FigureContext {
  readonly addresses: Addresses;
  /** The titles of issues by their ids. */
  readonly issues: ReadonlyMap<string, string>;
  /** Added to the addresses of lists: the filter of the page, `?team=oma`. */
  readonly query: string;
}

export interface FigurePage extends FigureContext {
  /** Of all postmortems, newest first. */
  readonly ids: readonly string[];
  getTitle(id: string): string;
  getPostmortem(id: string): string;
  /** Returns their titles, with links. */
  listPostmortems(ids: readonly string[]): TableCell[];
  getList(figure: SlicedFigure, value: string, ids: readonly string[]): string;
}
