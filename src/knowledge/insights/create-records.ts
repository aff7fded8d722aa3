/** Collects the facts of postmortems that insights count. */
import { measureCompleteness } from '../check/completeness.ts';
import { getAffectedServices } from '../graph/affected-services.ts';
import type { PostmortemEntry } from '../graph/entries.ts';
import { getStartTime, type Knowledge } from '../graph/knowledge.ts';
import { listRelearnedLessons } from '../graph/relearned-lessons.ts';
import { parseDuration } from '../schema/duration.ts';
import type { PostmortemData } from '../schema/postmortem.ts';
import { UNKNOWN_ID } from '../schema/scalars.ts';
import { compareTimes, describeTime, parseTime, type Time } from '../schema/time.ts';
import { toPlainText } from '../source/inline/plain-text.ts';
import { findOpenActions } from './find-open-actions.ts';
import type { InsightRecord, MeasuredTime } from './insight-record.ts';

/**
 * Returns the record of each postmortem, newest first.
 *
 * @param today as `2026-11-28`
 */
export function createInsightRecords(knowledge: Knowledge, today: string): InsightRecord[] {
  const relearned = countRelearned(knowledge);
  const findsEarlierCase = createEarlierCaseFinder(knowledge);
  return knowledge.all('postmortem').map((postmortem): InsightRecord => {
    const { id, data } = postmortem;
    const time = getStartTime(postmortem);
    const open = findOpenActions(data.actions, time, today);
    return {
      id,
      title: toPlainText(data.title),
      when: describeTime(time),
      kind: data.kind,
      severity: data.severity,
      organization: data.organization,
      ...(data.team && data.organization !== UNKNOWN_ID ? { team: data.team } : {}),
      services: [...new Set([...data.services, ...getAffectedServices(postmortem)])],
      affected: [...getAffectedServices(postmortem)].filter(
        (service) => !knowledge.find({ kind: 'service', id: service })?.data.generic,
      ),
      issues: [...new Set(data.tags)].map((tag) => ({ id: tag, again: findsEarlierCase(tag, postmortem) })),
      ...getPeriod(time),
      approximate: time.approximate,
      trigger: data.trigger,
      detection: data.detection.method,
      factors: data.factors.map(({ category }) => category),
      times: measureTimes(data),
      ...(open ? { open } : {}),
      completeness: measureCompleteness(data).percent,
      learned: [...new Set(data.lessons.learned)],
      relearned: relearned.get(id) ?? 0,
    };
  });
}

/** Returns how many lessons each postmortem learned again, by its id. */
function countRelearned(knowledge: Knowledge): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { relearnings } of listRelearnedLessons(knowledge)) {
    for (const { postmortem } of relearnings) counts.set(postmortem.id, (counts.get(postmortem.id) ?? 0) + 1);
  }
  return counts;
}

/** Of the cases of an issue, only those that can be the first have to be compared: one of each kind of date. */
function createEarlierCaseFinder(knowledge: Knowledge) {
  const firstCases = new Map<string, readonly PostmortemEntry[]>();
  return (tag: string, postmortem: PostmortemEntry): boolean => {
    const first = firstCases.get(tag) ?? findFirstCases(knowledge, tag);
    firstCases.set(tag, first);
    const start = getStartTime(postmortem);
    return first.some((other) => other !== postmortem && (compareTimes(getStartTime(other), start) ?? 0) < 0);
  };
}

function findFirstCases(knowledge: Knowledge, tag: string): PostmortemEntry[] {
  const cases = knowledge
    .findEntriesLinkingTo({ kind: 'tag', id: tag }, 'postmortem', ['case-of'])
    .filter((postmortem) => getStartTime(postmortem).yearKnown);
  const groups = Map.groupBy(cases, (postmortem) => {
    const { precision, approximate } = getStartTime(postmortem);
    return `${precision} ${approximate}`;
  });
  return [...groups.values()].flatMap((group) =>
    group
      .slice(1)
      .reduce<PostmortemEntry[]>(
        ([first], other) =>
          first && getStartTime(first).latest <= getStartTime(other).latest ? [first] : [other],
        group.slice(0, 1),
      ),
  );
}

/** The year and the quarter as the date is written, in its own time zone. An approximate month can be in two quarters. */
function getPeriod(time: Time): Pick<InsightRecord, 'year' | 'quarter'> {
  if (!time.yearKnown) return {};
  const year = Number(time.source.slice(0, 4));
  if (time.precision === 'year') return { year };
  const quarter = Math.ceil(Number(time.source.slice(5, 7)) / 3);
  return time.approximate ? { year } : { year, quarter };
}

function measureTimes(data: PostmortemData): InsightRecord['times'] {
  const resolve = measureBetween(data.started, data.resolved);
  const stated = data.duration ? parseDuration(data.duration) : undefined;
  return {
    detect: measureBetween(data.started, data.detected),
    mitigate: measureBetween(data.started, data.mitigated),
    resolve,
    duration: stated ? { seconds: stated.seconds, approximate: stated.approximate } : resolve,
  };
}

function measureBetween(from: string, to: string | undefined): MeasuredTime {
  const [start, end] = [parseTime(from), to ? parseTime(to) : undefined];
  if (!start || !end) return 'not given';
  if (start.precision !== 'time' || end.precision !== 'time' || end.earliest < start.earliest)
    return 'imprecise';
  return { seconds: (end.earliest - start.earliest) / 1_000, approximate: false };
}
