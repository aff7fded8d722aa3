import { isVocabularyOf } from '../../source/content.ts';
import type { Rule } from './rule.ts';

export const noUnusedTag: Rule = {
  name: 'no-unused-tag',
  severity: 'warning',
  why: 'A recurring issue without a case makes the list longer and the choice harder.',
  example: { wrong: '- id: never-used', right: 'tags: [stale-lock]' },
  check({ file, content, report }) {
    if (!isVocabularyOf(file, 'tag')) return;
    for (const { id, index } of file.items) {
      const ref = { kind: 'tag', id } as const;
      if (!id || content.getReplacement(ref) !== undefined) continue;
      const isUsed = (['postmortem', 'note', 'lesson'] as const).some((kind) =>
        content.isReferencedIn(ref, kind, ['tags']),
      );
      if (isUsed) continue;
      report({
        span: file.yaml.spanAt([index, 'id']),
        message: `Unexpected unused tag \`${id}\`, expected a postmortem, note or lesson with it`,
      });
    }
  },
};
