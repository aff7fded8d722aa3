import { findRefs } from '../../source/located-refs.ts';
import type { Rule } from './rule.ts';

export const noReplacedEntry: Rule = {
  name: 'no-replaced-entry',
  severity: 'warning',
  why: 'Cases filed under an old id are missing from the count of the new one.',
  example: { wrong: 'tags: [copied-config]', right: 'tags: [unreviewed-configuration]' },
  check({ file, content, report }) {
    for (const { ref, span, path } of findRefs(file)) {
      if (path?.includes('replacedBy') || content.getReplacement(ref) === undefined) continue;
      const last = content.findLastReplacement(ref);
      report({
        span,
        message: `Unexpected ${ref.kind} \`${ref.id}\`, expected the ${ref.kind} that replaced it`,
        hint: last ? `Did you mean \`${last}\`?` : undefined,
        edits: last && content.has({ ...ref, id: last }) ? [{ span, text: last }] : undefined,
      });
    }
  },
};
