import { type Duration, describeSeconds, parseDuration } from '../../schema/duration.ts';
import type { Time } from '../../schema/time.ts';
import { isDocumentOf } from '../../source/content.ts';
import { getTextAt } from '../../source/field-values.ts';
import { quote } from '../../source/problem.ts';
import { getTimeAt } from './consistent-times.ts';
import type { Rule } from './rule.ts';

export const consistentDuration: Rule = {
  name: 'consistent-duration',
  severity: 'error',
  why: 'If the duration and the times disagree, readers cannot tell which of them is right.',
  example: {
    wrong: 'started: 2018-03-10T09:00Z\nresolved: 2018-03-10T10:00Z\nduration: PT3H',
    right: 'duration: PT1H',
  },
  check({ file, report }) {
    if (!isDocumentOf(file, 'postmortem')) return;
    const { value } = file.yaml;
    const written = getTextAt(value, ['duration']);
    const duration = written === undefined ? undefined : parseDuration(written);
    const between = getSecondsRange(getTimeAt(value, ['started']), getTimeAt(value, ['resolved']));
    if (!duration || !between || isInRange(duration, between)) return;
    report({
      span: file.yaml.spanAt(['duration']),
      message: `Unexpected duration ${quote(duration.source)}, expected ${between.words}, the time from \`started\` to \`resolved\``,
    });
  },
};

/** Returns whether a duration can be the time from `from` to `to`. */
export function isConsistentDuration(written: string, from: Time, to: Time): boolean {
  const duration = parseDuration(written);
  const between = getSecondsRange(from, to);
  return !duration || !between || isInRange(duration, between);
}

/** An approximate duration may be off by a quarter. An exact duration may have been rounded to its last unit. */
function isInRange(duration: Duration, { least, most }: { least: number; most: number }): boolean {
  const margin = duration.approximate ? duration.seconds / 4 : getLastUnitSeconds(duration.source);
  return duration.seconds >= least - margin && duration.seconds <= most + margin;
}

/** Returns the range of seconds between two times, or undefined if one is approximate or they are in the wrong order. */
function getSecondsRange(from: Time | undefined, to: Time | undefined) {
  if (!from?.yearKnown || !to?.yearKnown || from.approximate || to.approximate) return undefined;
  // A day without a time zone starts up to 14 hours earlier or later, depending on the place.
  const slack = (from.precision === 'time') === (to.precision === 'time') ? 0 : 14 * 3_600_000;
  const least = (to.earliest - from.latest - slack) / 1_000;
  const most = (to.latest - from.earliest + slack) / 1_000;
  return most < 0 ? undefined : { least, most, words: describeRange(from, to, least, most) };
}

function describeRange(from: Time, to: Time, least: number, most: number): string {
  // A clock time without seconds covers a minute, but readers expect one figure, not a range.
  if (from.precision === 'time' && to.precision === 'time') {
    return describeSeconds((to.earliest - from.earliest) / 1_000);
  }
  return `${describeSeconds(Math.max(0, least))} to ${describeSeconds(most)}`;
}

const UNIT_SECONDS: Record<string, number> = { W: 604_800, D: 86_400, H: 3_600, M: 60, S: 1 };

function getLastUnitSeconds(source: string): number {
  return UNIT_SECONDS[/([WDHMS])$/.exec(source)?.[1] ?? 'S'] ?? 1;
}
