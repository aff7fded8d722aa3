/** Sentences about the copy, for the page about it and the log of the build. */
import { formatCount } from '../knowledge/schema/labels.ts';
import type { LeftOut } from './offline-files.ts';

/** `changed`: the server sends other files than the build wrote. */
export type DownloadProblem = 'network' | 'changed' | 'full';

export interface KeptState {
  /** The time of the build. */
  readonly built: string;
  readonly files: number;
  readonly keptFiles: number;
  /** In bytes, without compression. */
  readonly size: number;
  readonly keptSize: number;
  /** True until the worker is finished. */
  readonly hasMore: boolean;
  /** The reason why files are missing. */
  readonly problem?: DownloadProblem;
  readonly leftOut?: LeftOut;
}

const PROBLEMS: Record<DownloadProblem, string> = {
  network: 'The rest could not be loaded. It follows when you open a page with a working network.',
  changed: 'The rest could not be kept: the server sends other files than the ones that were published.',
  full: 'This device has no room for the rest.',
};

/** Returns sentences about what the browser keeps. */
export function describeState({ built, problem, hasMore, leftOut, ...state }: KeptState): string[] {
  const { files, keptFiles, size, keptSize } = state;
  const isWhole = keptFiles === files;
  const time = formatBuildTime(built);
  const kept = isWhole
    ? `This browser keeps the site as of ${time}: ${formatCount(files, 'file')}, ${formatMegabytes(size)}.`
    : `This browser keeps ${keptFiles} of ${formatCount(files, 'file')} (${formatMegabytes(keptSize)} of ${formatMegabytes(size)}) of the site as of ${time}.`;
  const rest = problem ? PROBLEMS[problem] : 'The rest is downloading.';
  const whole = hasMore ? 'Checking the files…' : 'Everything is there.';
  return [kept, isWhole ? whole : rest, ...(leftOut ? [describeLeftOut(leftOut)] : [])];
}

/** @returns in millions of bytes, as `6.1 MB` */
export function formatMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export function describeLeftOut({ count, newest, budget }: LeftOut): string {
  const postmortems =
    count === 1 ? 'The oldest postmortem' : `The oldest ${formatCount(count, 'postmortem')}`;
  const age = count === 1 ? newest : `the newest of them: ${newest}`;
  return `${postmortems} (${age}) ${count === 1 ? 'is' : 'are'} not in it, because it is limited to ${budget} MB.`;
}

/**
 * Returns a time in UTC, with its year: neither the clock of the device nor its time zone can make it wrong.
 *
 * @param built as `2026-11-27T14:02:00.000Z`
 */
export function formatBuildTime(built: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return `${format.format(new Date(built))} UTC`;
}
