/**
 * The facts of a postmortem that are counted, as plain values: a build counts them, and a browser counts them again for
 * the filter. Nothing is more precise than its author wrote it.
 */
import type { PostmortemData } from '../schema/postmortem.ts';

/** The times that are measured, in the order of an incident. */
export const MEASURES = ['detect', 'mitigate', 'resolve', 'duration'] as const;
export type Measure = (typeof MEASURES)[number];

/** `imprecise`: the times are given, but not with a clock time. */
export type MeasuredTime =
  { readonly seconds: number; readonly approximate: boolean } | 'not given' | 'imprecise';

export interface OpenActions {
  readonly count: number;
  /** The key of a band of ages. Absent if the date of the incident does not say it for certain. */
  readonly age?: string;
}

interface IssueCase {
  readonly id: string;
  /** Another case of the issue certainly started before. */
  readonly again: boolean;
}

export interface InsightRecord {
  readonly id: string;
  /** Without markup. */
  readonly title: string;
  /** When it started, in words. */
  readonly when: string;
  readonly kind: PostmortemData['kind'];
  readonly severity: PostmortemData['severity'];
  readonly organization: string;
  readonly team?: string;
  /** All services that it names, for the filter. */
  readonly services: readonly string[];
  /** The services of its contributing factors, except generic ones. */
  readonly affected: readonly string[];
  readonly issues: readonly IssueCase[];
  /** Absent if it is not known. */
  readonly year?: number;
  /** From 1 to 4. Absent if the date does not say it for certain. */
  readonly quarter?: number;
  /** The date is marked as approximate or uncertain. */
  readonly approximate: boolean;
  readonly trigger: PostmortemData['trigger'];
  readonly detection: PostmortemData['detection']['method'];
  /** The category of each contributing factor. */
  readonly factors: readonly string[];
  readonly times: Readonly<Record<Measure, MeasuredTime>>;
  /** Absent if none of its actions is open. */
  readonly open?: OpenActions;
  /** In percent. */
  readonly completeness: number;
  /** The ids of the lessons that it learned. */
  readonly learned: readonly string[];
  /** The number of these that an earlier postmortem of the same organization had taught. */
  readonly relearned: number;
}
