/**
 * What a source says, before it is a draft: the one value that every reader makes of its format. Every value
 * of the source stands in it as the source writes it, so that whatever finds no field still finds the body.
 */
import type { RootContent } from 'mdast';
import type { PostmortemData } from '../schema/postmortem.ts';

/** Where a value of the source belongs. */
export const FACT_TARGETS = [
  'id',
  'title',
  'summary',
  'kind',
  'severity',
  'organization',
  'started',
  'detected',
  'mitigated',
  'resolved',
  'duration',
  'detection',
  'trigger',
  'factors',
  'impact',
  'services',
  'tags',
  'vocabulary',
  'signals',
  'wentWell',
  'wentWrong',
  'lucky',
  'surprises',
  'actions',
  'source.title',
  'source.url',
  'source.archiveUrl',
  'source.published',
  'body',
] as const;

export type FactTarget = (typeof FACT_TARGETS)[number];

export interface Fact {
  /** What the source calls it: `start_time`. */
  readonly name: string;
  /** Its values as the source writes them. */
  readonly values: readonly string[];
  /** Where it belongs; left out where there is no field for it. */
  readonly target?: FactTarget | undefined;
  /** What the first value means, where it has to be known how the source writes it: seconds since 1970. */
  readonly reading?: string | undefined;
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
  /** How it is called in messages: its path, and its place in the file where that holds several. */
  readonly name: string;
  /** The text it was read from. */
  readonly source: string;
  readonly facts: readonly Fact[];
  readonly events: readonly SourceEvent[];
  readonly body: readonly RootContent[];
  /** What a person has to know about how it was read. */
  readonly remarks: readonly string[];
}

/** A file of a source, before it is read. */
export interface SourceFile {
  /** Its path as it is named in messages. */
  readonly path: string;
  readonly text: string;
  /** Its bytes, for formats that say in themselves how they are encoded. */
  readonly bytes?: Uint8Array;
}

/** A source that is not of its format. */
export class UnreadableSourceError extends Error {}
