import { isDocumentOf } from '../../source/content.ts';
import { findNearest } from '../../source/find-nearest.ts';
import { quote } from '../../source/problem.ts';
import type { Rule } from './rule.ts';

export const knownCheckEvidence: Rule = {
  name: 'known-check-evidence',
  severity: 'error',
  why: 'A check is evidence from a postmortem only if the postmortem learned or confirmed the lesson. Otherwise its item on a checklist would name a reason that nobody can find there.',
  example: {
    wrong: 'evidence: [2018-03-10-mongo-outage]',
    right: 'evidence: [2015-03-xen-reboots], which has the lesson in `lessons.learned`',
  },
  check({ file, content, report }) {
    if (!isDocumentOf(file, 'lesson')) return;
    const named = file.fieldRefs.filter(({ ref, path }) => ref.kind === 'postmortem' && path[0] === 'checks');
    if (named.length === 0) return;
    const known = content.listEvidence(file.id);
    for (const { ref, path } of named) {
      // `known-postmortem` reports one that does not exist.
      if (known.includes(ref.id) || !content.has(ref)) continue;
      report({
        span: file.yaml.spanAt(path),
        message: `Unexpected evidence ${quote(ref.id)}, expected a postmortem that learned or confirmed this lesson`,
        suggest() {
          const suggestion = findNearest(ref.id, known) ?? (known.length === 1 ? known[0] : undefined);
          return suggestion ? { hint: `Did you mean \`${suggestion}\`?` } : {};
        },
      });
    }
  },
};
