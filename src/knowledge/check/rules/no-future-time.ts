import { listFields } from '../../schema/field.ts';
import { findPlaces } from '../../source/field-values.ts';
import { quote } from '../../source/problem.ts';
import { getTimeAt } from './consistent-times.ts';
import type { Rule } from './rule.ts';

export const noFutureTime: Rule = {
  name: 'no-future-time',
  severity: 'error',
  why: 'Past events cannot have a time in the future. A mistyped year would put the page at the top of every list.',
  example: { wrong: 'started: 3018-03-10', right: 'started: 2018-03-10' },
  check({ file, content, report }) {
    if (file.type !== 'document') return;
    const { yaml } = file;
    const pastFields = listFields(file.schema).filter(({ use }) => use.past);
    for (const path of pastFields.flatMap((field) => findPlaces(yaml.value, field.path))) {
      const time = getTimeAt(yaml.value, path);
      if (!time || !content.isFuture(time.earliest)) continue;
      report({
        span: yaml.spanAt(path),
        message: `Unexpected time ${quote(time.source)}, expected today (${content.getToday()}) or earlier`,
      });
    }
  },
};
