/** Times that go forward, agree with each other, and lie in the past. */
import { compareTimes, parseTime, type Time } from '../../schema/time.ts';
import { getListAt, getTextAt } from '../../source/field-values.ts';
import { quote } from '../../source/problem.ts';
import type { Path } from '../../source/yaml/yaml-source.ts';
import { createReorderEdits } from '../reorder-list.ts';
import type { Rule } from './rule.ts';

export function getTimeAt(value: unknown, path: Path): Time | undefined {
  const written = getTextAt(value, path);
  return written === undefined ? undefined : parseTime(written);
}

/** Whether one time certainly comes before another. */
export function isBefore(a: Time | undefined, b: Time | undefined): boolean {
  return a !== undefined && b !== undefined && (compareTimes(a, b) ?? 0) < 0;
}

export const validTimelineOrder: Rule = {
  name: 'valid-timeline-order',
  severity: 'error',
  why: 'A timeline is read from top to bottom by someone who reconstructs what led to what.',
  example: {
    wrong: '- at: 2018-03-10T10:00Z\n- at: 2018-03-10T09:30Z',
    right: '- at: 2018-03-10T09:30Z\n- at: 2018-03-10T10:00Z',
  },
  check({ file, report }) {
    if (file.type !== 'document' || file.kind !== 'postmortem') return;
    const { yaml } = file;
    const times = getListAt(yaml.value, ['timeline']).map((_, index) =>
      getTimeAt(yaml.value, ['timeline', index, 'at']),
    );
    let latest: Time | undefined;
    for (const [index, time] of times.entries()) {
      if (isBefore(time, latest)) {
        report({
          span: yaml.spanAt(['timeline', index, 'at']),
          message: `Unexpected time ${quote(time?.source ?? '')} after ${quote(latest?.source ?? '')}, expected the events in order of time`,
          edits: createReorderEdits(file.text, yaml, ['timeline'], findOrder(times)),
        });
      }
      if (time?.yearKnown && (!latest || isBefore(latest, time))) latest = time;
    }
  },
};

/**
 * The order in which events belong, moving as few as possible: an event moves up to before the first that it is
 * certainly earlier than.
 *
 * @returns undefined where no order is right, because times overlap
 */
export function findOrder(times: readonly (Time | undefined)[]): number[] | undefined {
  const order: number[] = [];
  for (const [index, time] of times.entries()) {
    const at = order.findIndex((other) => isBefore(time, times[other]));
    order.splice(at < 0 ? order.length : at, 0, index);
  }
  const isRight = order.every((index, place) =>
    order.slice(place + 1).every((later) => !isBefore(times[later], times[index])),
  );
  return isRight ? order : undefined;
}

/** Pairs of fields of which the first never comes after the second. An incident may be noticed when it is over. */
export const ORDERED_TIME_FIELDS: readonly (readonly [string, string])[] = [
  ['started', 'detected'],
  ['started', 'mitigated'],
  ['started', 'resolved'],
  ['detected', 'resolved'],
  ['mitigated', 'resolved'],
];

export const consistentTimes: Rule = {
  name: 'consistent-times',
  severity: 'error',
  why: 'An incident that was over before it began was written down wrongly, and every figure made from its times is wrong too.',
  example: {
    wrong: 'started: 2018-03-11\nresolved: 2018-03-10',
    right: 'started: 2018-03-10\nresolved: 2018-03-11',
  },
  check({ file, report }) {
    if (file.type !== 'document' || file.kind !== 'postmortem') return;
    const { yaml } = file;
    const started = getTimeAt(yaml.value, ['started']);
    const tooEarly = (path: Path, against: Time | undefined, field: string) => {
      const time = getTimeAt(yaml.value, path);
      if (!isBefore(time, against)) return false;
      report({
        span: yaml.spanAt(path),
        message: `Unexpected time ${quote(time?.source ?? '')}, expected one not before \`${field}\`, ${quote(against?.source ?? '')}`,
      });
      return true;
    };
    const faulty = new Set<string>();
    for (const [first, second] of ORDERED_TIME_FIELDS) {
      if (!faulty.has(second) && tooEarly([second], getTimeAt(yaml.value, [first]), first))
        faulty.add(second);
    }
    for (const [index, event] of getListAt(yaml.value, ['timeline']).entries()) {
      const kind = getTextAt(event, ['kind']);
      if (kind === 'symptom' || kind === 'detection' || kind === 'recovery') {
        tooEarly(['timeline', index, 'at'], started, 'started');
      }
    }
    for (const index of getListAt(yaml.value, ['actions']).keys()) {
      tooEarly(['actions', index, 'closed'], started, 'started');
    }
  },
};

/** Where times of what has happened stand: they cannot lie ahead. */
const PAST_FIELDS = {
  postmortem: [['started'], ['detected'], ['mitigated'], ['resolved']],
  note: [['written']],
  lesson: [],
} as const;
const PAST_LIST_FIELDS = [
  ['timeline', 'at'],
  ['actions', 'closed'],
  ['sources', 'published'],
] as const;

export const noFutureTime: Rule = {
  name: 'no-future-time',
  severity: 'error',
  why: 'What has happened lies in the past; a year that is mistyped would put it at the top of every list.',
  example: { wrong: 'started: 3018-03-10', right: 'started: 2018-03-10' },
  check({ file, today, report }) {
    if (file.type !== 'document' || today === undefined) return;
    const { yaml } = file;
    // A clock somewhere is up to 14 hours ahead of the one that says what day it is.
    const end = (parseTime(today)?.latest ?? Number.POSITIVE_INFINITY) + 14 * 3_600_000;
    const inLists = PAST_LIST_FIELDS.flatMap(([list, field]) =>
      [...getListAt(yaml.value, [list]).keys()].map((index) => [list, index, field]),
    );
    for (const path of [...PAST_FIELDS[file.kind], ...inLists]) {
      const time = getTimeAt(yaml.value, path);
      if (!time?.yearKnown || time.earliest <= end) continue;
      report({
        span: yaml.spanAt(path),
        message: `Unexpected time ${quote(time.source)}, expected one that is not after today, ${today}`,
      });
    }
  },
};
