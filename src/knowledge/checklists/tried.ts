/** What was tried in earlier incidents of the same services and did not bring the help that was hoped for. */
import type { PostmortemEntry } from '../graph/entries.ts';
import { compareNewestFirst, type Knowledge } from '../graph/knowledge.ts';
import type { Tried } from './checklist.ts';
import { postmortemRef } from './evidence-ref.ts';

/** On paper they stand before the first step: few enough to be read. */
const MAX_TRIED = 4;
const WORST_FIRST: readonly Tried['worked'][] = ['harmful', 'no', 'partly'];

export interface TriedBefore {
  readonly shown: readonly Tried[];
  /** How many more there are. */
  readonly more: number;
}

/** What made it worse first, then what did nothing; of each, what most services share, then the newest. */
export function triedBefore(knowledge: Knowledge, services: readonly string[]): TriedBefore {
  const shared = ({ data }: PostmortemEntry) => data.services.filter((id) => services.includes(id)).length;
  const all = knowledge
    .all('postmortem')
    .filter((postmortem) => shared(postmortem) > 0)
    .sort((a, b) => shared(b) - shared(a) || compareNewestFirst(a, b))
    .flatMap((postmortem) =>
      postmortem.data.mitigations.flatMap(({ worked, text }) =>
        worked === 'yes' || worked === 'unknown'
          ? []
          : [{ worked, text, evidence: postmortemRef(postmortem, 'learned') }],
      ),
    )
    .sort((a, b) => WORST_FIRST.indexOf(a.worked) - WORST_FIRST.indexOf(b.worked));
  return { shown: all.slice(0, MAX_TRIED), more: Math.max(0, all.length - MAX_TRIED) };
}
