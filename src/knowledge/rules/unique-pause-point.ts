import { listAt, textAt } from '../field-values.ts';
import { quote } from '../problem.ts';
import type { Rule } from './rule.ts';

export const uniquePausePoint: Rule = {
  name: 'unique-pause-point',
  severity: 'error',
  why: 'Two pause points of an activity with the same id would gather the same checks.',
  example: {
    wrong: 'pausePoints:\n  - id: before\n  - id: before',
    right: 'pausePoints:\n  - id: before\n  - id: after',
  },
  check({ file, report }) {
    if (file.type !== 'vocabulary' || file.kind !== 'activity') return;
    for (const { index } of file.items) {
      const seen = new Set<string>();
      for (const [place, point] of listAt(file.yaml.value, [index, 'pausePoints']).entries()) {
        const id = textAt(point, ['id']);
        if (id !== undefined && seen.has(id)) {
          report({
            span: file.yaml.spanAt([index, 'pausePoints', place, 'id']),
            message: `Unexpected second pause point ${quote(id)}, expected each id once in an activity`,
          });
        }
        if (id !== undefined) seen.add(id);
      }
    }
  },
};
