/**
 * The content of a source before it is a draft: every reader turns its format into this value. Every value
 * of the source is in it as the source writes it, so that a value without a field still reaches the body.
 */
import type { RootContent } from 'mdast';
import type { PostmortemData } from '../schema/postmortem.ts';
import { IMPORT_TARGETS, type ImportTarget } from './import-targets.ts';

/** Targets other than fields of a postmortem. `vocabulary` contains names of services or of tags. */
const OTHER_TARGETS = [
  'id',
  'vocabulary',
  'source.title',
  'source.url',
  'source.archiveUrl',
  'source.published',
  'body',
] as const;

/** The field that a value of the source belongs to. */
export type FactTarget = ImportTarget | (typeof OTHER_TARGETS)[number];

export const FACT_TARGETS: readonly FactTarget[] = [...IMPORT_TARGETS, ...OTHER_TARGETS];

export interface Fact {
  /** Its name in the source, such as `start_time`. */
  readonly name: string;
  /** Its values as the source writes them. */
  readonly values: readonly string[];
  /** The field that it belongs to; omitted if there is none. */
  readonly target?: FactTarget | undefined;
  /** The first value as one of ours, if the source has its own notation, such as seconds since 1970. */
  readonly reading?: string | undefined;
  /** True if a person has to decide whether the field has this value: it is offered in a comment. */
  readonly isUncertain?: true;
  /** True if it counts only if the source has no value for the field. */
  readonly isDefault?: true;
  /** True if the body says it as well, so that nothing is lost if no field has it. */
  readonly isInBody?: true;
}

/** Something that happened, where the source keeps events apart from its text. */
export interface SourceEvent {
  readonly at: string;
  readonly text: string;
  /** Left out where the source does not say what kind of event it was. */
  readonly kind?: PostmortemData['timeline'][number]['kind'] | undefined;
}

export interface SourceDocument {
  /** The name of the format it was read from. */
  readonly format: string;
  /** Its name in messages: its path, and its position in the file if the file contains several. */
  readonly name: string;
  /** The text it was read from. */
  readonly source: string;
  readonly facts: readonly Fact[];
  readonly events: readonly SourceEvent[];
  readonly body: readonly RootContent[];
  /** Remarks for the person who reviews how it was read. */
  readonly remarks: readonly string[];
}

/** A file of a source, before it is read. */
export interface SourceFile {
  /** Its path as it is named in messages. */
  readonly path: string;
  /** Its decoded text; empty for formats that read bytes. */
  readonly text: string;
  /** Its bytes, for formats that name their encoding themselves. */
  readonly bytes?: Uint8Array;
}

/** A source that cannot be read. Its message is ours, and on one line. */
export class UnreadableSourceError extends Error {}

/** Nobody writes a page with more levels. Functions that walk a tree call themselves for each. */
export const MAX_SOURCE_NESTING = 200;

export function formatNestingError(): string {
  return `Unexpected nesting, expected at most ${MAX_SOURCE_NESTING} levels`;
}
