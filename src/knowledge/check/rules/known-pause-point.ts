import { isDocumentOf } from '../../source/content.ts';
import { findNearest } from '../../source/find-nearest.ts';
import { quote } from '../../source/problem.ts';
import type { Rule } from './rule.ts';

export const knownPausePoint: Rule = {
  name: 'known-pause-point',
  severity: 'error',
  why: 'Each check belongs to a pause point of an activity. With an unknown pause point it would not be on any checklist.',
  example: { wrong: 'pausePoint: afterwards', right: 'pausePoint: after' },
  check({ file, content, report }) {
    if (!isDocumentOf(file, 'lesson')) return;
    const checks = (file.yaml.value as { checks?: unknown } | undefined)?.checks;
    if (!Array.isArray(checks)) return;
    for (const [index, check] of checks.entries()) {
      const { activity, pausePoint } = (check ?? {}) as { activity?: unknown; pausePoint?: unknown };
      if (typeof activity !== 'string' || typeof pausePoint !== 'string') continue;
      const points = content.listPausePoints(activity);
      if (!points || points.includes(pausePoint)) continue;
      const suggestion = findNearest(pausePoint, points);
      report({
        span: file.yaml.spanAt(['checks', index, 'pausePoint']),
        message: `Unknown pause point ${quote(pausePoint)}, expected one of ${points.join(', ')}`,
        hint: suggestion ? `Did you mean \`${suggestion}\`?` : undefined,
      });
    }
  },
};
