/** One rule for each kind of entry: what is named by its id exists. */
import { KINDS, type Kind, withArticle } from '../kinds.ts';
import { nearest } from '../nearest.ts';
import { quote } from '../problem.ts';
import { locatedReferences } from '../references.ts';
import type { Rule } from './rule.ts';

const WRONG: Record<Kind, [wrong: string, right: string]> = {
  postmortem: [
    '<PostmortemLink id="2018-03-10-mongo" />',
    '<PostmortemLink id="2018-03-10-manager-mongo-outage" />',
  ],
  note: ['<NoteLink id="crash-course" />', '<NoteLink id="app-maintenance-crash-course" />'],
  procedure: [
    '<ProcedureLink id="redis-dead" />',
    '<ProcedureLink id="app-maintenance-crash-course#redis-dead" />',
  ],
  lesson: ['learned: [test-failovr]', 'learned: [test-failover]'],
  tag: ['tags: [not-rebootsafe]', 'tags: [not-reboot-safe]'],
  service: ['services: [elastisearch]', 'services: [elasticsearch]'],
  activity: ['activity: reboot', 'activity: planned-reboot'],
};

function knownEntry(kind: Kind): Rule {
  const [wrong, right] = WRONG[kind];
  return {
    name: `known-${kind}`,
    severity: 'error',
    why: `A link to ${withArticle(kind)} that does not exist is a dead end for someone in a hurry.`,
    example: { wrong, right },
    check({ file, content, report }) {
      for (const { ref, span } of locatedReferences(file)) {
        // An id that is empty is told by the rules on values.
        if (ref.kind !== kind || !ref.id.trim() || content.has(ref)) continue;
        const named = content.names.idsNamed(kind, ref.id);
        const suggestion =
          named[0] ?? nearest(ref.id, content.idsOf(kind)) ?? content.names.idNear(kind, ref.id);
        report({
          span,
          message: `Unknown ${kind} ${quote(ref.id)}, expected the id of ${withArticle(kind)}`,
          hint: suggestion ? `Did you mean \`${suggestion}\`?` : undefined,
          // A name that leads to one entry is that entry; the nearest id is only a guess.
          edits: named.length === 1 && suggestion ? [{ span, text: suggestion }] : undefined,
        });
      }
    },
  };
}

export const knownEntryRules: readonly Rule[] = KINDS.map(knownEntry);
