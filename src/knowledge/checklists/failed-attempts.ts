/** Finds what was tried without success in earlier incidents of the same services. */
import type { PostmortemEntry } from '../graph/entries.ts';
import { compareNewestFirst, type Knowledge } from '../graph/knowledge.ts';
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
export function findFailedAttempts(knowledge: Knowledge, services: readonly string[]): FailedAttempts {
  const shared = ({ data }: PostmortemEntry) => data.services.filter((id) => services.includes(id)).length;
  const all = knowledge
    .all('postmortem')
    .filter((postmortem) => shared(postmortem) > 0)
    .sort((a, b) => shared(b) - shared(a) || compareNewestFirst(a, b))
    .flatMap((postmortem) =>
      postmortem.data.mitigations.flatMap(({ worked, text }) =>
        worked === 'yes' || worked === 'unknown'
          ? []
          : [{ worked, text, evidence: toPostmortemRef(postmortem, 'learned') }],
      ),
    )
    .sort((a, b) => WORST_FIRST.indexOf(a.worked) - WORST_FIRST.indexOf(b.worked));
  return { shown: all.slice(0, MAX_ATTEMPTS), more: Math.max(0, all.length - MAX_ATTEMPTS) };
}
