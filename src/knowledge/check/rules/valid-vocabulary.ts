import { findTakenAddress } from '../../source/addresses.ts';
import { getListAt, getTextAt } from '../../source/field-values.ts';
import { quote } from '../../source/problem.ts';
import type { Rule } from './rule.ts';

/** The lists in an entry whose items have ids of their own, each with the noun for an item. */
const INNER_LISTS = { pausePoints: 'pause point', teams: 'team' } as const;

export const validVocabulary: Rule = {
  name: 'valid-vocabulary',
  severity: 'error',
  why: 'A vocabulary is a list of entries, and each has its own id. So has each pause point of an activity and each team of an organization. If two had the same id, links would reach only one of them.',
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
    for (const { id, index } of file.items) {
      const taken = id && findTakenAddress({ kind: file.kind, id });
      if (taken) {
        report({
          span: file.yaml.spanAt([index, 'id']),
          message: `Unexpected id ${quote(id)}, expected one whose address \`${taken}\` is not taken by a page or file of the site`,
        });
      }
      for (const [field, noun] of Object.entries(INNER_LISTS)) {
        const ids = getListAt(file.yaml.value, [index, field]).map((item) => getTextAt(item, ['id']) ?? '');
        for (const repeated of findRepeatedIndexes(ids)) {
          report({
            span: file.yaml.spanAt([index, field, repeated, 'id']),
            message: `Unexpected second ${noun} ${quote(ids[repeated] ?? '')}, expected each id once`,
          });
        }
      }
    }
  },
};

/** Returns the indexes of ids that are in the list before. */
function findRepeatedIndexes(ids: readonly string[]): number[] {
  const seen = new Set<string>();
  return ids.flatMap((id, index) => {
    const isRepeated = seen.has(id);
    if (id) seen.add(id);
    return isRepeated ? [index] : [];
  });
}
