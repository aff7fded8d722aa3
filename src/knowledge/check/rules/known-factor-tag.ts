import { isDocumentOf } from '../../source/content.ts';
import { getListAt } from '../../source/field-values.ts';
import { findNearest } from '../../source/find-nearest.ts';
import { quote } from '../../source/problem.ts';
import type { Rule } from './rule.ts';

export const knownFactorTag: Rule = {
  name: 'known-factor-tag',
  severity: 'error',
  why: 'A factor makes its postmortem a case of a recurring issue, so the postmortem must have the same tag.',
  example: {
    wrong: 'tags: [stale-lock] … factors: [{ tags: [manual-step], … }]',
    right: 'tags: [stale-lock, manual-step] … factors: [{ tags: [manual-step], … }]',
  },
  check({ file, report }) {
    if (!isDocumentOf(file, 'postmortem')) return;
    const tags = getListAt(file.yaml.value, ['tags']).filter((tag) => typeof tag === 'string');
    for (const index of getListAt(file.yaml.value, ['factors']).keys()) {
      for (const [position, tag] of getListAt(file.yaml.value, ['factors', index, 'tags']).entries()) {
        if (typeof tag !== 'string' || tags.includes(tag)) continue;
        report({
          span: file.yaml.spanAt(['factors', index, 'tags', position]),
          message: `Unexpected tag ${quote(tag)} of a factor, expected one of the postmortem's \`tags\``,
          suggest() {
            const suggestion = findNearest(tag, tags);
            return suggestion ? { hint: `Did you mean \`${suggestion}\`?` } : {};
          },
        });
      }
    }
  },
};
