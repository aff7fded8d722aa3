import { compareTimes, parseTime, type Time } from '../../schema/time.ts';
import { getListAt, getTextAt } from '../../source/field-values.ts';
import { quote } from '../../source/problem.ts';
import type { Path } from '../../source/yaml/yaml-source.ts';
import type { Rule } from './rule.ts';

export function getTimeAt(value: unknown, path: Path): Time | undefined {
  const written = getTextAt(value, path);
  return written === undefined ? undefined : parseTime(written);
}

/** Returns whether `a` is certainly before `b`. */
export function isBefore(a: Time | undefined, b: Time | undefined): boolean {
  return a !== undefined && b !== undefined && (compareTimes(a, b) ?? 0) < 0;
}

/** Pairs of fields of which the first is never later. `detected` may come after `mitigated`. */
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
  why: 'If an incident ends before it starts, one of its times is wrong, and so is every figure made from them.',
  example: {
    wrong: 'started: 2018-03-11\nresolved: 2018-03-10',
    right: 'started: 2018-03-10\nresolved: 2018-03-11',
  },
  check({ file, report }) {
    if (file.type !== 'document' || file.kind !== 'postmortem') return;
    const { yaml } = file;
    const started = getTimeAt(yaml.value, ['started']);
    const reportIfBefore = (path: Path, limit: Time | undefined, field: string) => {
      const time = getTimeAt(yaml.value, path);
      if (!isBefore(time, limit)) return false;
      report({
        span: yaml.spanAt(path),
        message: `Unexpected time ${quote(time?.source ?? '')}, expected \`${field}\` (${quote(limit?.source ?? '')}) or later`,
      });
      return true;
    };
    const reported = new Set<string>();
    for (const [first, second] of ORDERED_TIME_FIELDS) {
      if (!reported.has(second) && reportIfBefore([second], getTimeAt(yaml.value, [first]), first))
        reported.add(second);
    }
    for (const [index, event] of getListAt(yaml.value, ['timeline']).entries()) {
      const kind = getTextAt(event, ['kind']);
      if (kind === 'symptom' || kind === 'detection' || kind === 'recovery') {
        reportIfBefore(['timeline', index, 'at'], started, 'started');
      }
    }
    for (const index of getListAt(yaml.value, ['actions']).keys()) {
      reportIfBefore(['actions', index, 'closed'], started, 'started');
    }
  },
};
