import { quote } from '../../source/problem.ts';
import type { Rule } from './rule.ts';

export const validVocabulary: Rule = {
  name: 'valid-vocabulary',
  severity: 'error',
  why: 'A vocabulary is a list of entries, and each has its own id. So has each pause point of an activity. If two had the same id, links would reach only one of them.',
  example: { wrong: '- id: redis\n- id: redis', right: '- id: redis\n- id: redis-sentinel' },
  check({ file, report }) {
    if (file.type !== 'vocabulary' || file.yaml.errors.length > 0) return;
    if (!Array.isArray(file.yaml.value)) {
      report({
        span: file.yaml.spanAt([]),
        message: 'Unexpected content, expected a list of entries: `- id: …`',
      });
    }
    for (const index of findRepeatedIndexes(file.items.map(({ id }) => id))) {
      report({
        span: file.yaml.spanAt([index, 'id']),
        message: `Unexpected second entry ${quote(file.items[index]?.id ?? '')}, expected each id once`,
      });
    }
    for (const { index, validated } of file.items) {
      const points = validated.data && 'pausePoints' in validated.data ? validated.data.pausePoints : [];
      for (const repeated of findRepeatedIndexes(points.map(({ id }) => id))) {
        report({
          span: file.yaml.spanAt([index, 'pausePoints', repeated, 'id']),
          message: `Unexpected second pause point ${quote(points[repeated]?.id ?? '')}, expected each id once`,
        });
      }
    }
  },
};

/** Returns the indexes of ids that are in the list before. */
function findRepeatedIndexes(ids: readonly string[]): number[] {
  return ids.flatMap((id, index) => (id && ids.indexOf(id) < index ? [index] : []));
}
