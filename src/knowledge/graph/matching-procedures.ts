/** Which procedures fit an incident: those for its services, emergencies first. */
import type { PostmortemEntry, ProcedureEntry } from './entries.ts';
import type { Knowledge } from './knowledge.ts';

/** @returns those that share a service, most shared first, emergencies before the rest */
export function findMatchingProcedures(
  knowledge: Knowledge,
  postmortem: Pick<PostmortemEntry, 'data'>,
): ProcedureEntry[] {
  const services = new Set(postmortem.data.services);
  const shared = (procedure: ProcedureEntry) =>
    procedure.data.services.filter((service) => services.has(service)).length;
  return knowledge
    .all('procedure')
    .filter((procedure) => shared(procedure) > 0)
    .sort((a, b) => Number(isEmergency(b)) - Number(isEmergency(a)) || shared(b) - shared(a));
}

export function isEmergency(procedure: ProcedureEntry): boolean {
  return procedure.data.activity === 'emergency';
}
