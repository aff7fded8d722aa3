/** Finds the checklist that a person asks for on the command line. */
import type { Knowledge } from '../graph/knowledge.ts';
import { findNearest } from '../source/find-nearest.ts';
import type { Checklist } from './checklist.ts';
import { createChecklistSource } from './checklist-source.ts';
import { generateChecklist } from './generate-checklist.ts';
import { createProcedureChecklist, getProcedureListId } from './procedure-checklist.ts';

export interface ChecklistRequest {
  /** An activity, a procedure (`redis-process-dead`), or the id of a list (`services/redis`). */
  readonly name?: string | undefined;
  readonly services: readonly string[];
  readonly tags: readonly string[];
}

/** Its message is for the person who asked. */
export class UnknownChecklistError extends Error {}

/**
 * @param today as `2026-11-21`
 * @throws UnknownChecklistError if an id does not exist, or the request is empty
 */
export function findChecklist(
  knowledge: Knowledge,
  { name, ...choice }: ChecklistRequest,
  today: string,
): Checklist {
  for (const kind of ['service', 'tag'] as const) {
    for (const id of choice[`${kind}s`]) requireKnownId(knowledge, kind, id);
  }
  const hasFilter = choice.services.length + choice.tags.length > 0;
  if (name === undefined && !hasFilter) {
    throw new UnknownChecklistError('Missing list, expected an activity, a procedure, --service or --tag');
  }
  const source = createChecklistSource(knowledge);
  if (name === undefined) return generateChecklist(source, choice, today);
  if (knowledge.find({ kind: 'activity', id: name })) {
    return generateChecklist(source, { activity: name, ...choice }, today);
  }
  const procedures = knowledge
    .all('procedure')
    .filter(({ id, data }) => [id, data.id, getProcedureListId({ id })].includes(name));
  const [procedure, second] = procedures;
  if (procedure && second) {
    const ids = procedures.map(({ id }) => `\`${id}\``).join(', ');
    throw new UnknownChecklistError(`Unexpected name \`${name}\`, expected one of ${ids}`);
  }
  if (procedure && hasFilter) {
    throw new UnknownChecklistError(
      `Unexpected --service or --tag, expected none: \`${name}\` is a procedure`,
    );
  }
  if (procedure) return createProcedureChecklist(knowledge, procedure, today);
  const [folder, id = ''] = name.split('/');
  if (folder === 'services') {
    return generateChecklist(
      source,
      { services: [requireKnownId(knowledge, 'service', id)], tags: [] },
      today,
    );
  }
  if (folder === 'tags')
    return generateChecklist(source, { services: [], tags: [requireKnownId(knowledge, 'tag', id)] }, today);
  throw new UnknownChecklistError(
    `Unknown list \`${name}\`, expected an activity or a procedure${formatSuggestion(name, listChecklistNames(knowledge))}`,
  );
}

/** Returns the names of all activities and procedures. */
function listChecklistNames(knowledge: Knowledge): string[] {
  return [
    ...knowledge.all('activity').map(({ id }) => id),
    ...knowledge.all('procedure').map(({ data }) => data.id),
  ];
}

function requireKnownId(knowledge: Knowledge, kind: 'service' | 'tag', id: string): string {
  if (knowledge.find({ kind, id })) return id;
  const ids = knowledge.all(kind).map((entry) => entry.id);
  throw new UnknownChecklistError(
    `Unknown ${kind} \`${id}\`, expected the id of a ${kind}${formatSuggestion(id, ids)}`,
  );
}

function formatSuggestion(word: string, candidates: readonly string[]): string {
  const suggestion = findNearest(word, candidates);
  return suggestion ? `; the nearest is \`${suggestion}\`` : '';
}
