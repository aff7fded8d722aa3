/** Prepares a timeline for a drawing as a line with a point for each event, if the order of its events is certain. */
import { describeSeconds } from '../schema/duration.ts';
import type { PostmortemData } from '../schema/postmortem.ts';
import {
  compareTimes,
  describeClockTime,
  describeTime,
  parseTime,
  type Time,
  toDay,
} from '../schema/time.ts';
import { describeInterval, measureDays } from './recurrence.ts';

type TimelineEvent = PostmortemData['timeline'][number];

/** The fields of a postmortem that mark its course. */
const MILESTONES = ['started', 'detected', 'mitigated', 'resolved'] as const;
export type Milestone = (typeof MILESTONES)[number];

/** Of several events at the time of a milestone, one of these kinds is the milestone. */
const MILESTONE_KINDS: Readonly<Record<Milestone, readonly TimelineEvent['kind'][]>> = {
  started: ['trigger', 'symptom'],
  detected: ['detection'],
  mitigated: ['recovery'],
  resolved: ['recovery'],
};

interface RailPoint {
  /** Undefined for a milestone at whose time the timeline has no event. */
  readonly event: TimelineEvent | undefined;
  readonly milestones: readonly Milestone[];
  /** In words, if it differs from that of the point before. */
  readonly date: string | undefined;
  /** In words, with the offset from UTC if it differs from that of the point before; undefined for a day or a month. */
  readonly clock: string | undefined;
  /** The time since the point before, in words, if it is known and at least an hour. */
  readonly gap: string | undefined;
  /** True if this point and the next one are between the start and the end of the red part. */
  readonly isHarm: boolean;
}

interface TimelineRail {
  readonly points: readonly RailPoint[];
  /** The field that ends the red part of the line; undefined if no part is red. */
  readonly harmUntil: 'mitigated' | 'resolved' | undefined;
}

type Incident = Pick<PostmortemData, 'timeline' | Milestone>;

/**
 * Returns the points of the drawing, oldest first. It claims only what the times state: an event without a clock time is
 * no milestone, and the line is red only between two clock times.
 *
 * @returns undefined if the order of two consecutive events is not certain, or if all are on the same day
 */
export function createRail(incident: Incident): TimelineRail | undefined {
  const points = readPoints(incident.timeline);
  if (!points || !isOrdered(points)) return undefined;
  for (const milestone of MILESTONES) addMilestone(points, milestone, incident[milestone]);
  const harm = findHarm(incident);
  return {
    points: points.map((point, index) => describePoint(point, points[index - 1], points[index + 1], harm)),
    harmUntil: harm?.until,
  };
}

interface Point {
  readonly time: Time;
  readonly event: TimelineEvent | undefined;
  readonly milestones: Milestone[];
}

function readPoints(timeline: readonly TimelineEvent[]): Point[] | undefined {
  const points = timeline.flatMap((event): Point[] => {
    const time = parseTime(event.at);
    return time ? [{ time, event, milestones: [] }] : [];
  });
  return points.length === timeline.length ? points : undefined;
}

function isOrdered(points: readonly Point[]): boolean {
  const orders = points.slice(1).map(({ time }, index) => {
    const before = points[index];
    return before && compareTimes(before.time, time);
  });
  return orders.every((order) => order !== undefined && order <= 0) && orders.some((order) => order !== 0);
}

/** Marks the event at the time of a milestone, or adds a point. A milestone without a certain place is left out. */
function addMilestone(points: Point[], milestone: Milestone, at: string | undefined): void {
  const time = at === undefined ? undefined : parseTime(at);
  if (time?.precision !== 'time') return;
  const same = points.filter((point) => isClock(point) && point.time.earliest === time.earliest);
  const point =
    same.find(({ event }) => event && MILESTONE_KINDS[milestone].includes(event.kind)) ??
    same.find(({ event }) => event === undefined) ??
    (same.length === 1 ? same[0] : undefined);
  if (point) {
    point.milestones.push(milestone);
    return;
  }
  const orders = points.map((other) => compareTimes(time, other.time));
  if (orders.some((order) => order === undefined || order === 0)) return;
  const next = orders.findIndex((order) => order !== undefined && order < 0);
  points.splice(next < 0 ? points.length : next, 0, { time, event: undefined, milestones: [milestone] });
}

function isClock({ time }: Point): boolean {
  return time.precision === 'time';
}

interface Harm {
  readonly start: number;
  readonly end: number;
  readonly until: 'mitigated' | 'resolved';
}

function findHarm({ started, mitigated, resolved }: Incident): Harm | undefined {
  const until = mitigated === undefined ? 'resolved' : 'mitigated';
  const [start, end] = [parseTime(started), parseTime(mitigated ?? resolved ?? '')];
  if (start?.precision !== 'time' || end?.precision !== 'time') return undefined;
  return start.earliest < end.earliest ? { start: start.earliest, end: end.earliest, until } : undefined;
}

const HOUR = 3_600;

function describePoint(
  point: Point,
  before: Point | undefined,
  after: Point | undefined,
  harm: Harm | undefined,
): RailPoint {
  const { time, event, milestones } = point;
  const day = describeTime(toDay(time));
  const hasSameDay = before !== undefined && describeTime(toDay(before.time)) === day;
  const hasSameOffset = before !== undefined && isClock(before) && getOffset(before.time) === getOffset(time);
  return {
    event,
    milestones,
    date: hasSameDay ? undefined : day,
    clock: isClock(point) ? describeClockTime(time, !hasSameOffset) : undefined,
    gap: before && describeGap(before.time, time),
    isHarm:
      harm !== undefined &&
      after !== undefined &&
      isClock(point) &&
      isClock(after) &&
      time.earliest >= harm.start &&
      after.time.earliest <= harm.end,
  };
}

function getOffset({ source }: Time): string {
  return /(?:Z|[+-]\d{2}:\d{2})$/.exec(source)?.[0] ?? '';
}

function describeGap(start: Time, end: Time): string | undefined {
  if (start.precision === 'time' && end.precision === 'time') {
    const seconds = (end.earliest - start.earliest) / 1_000;
    return seconds >= HOUR ? describeSeconds(seconds) : undefined;
  }
  const days = measureDays(start, end);
  return days && describeInterval(days);
}
