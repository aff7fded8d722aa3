/**
 * Divides the source of the generator into small files: an index with everything that a choice is made from, and parts
 * with the checks of each activity. A browser loads only the parts of its choice, and puts them together again.
 */
import type { ChecklistChoice } from './checklist-choice.ts';
import type { ChecklistSource, SourceActivity } from './checklist-source.ts';

type Indexed<Item> = Record<number, Item>;

/** The activities are without the places of their checks. */
export interface SourceIndex extends Pick<
  ChecklistSource,
  'site' | 'organizations' | 'activities' | 'services' | 'tags'
> {
  /** The number of parts of each activity. */
  readonly parts: Readonly<Record<string, number>>;
}

/** Some of the checks of an activity with their lessons and texts, each by its index in the whole source. */
export interface SourcePart {
  readonly activity: SourceActivity;
  readonly checks: Indexed<ChecklistSource['checks'][number]>;
  readonly lessons: Indexed<ChecklistSource['lessons'][number]>;
  readonly texts: Indexed<ChecklistSource['texts'][number]>;
  readonly procedures: Indexed<ChecklistSource['procedures'][number]>;
}

export interface DividedSource {
  readonly index: SourceIndex;
  /** By their names: `deploy-1`. */
  readonly parts: ReadonlyMap<string, SourcePart>;
}

/** In characters of JSON. Leaves room below 100 KB for letters of several bytes. */
const MAX_PART_LENGTH = 60_000;

function getPartName(activity: string, number: number): string {
  return `${activity}-${number}`;
}

export function divideSource(source: ChecklistSource): DividedSource {
  const { site, organizations, services, tags } = source;
  const byActivity = new Map(
    source.activities.map((activity) => [activity.id, divideActivity(source, activity)]),
  );
  const activities = source.activities.map((activity) => ({
    ...activity,
    pausePoints: activity.pausePoints.map((point) => ({ ...point, checks: [] })),
  }));
  return {
    index: {
      site,
      organizations,
      activities,
      services,
      tags,
      parts: Object.fromEntries([...byActivity].map(([id, parts]) => [id, parts.length])),
    },
    parts: new Map(
      [...byActivity].flatMap(([id, parts]) =>
        parts.map((part, index) => [getPartName(id, index + 1), part] as const),
      ),
    ),
  };
}

function divideActivity(source: ChecklistSource, activity: SourceActivity): SourcePart[] {
  const lessonIndexes = new Map(source.lessons.map(({ id }, index) => [id, index]));
  const createPart = (): SourcePart => ({ activity, checks: {}, lessons: {}, texts: {}, procedures: {} });
  const parts = [createPart()];
  let length = JSON.stringify(activity).length;
  /** Adds an item to the last part, or to a new one if the last is full. */
  const getPartFor = (added: number): SourcePart => {
    length += added;
    const last = parts.at(-1);
    if (last && length <= MAX_PART_LENGTH) return last;
    const part = createPart();
    parts.push(part);
    length = JSON.stringify(activity).length + added;
    return part;
  };
  for (const [index, check] of source.checks.entries()) {
    const lessonIndex = lessonIndexes.get(check.lesson);
    const lesson = lessonIndex === undefined ? undefined : source.lessons[lessonIndex];
    if (check.activity !== activity.id || lessonIndex === undefined || !lesson) continue;
    const texts = lesson.evidence.flatMap(({ text }) => {
      const found = source.texts[text];
      return found ? [[text, found] as const] : [];
    });
    const part = getPartFor(JSON.stringify([check, lesson, texts]).length);
    part.checks[index] = check;
    part.lessons[lessonIndex] = lesson;
    for (const [at, text] of texts) part.texts[at] = text;
  }
  for (const [index, procedure] of source.procedures.entries()) {
    if (procedure.activity !== activity.id) continue;
    getPartFor(JSON.stringify(procedure).length).procedures[index] = procedure;
  }
  return parts;
}

/** Returns the names of the parts with the checks that a choice can need: without an activity, those of all. */
export function listPartNames(
  { parts, activities }: Pick<SourceIndex, 'parts' | 'activities'>,
  { activity }: Pick<ChecklistChoice, 'activity'>,
): string[] {
  return activities
    .filter(({ id }) => !activity || id === activity)
    .flatMap(({ id }) => Array.from({ length: parts[id] ?? 0 }, (_, index) => getPartName(id, index + 1)));
}

/** Returns the source with the given parts, everything in its order. */
export function combineSource(index: SourceIndex, parts: readonly SourcePart[]): ChecklistSource {
  const { site, organizations, services, tags } = index;
  const activities = new Map(parts.map(({ activity }) => [activity.id, activity]));
  return {
    site,
    organizations,
    services,
    tags,
    activities: index.activities.map((activity) => activities.get(activity.id) ?? activity),
    texts: Object.assign([], ...parts.map(({ texts }) => texts)),
    lessons: inOrder(parts.map(({ lessons }) => lessons)),
    checks: inOrder(parts.map(({ checks }) => checks)),
    procedures: inOrder(parts.map(({ procedures }) => procedures)),
  };
}

/** An object has its numeric keys in ascending order. */
function inOrder<Item>(parts: readonly Indexed<Item>[]): Item[] {
  return Object.values(Object.assign({}, ...parts));
}
