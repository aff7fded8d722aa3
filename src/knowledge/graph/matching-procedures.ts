/** Finds the procedures for the services of an incident. */
import type { PostmortemEntry, ProcedureEntry } from './entries.ts';
import type { Knowledge } from './knowledge.ts';

/** Returns emergencies before the rest, and within each those that share the most services first. */
export function findMatchingProcedures(
  knowledge: Knowledge,
  postmortem: Pick<PostmortemEntry, 'data'>,
): ProcedureEntry[] {
  const services = new Set(postmortem.data.services);
  const countShared = (procedure: ProcedureEntry) =>
    procedure.data.services.filter((service) => services.has(service)).length;
  return knowledge
    .all('procedure')
    .filter((procedure) => countShared(procedure) > 0)
    .sort((a, b) => Number(isEmergency(b)) - Number(isEmergency(a)) || countShared(b) - countShared(a));
}

export function isEmergency(procedure: ProcedureEntry): boolean {
  return procedure.data.activity === 'emergency';
}
