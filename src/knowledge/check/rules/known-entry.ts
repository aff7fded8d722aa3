/** One rule for each kind of entry: `known-postmortem`, `known-note` and so on. */

import { formatWithArticle, KINDS, type Kind, type Ref } from '../../schema/kinds.ts';
import { findNearest } from '../../source/find-nearest.ts';
import { findRefs } from '../../source/located-refs.ts';
import { quote, type Span } from '../../source/problem.ts';
import type { ContentView } from '../content-view.ts';
import type { Finding, Rule } from './rule.ts';

const EXAMPLES: Record<Kind, [wrong: string, right: string]> = {
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
  organization: ['organization: gnmoe', 'organization: gnome'],
};

/** Suggests what the author meant. Fixes only what is certain: a renamed id, or a name that only one entry has. */
function suggestFix(ref: Ref, span: Span, content: ContentView): Pick<Finding, 'hint' | 'edits'> {
  const current = content.resolveRedirect(ref);
  if (content.has(current)) {
    return { hint: `It was renamed to \`${current.id}\`.`, edits: [{ span, text: current.id }] };
  }
  const named = content.findIdsByName(ref.kind, ref.id);
  const suggestion = suggestId(ref, content);
  return {
    hint: suggestion ? `Did you mean \`${suggestion}\`?` : undefined,
    edits: named.length === 1 && suggestion ? [{ span, text: suggestion }] : undefined,
  };
}

/** Finds the id of the entry that has this name, or a similar one. */
export function suggestId({ kind, id }: Ref, content: ContentView): string | undefined {
  return (
    content.findIdsByName(kind, id)[0] ??
    findNearest(id, content.listIds(kind)) ??
    content.findIdByNearestName(kind, id)
  );
}

function createKnownEntryRule(kind: Kind): Rule {
  const [wrong, right] = EXAMPLES[kind];
  return {
    name: `known-${kind}`,
    severity: 'error',
    why: `A link to ${formatWithArticle(kind)} that does not exist is a dead end for someone in a hurry.`,
    example: { wrong, right },
    check({ file, content, report }) {
      for (const { ref, span } of findRefs(file)) {
        // `valid-value` and `valid-component-use` report empty ids.
        if (ref.kind !== kind || !ref.id.trim() || content.has(ref)) continue;
        // `no-redirect-chain` reports a redirect to a redirect.
        if (file.type === 'redirects' && content.listRedirectSteps(ref).length > 0) continue;
        report({
          span,
          message: `Unknown ${kind} ${quote(ref.id)}, expected the id of ${formatWithArticle(kind)}`,
          suggest: () => suggestFix(ref, span, content),
        });
      }
    },
  };
}

export const knownEntryRules: readonly Rule[] = KINDS.map(createKnownEntryRule);
