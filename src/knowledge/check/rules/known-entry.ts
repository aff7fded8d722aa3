/** One rule for each kind of entry: what is named by its id exists. */

import { KINDS, type Kind, type Ref, withArticle } from '../../schema/kinds.ts';
import type { Content } from '../../source/content.ts';
import { nearest } from '../../source/nearest.ts';
import { quote, type Span } from '../../source/problem.ts';
import { locatedReferences } from '../../source/references.ts';
import type { Finding, Rule } from './rule.ts';

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

/** What was probably meant. Only what is certain is put in its place: a new id, or a name that one entry has. */
function meant(ref: Ref, span: Span, content: Content): Pick<Finding, 'hint' | 'edits'> {
  const current = content.redirects.currentOf(ref);
  if (content.has(current)) {
    return { hint: `It was renamed to \`${current.id}\`.`, edits: [{ span, text: current.id }] };
  }
  const named = content.names.idsNamed(ref.kind, ref.id);
  const suggestion = nearestId(ref, content);
  return {
    hint: suggestion ? `Did you mean \`${suggestion}\`?` : undefined,
    edits: named.length === 1 && suggestion ? [{ span, text: suggestion }] : undefined,
  };
}

/** The id of the entry that goes by this name, or is called nearly so. */
export function nearestId({ kind, id }: Ref, content: Content): string | undefined {
  return (
    content.names.idsNamed(kind, id)[0] ?? nearest(id, content.idsOf(kind)) ?? content.names.idNear(kind, id)
  );
}

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
        // A redirect to a redirect is told by `redirect-to`.
        if (file.type === 'redirects' && content.redirects.stepsFrom(ref).length > 0) continue;
        report({
          span,
          message: `Unknown ${kind} ${quote(ref.id)}, expected the id of ${withArticle(kind)}`,
          ...meant(ref, span, content),
        });
      }
    },
  };
}

export const knownEntryRules: readonly Rule[] = KINDS.map(knownEntry);
