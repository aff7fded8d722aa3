/** Names a checklist: its title, its objective and its last line. */
import type { Checklist } from './checklist.ts';
import type { ChecklistChoice } from './checklist-choice.ts';
import type { ChecklistSource } from './checklist-source.ts';

/** @throws if an id does not exist; `parseChoice` and `findChecklist` reject those */
export function nameChecklist(
  source: Pick<ChecklistSource, 'activities' | 'services' | 'tags'>,
  { activity, services, tags }: ChecklistChoice,
): Pick<Checklist, 'title' | 'objective' | 'completion'> {
  const find = <Entry extends { readonly id: string }>(entries: readonly Entry[], id: string): Entry => {
    const found = entries.find((entry) => entry.id === id);
    if (!found) throw new Error(`The checklist source has no \`${id}\``);
    return found;
  };
  const main = activity ? find(source.activities, activity) : undefined;
  const serviceTitles = services.map((id) => find(source.services, id).title);
  const chosenTags = tags.map((id) => find(source.tags, id));
  const title = [main?.title, formatList(serviceTitles), formatList(chosenTags.map((tag) => tag.title))]
    .filter(Boolean)
    .join(': ');
  return {
    title: title || 'Checklist',
    objective: main?.objective ?? formatObjective(serviceTitles, chosenTags),
    completion: `Say: “Checklist complete: ${title}.”`,
  };
}

function formatObjective(services: readonly string[], tags: readonly { readonly meaning: string }[]): string {
  const [tag] = tags;
  if (services.length > 0)
    return `Keep what has gone wrong with ${formatList(services)} from going wrong again.`;
  if (tag && tags.length === 1) return `Keep this from coming back: ${tag.meaning}`;
  return 'Keep what has gone wrong before from going wrong again.';
}

/** Returns "Redis", "Redis and nginx", "Redis, nginx and MySQL". */
function formatList(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
