import { listFields } from '../../schema/field.ts';
import { postmortemSchema } from '../../schema/postmortem.ts';
import { compareTimes, parseTime, type Time } from '../../schema/time.ts';
import { isDocumentOf } from '../../source/content.ts';
import { findPlaces, getListAt, getTextAt } from '../../source/field-values.ts';
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

/** The fields that cannot be before another one, in the order of the schema. `detected` may come after `mitigated`. */
const LATER_FIELDS = listFields(postmortemSchema).flatMap(({ path, use: { notBefore = [] } }) =>
  notBefore.map((first) => ({ first, path })),
);

/** Pairs of fields of which the first is never later. */
export const ORDERED_TIME_FIELDS: readonly (readonly [string, string])[] = LATER_FIELDS.flatMap(
  ({ first, path: [name = '', ...inner] }) => (inner.length === 0 ? [[first, name] as const] : []),
);

export const consistentTimes: Rule = {
  name: 'consistent-times',
  severity: 'error',
  why: 'If an incident ends before it starts, one of its times is wrong, and so is every figure made from them.',
  example: {
    wrong: 'started: 2018-03-11\nresolved: 2018-03-10',
    right: 'started: 2018-03-10\nresolved: 2018-03-11',
  },
  check({ file, report }) {
    if (!isDocumentOf(file, 'postmortem')) return;
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
    for (const { first, path } of LATER_FIELDS) {
      for (const place of findPlaces(yaml.value, path)) {
        const key = place.join('.');
        if (!reported.has(key) && reportIfBefore(place, getTimeAt(yaml.value, [first]), first))
          reported.add(key);
      }
    }
    for (const [index, event] of getListAt(yaml.value, ['timeline']).entries()) {
      const kind = getTextAt(event, ['kind']);
      if (kind === 'symptom' || kind === 'detection' || kind === 'recovery') {
        reportIfBefore(['timeline', index, 'at'], started, 'started');
      }
    }
  },
};
