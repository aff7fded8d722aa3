import { listFields } from '../../schema/field.ts';
import { parseTime } from '../../schema/time.ts';
import { findPlaces } from '../../source/field-values.ts';
import { quote } from '../../source/problem.ts';
import { getTimeAt } from './consistent-times.ts';
import type { Rule } from './rule.ts';

export const noFutureTime: Rule = {
  name: 'no-future-time',
  severity: 'error',
  why: 'Past events cannot have a time in the future. A mistyped year would put the page at the top of every list.',
  example: { wrong: 'started: 3018-03-10', right: 'started: 2018-03-10' },
  check({ file, today, report }) {
    if (file.type !== 'document' || today === undefined) return;
    const { yaml } = file;
    // `today` is a date in one time zone. Elsewhere it can be up to 14 hours later.
    const end = (parseTime(today)?.latest ?? Number.POSITIVE_INFINITY) + 14 * 3_600_000;
    const pastFields = listFields(file.schema).filter(({ use }) => use.past);
    for (const path of pastFields.flatMap((field) => findPlaces(yaml.value, field.path))) {
      const time = getTimeAt(yaml.value, path);
      if (!time || time.earliest <= end) continue;
      report({
        span: yaml.spanAt(path),
        message: `Unexpected time ${quote(time.source)}, expected today (${today}) or earlier`,
      });
    }
  },
};
