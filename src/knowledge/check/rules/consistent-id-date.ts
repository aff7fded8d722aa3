import { compareTimes, parseTime } from '../../schema/time.ts';
import { isDocumentOf } from '../../source/content.ts';
import { quote } from '../../source/problem.ts';
import { getTimeAt } from './consistent-times.ts';
import type { Rule } from './rule.ts';

export const consistentIdDate: Rule = {
  name: 'consistent-id-date',
  severity: 'error',
  why: 'Readers see the date in the file name first. It is the day or the month in which the incident started.',
  example: { wrong: '2018-10-03-outage.mdx with started: 2018-03-10', right: '2018-03-10-outage.mdx' },
  check({ file, report }) {
    if (!isDocumentOf(file, 'postmortem')) return;
    const written = /^\d{4}-\d{2}(?:-\d{2})?(?=-|$)/.exec(file.id)?.[0];
    if (!written) return;
    const date = parseTime(written);
    const started = getTimeAt(file.yaml.value, ['started']);
    if (!started || started.approximate) return;
    const differs = date === undefined || (compareTimes(date, started) ?? 0) !== 0;
    if (!differs) return;
    report({
      span: file.yaml.spanAt(['started']),
      message: `Unexpected ${quote(started.source)} in a file whose name has the date \`${written}\`, expected the same date`,
    });
  },
};
