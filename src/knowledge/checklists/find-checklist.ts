/** From what a person types to the list that is meant. */
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

/** What is wrong with what was asked, following the grammar of messages. */
export class UnknownChecklistError extends Error {}

/**
 * @param today the day, as `2026-11-21`
 * @throws UnknownListError where an id does not exist, or nothing was asked for
 */
export function findChecklist(
  knowledge: Knowledge,
  { name, ...wanted }: ChecklistRequest,
  today: string,
): Checklist {
  for (const kind of ['service', 'tag'] as const) {
    for (const id of wanted[`${kind}s`]) requireKnownId(knowledge, kind, id);
  }
  const narrowed = wanted.services.length + wanted.tags.length > 0;
  if (name === undefined && !narrowed) {
    throw new UnknownChecklistError('Missing list, expected an activity, a procedure, --service or --tag');
  }
  const source = createChecklistSource(knowledge);
  if (name === undefined) return generateChecklist(source, wanted, today);
  if (knowledge.find({ kind: 'activity', id: name })) {
    return generateChecklist(source, { activity: name, ...wanted }, today);
  }
  const procedures = knowledge
    .all('procedure')
    .filter(({ id, data }) => [id, data.id, getProcedureListId({ id })].includes(name));
  const [procedure, second] = procedures;
  if (procedure && second) {
    const ids = procedures.map(({ id }) => `\`${id}\``).join(', ');
    throw new UnknownChecklistError(`Unexpected name \`${name}\`, expected one of ${ids}`);
  }
  if (procedure && narrowed) {
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

/** What may be asked for by name: the activities and the procedures. */
export function listChecklistNames(knowledge: Knowledge): string[] {
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
