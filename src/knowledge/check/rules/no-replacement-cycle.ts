import { isDocumentOf } from '../../source/content.ts';
import type { Rule, RuleInput } from './rule.ts';

export const noReplacementCycle: Rule = {
  name: 'no-replacement-cycle',
  severity: 'error',
  why: 'A chain of replacements must end at an entry that is in use. A cycle never ends.',
  example: {
    wrong: '- id: a\n  replacedBy: b\n- id: b\n  replacedBy: a',
    right: '- id: a\n  replacedBy: b\n- id: b',
  },
  check({ file, content, report }) {
    if (!('yaml' in file)) return;
    for (const { ref, path } of listReplaceableEntries(file)) {
      if (content.getReplacement(ref) === undefined) continue;
      if (content.findLastReplacement(ref) !== undefined) continue;
      report({
        span: file.yaml.spanAt(path),
        message: `Unexpected replacement cycle, expected a chain that ends at a ${ref.kind} in use`,
      });
    }
  },
};

function listReplaceableEntries(file: RuleInput['file']) {
  if (isDocumentOf(file, 'lesson')) {
    return [{ ref: { kind: file.kind, id: file.id }, path: ['replacedBy'] }];
  }
  if (file.type !== 'vocabulary') return [];
  return file.items.map(({ id, index }) => ({ ref: { kind: file.kind, id }, path: [index, 'replacedBy'] }));
}
