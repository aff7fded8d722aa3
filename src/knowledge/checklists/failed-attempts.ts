/** Finds what an organization tried without success in earlier incidents of the same services with the same fault. */
import { findSharedServices, getAffectedServices } from '../graph/affected-services.ts';
import type { NoteEntry, PostmortemEntry, ProcedureEntry } from '../graph/entries.ts';
import { compareNewestFirst, type Knowledge } from '../graph/knowledge.ts';
import { isSameOrganization } from '../graph/same-organization.ts';
import { getSignalsByKey } from '../graph/signals-by-key.ts';
import type { FailedAttempt } from './checklist.ts';
import { toPostmortemRef } from './evidence-ref.ts';

/** They are printed before the first step, so there must be few enough to read. */
const MAX_ATTEMPTS = 4;
const WORST_FIRST: readonly FailedAttempt['worked'][] = ['harmful', 'no', 'partly'];

export interface FailedAttempts {
  readonly shown: readonly FailedAttempt[];
  /** The number that is not shown. */
  readonly more: number;
}

/** Returns what made it worse first, then what did not help. Within each, most shared services first, then newest. */
export function findFailedAttempts(knowledge: Knowledge, procedure: ProcedureEntry): FailedAttempts {
  const note = knowledge.get('note', procedure.note);
  const all = knowledge
    .all('postmortem')
    .filter((postmortem) => isSameOrganization(postmortem, note))
    .map((postmortem) => ({
      postmortem,
      shared: findSharedServices(knowledge, procedure.data.services, getAffectedServices(postmortem)).length,
    }))
    .filter(({ postmortem, shared }) => shared > 0 && hasSameFault(knowledge, procedure, note, postmortem))
    .sort((a, b) => b.shared - a.shared || compareNewestFirst(a.postmortem, b.postmortem))
    .flatMap(({ postmortem }) =>
      postmortem.data.mitigations.flatMap(({ action, worked, text }) =>
        // To wait is neither a success nor a failure.
        action === 'wait' || worked === 'yes' || worked === 'unknown'
          ? []
          : [{ worked, text, evidence: toPostmortemRef(knowledge, postmortem, 'learned') }],
      ),
    )
    .sort((a, b) => WORST_FIRST.indexOf(a.worked) - WORST_FIRST.indexOf(b.worked));
  return { shown: all.slice(0, MAX_ATTEMPTS), more: Math.max(0, all.length - MAX_ATTEMPTS) };
}

/**
 * Returns whether they share a signal, or a factor on one of the procedure's services is a case of a recurring issue
 * with which the procedure's note helps.
 */
function hasSameFault(
  knowledge: Knowledge,
  { data: { services, signals } }: ProcedureEntry,
  note: NoteEntry,
  { data }: PostmortemEntry,
): boolean {
  const keys = getSignalsByKey(signals);
  return (
    [...getSignalsByKey(data.signals).keys()].some((key) => keys.has(key)) ||
    data.factors.some(
      (factor) =>
        factor.tags.some((tag) => note.data.tags.includes(tag)) &&
        findSharedServices(knowledge, services, factor.services).length > 0,
    )
  );
}
