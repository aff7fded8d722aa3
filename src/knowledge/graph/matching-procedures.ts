/** Finds the procedures that fit an incident, with the reasons. */
import { findSharedServices, getAffectedServices } from './affected-services.ts';
import type { PostmortemEntry, ProcedureEntry } from './entries.ts';
import type { Knowledge } from './knowledge.ts';
import { getHomeRank } from './organization.ts';
import { isEmergency, isOutline } from './procedures.ts';
import { isSameOrganization } from './same-organization.ts';
import { getSignalsByKey } from './signals-by-key.ts';

export interface MatchingProcedure {
  readonly procedure: ProcedureEntry;
  /** The affected services that it serves. Empty if it belongs to another organization. */
  readonly services: readonly string[];
  /** Signals of the incident for which it is meant. */
  readonly signals: readonly string[];
}

/**
 * Returns the procedures of the same organization for the affected services, and the procedures of any organization for
 * the signals. Outlines come last; your own come first, then emergencies, then those that match the most signals, then
 * those that serve the most services.
 */
export function findMatchingProcedures(
  knowledge: Knowledge,
  postmortem: Pick<PostmortemEntry, 'data'>,
): MatchingProcedure[] {
  const affected = getAffectedServices(postmortem);
  const signalsByKey = getSignalsByKey(postmortem.data.signals);
  return knowledge
    .all('procedure')
    .map((procedure) => {
      const isOwn = isSameOrganization(knowledge.get('note', procedure.note), postmortem);
      const keys = getSignalKeys(procedure);
      return {
        procedure,
        services: isOwn ? findSharedServices(knowledge, procedure.data.services, affected) : [],
        signals: [...signalsByKey].flatMap(([key, signal]) => (keys.has(key) ? [signal] : [])),
      };
    })
    .filter(({ services, signals }) => services.length + signals.length > 0)
    .sort(
      (a, b) =>
        Number(isOutline(a.procedure)) - Number(isOutline(b.procedure)) ||
        getHomeRank(knowledge, a.procedure) - getHomeRank(knowledge, b.procedure) ||
        Number(isEmergency(b.procedure)) - Number(isEmergency(a.procedure)) ||
        b.signals.length - a.signals.length ||
        b.services.length - a.services.length,
    );
}

/** Every postmortem is compared with every procedure. */
const signalKeys = new WeakMap<ProcedureEntry['data'], ReadonlyMap<string, string>>();

function getSignalKeys({ data }: ProcedureEntry): ReadonlyMap<string, string> {
  const keys = signalKeys.get(data) ?? getSignalsByKey(data.signals);
  signalKeys.set(data, keys);
  return keys;
}
