import { quote } from '../../source/problem.ts';
import { getTimeAt } from './consistent-times.ts';
import type { Rule } from './rule.ts';

export const noOverdueReview: Rule = {
  name: 'no-overdue-review',
  severity: 'warning',
  why: 'Notes and lessons go out of date, and people follow them in an emergency.',
  example: { wrong: 'reviewBy: 2020-01', right: 'reviewBy: 2030-01' },
  check({ file, content, report }) {
    if (file.type !== 'document') return;
    const due = getTimeAt(file.yaml.value, ['reviewBy']);
    if (!due?.yearKnown || !content.isPast(due.latest)) return;
    report({
      span: file.yaml.spanAt(['reviewBy']),
      message: `Unexpected review date ${quote(due.source)}, expected today (${content.getToday()}) or later`,
      hint: 'Read it again, fix what is no longer true, and set the next date.',
    });
  },
};
