/** From what a person types to the list that is meant. */
import type { Knowledge } from '../graph/knowledge.ts';
import { nearest } from '../source/nearest.ts';
import type { Checklist } from './checklist.ts';
import { generate } from './generate.ts';
import { procedureChecklist, procedureListId } from './procedure-checklist.ts';
import { checklistSource } from './source.ts';

export interface Wanted {
  /** An activity, a procedure (`redis-process-dead`), or the id of a list (`services/redis`). */
  readonly name?: string | undefined;
  readonly services: readonly string[];
  readonly tags: readonly string[];
}

/** What is wrong with what was asked, following the grammar of messages. */
export class UnknownListError extends Error {}

/**
 * @param today the day, as `2026-11-21`
 * @throws UnknownListError where an id does not exist, or nothing was asked for
 */
export function findChecklist(knowledge: Knowledge, { name, ...wanted }: Wanted, today: string): Checklist {
  for (const kind of ['service', 'tag'] as const) {
    for (const id of wanted[`${kind}s`]) known(knowledge, kind, id);
  }
  const narrowed = wanted.services.length + wanted.tags.length > 0;
  if (name === undefined && !narrowed) {
    throw new UnknownListError('Missing list, expected an activity, a procedure, --service or --tag');
  }
  const source = checklistSource(knowledge);
  if (name === undefined) return generate(source, wanted, today);
  if (knowledge.find({ kind: 'activity', id: name })) {
    return generate(source, { activity: name, ...wanted }, today);
  }
  const procedures = knowledge
    .all('procedure')
    .filter(({ id, data }) => [id, data.id, procedureListId({ id })].includes(name));
  const [procedure, second] = procedures;
  if (procedure && second) {
    const ids = procedures.map(({ id }) => `\`${id}\``).join(', ');
    throw new UnknownListError(`Unexpected name \`${name}\`, expected one of ${ids}`);
  }
  if (procedure && narrowed) {
    throw new UnknownListError(`Unexpected --service or --tag, expected none: \`${name}\` is a procedure`);
  }
  if (procedure) return procedureChecklist(knowledge, procedure, today);
  const [folder, id = ''] = name.split('/');
  if (folder === 'services') {
    return generate(source, { services: [known(knowledge, 'service', id)], tags: [] }, today);
  }
  if (folder === 'tags')
    return generate(source, { services: [], tags: [known(knowledge, 'tag', id)] }, today);
  throw new UnknownListError(
    `Unknown list \`${name}\`, expected an activity or a procedure${hint(name, listNames(knowledge))}`,
  );
}

/** What may be asked for by name: the activities and the procedures. */
export function listNames(knowledge: Knowledge): string[] {
  return [
    ...knowledge.all('activity').map(({ id }) => id),
    ...knowledge.all('procedure').map(({ data }) => data.id),
  ];
}

function known(knowledge: Knowledge, kind: 'service' | 'tag', id: string): string {
  if (knowledge.find({ kind, id })) return id;
  const ids = knowledge.all(kind).map((entry) => entry.id);
  throw new UnknownListError(`Unknown ${kind} \`${id}\`, expected the id of a ${kind}${hint(id, ids)}`);
}

function hint(word: string, candidates: readonly string[]): string {
  const suggestion = nearest(word, candidates);
  return suggestion ? `; the nearest is \`${suggestion}\`` : '';
}
