/**
 * The lists on the page of an entry that grow with the knowledge base. A page shows the first rows of each; all of them
 * have pages of their own.
 */
import type { Kind, Ref } from '../schema/kinds.ts';
import type { CheckData } from '../schema/lesson.ts';
import type {
  Entry,
  LessonEntry,
  OrganizationEntry,
  PostmortemEntry,
  ProcedureEntry,
  ServiceEntry,
  TagEntry,
} from './entries.ts';
import { type Evidence, findEvidence } from './evidence.ts';
import { compareNewestFirst, type Knowledge } from './knowledge.ts';
import { sortHomeFirst } from './organization.ts';
import { createOrganizationProfile, type LessonWithEvidence } from './organization-profile.ts';
import { isEmergency } from './procedures.ts';
import { findServiceChecks } from './service-checks.ts';
import { createTagProfile, type OpenAction } from './tag-profile.ts';

interface RowsByType {
  postmortems: PostmortemEntry;
  /** Links to entries of any kind. */
  links: Ref;
  procedures: ProcedureEntry;
  checks: CheckData;
  actions: OpenAction;
  /** Services or tags, with the number of shared cases. */
  counted: { readonly entry: ServiceEntry | TagEntry; readonly cases: number };
  lessons: LessonWithEvidence;
  evidence: Evidence;
}

type RowType = keyof RowsByType;

type ListOf<Type extends RowType> = {
  /** The part of the address of its pages. */
  readonly section: string;
  readonly title: string;
  readonly type: Type;
  /** In the order of the entry's page if all of them fit. */
  readonly rows: readonly RowsByType[Type][];
  /** The number of rows on an entry's page, if it differs from other lists of the type. */
  readonly maxShown?: number;
  /** In the order of a cut list and its pages, if that is another one. */
  readonly rowsIfCut?: readonly RowsByType[Type][];
};

export type EntryList = { [Type in RowType]: ListOf<Type> }[RowType];

/** As many rows as leave room for all other lists of a page. */
const MAX_SHOWN: Record<RowType, number> = {
  postmortems: 25,
  links: 40,
  procedures: 25,
  checks: 30,
  actions: 25,
  counted: 40,
  lessons: 30,
  evidence: 25,
};

/** An organization can have many teams. */
const MAX_SHOWN_OF_TEAM = 12;

/** Returns whether an entry's page does not show all rows of a list. */
export function isCut(list: EntryList): boolean {
  return list.rows.length > getMaxShown(list);
}

function getMaxShown({ type, maxShown = MAX_SHOWN[type] }: EntryList): number {
  return maxShown;
}

/** Returns the list with the rows that an entry's page shows. */
export function cutList(list: EntryList): EntryList {
  if (!isCut(list)) return list;
  return { ...list, rows: getRowsIfCut(list).slice(0, getMaxShown(list)) } as EntryList;
}

/** Returns all rows in the order of the pages of a list. */
export function getRowsIfCut({ rows, rowsIfCut }: EntryList): EntryList['rows'] {
  return rowsIfCut ?? rows;
}

export type PageEntry = Extract<Entry, { kind: Exclude<Kind, 'procedure' | 'activity'> }>;

/** The kinds that the page of an entry shows elsewhere than among the links to it. */
const SHOWN_ELSEWHERE: Record<PageEntry['kind'], readonly Kind[]> = {
  postmortem: [],
  note: ['procedure'],
  lesson: ['postmortem'],
  tag: ['postmortem', 'lesson'],
  service: ['procedure', 'postmortem', 'lesson'],
  organization: ['procedure', 'postmortem', 'note'],
};

export const PAGE_ENTRY_KINDS = Object.keys(SHOWN_ELSEWHERE) as PageEntry['kind'][];

/** Returns the lists of an entry's page that have rows. */
export function listEntryLists(knowledge: Knowledge, entry: PageEntry): EntryList[] {
  const own = listOwnLists(knowledge, entry);
  const shown = new Set(listShownLessons(entry, own));
  return [...own, ...listBacklinks(knowledge, entry, shown)].filter(({ rows }) => rows.length > 0);
}

/** Returns the ids of the lessons that the page shows elsewhere than among the links to it. */
function listShownLessons(entry: PageEntry, own: readonly EntryList[]): readonly string[] {
  if (entry.kind === 'postmortem') return [...entry.data.lessons.learned, ...entry.data.lessons.confirmed];
  if (entry.kind === 'note') return entry.data.lessons;
  return own.flatMap((list) => (list.type === 'lessons' ? list.rows.map(({ lesson }) => lesson.id) : []));
}

function listOwnLists(knowledge: Knowledge, entry: PageEntry): EntryList[] {
  switch (entry.kind) {
    case 'tag':
      return listTagLists(knowledge, entry);
    case 'service':
      return listServiceLists(knowledge, entry);
    case 'organization':
      return listOrganizationLists(knowledge, entry);
    case 'lesson':
      return [listEvidence(knowledge, entry)];
    default:
      return [];
  }
}

function listTagLists(knowledge: Knowledge, { id }: TagEntry): EntryList[] {
  const { recurrence, services, lessons, openActions, relatedTags } = createTagProfile(knowledge, id);
  const checks = lessons.flatMap(({ data }) => (data.replacedBy ? [] : data.checks));
  return [
    listCases(recurrence.cases),
    { section: 'lessons', title: 'Lessons that prevent it', type: 'links', rows: lessons },
    { section: 'checks', title: 'Checks that prevent it', type: 'checks', rows: checks },
    { section: 'actions', title: 'Open action items', type: 'actions', rows: openActions },
    {
      section: 'services',
      title: 'Affected services',
      type: 'counted',
      rows: services.map(({ service, cases }) => ({ entry: service, cases: cases.length })),
    },
    {
      section: 'together',
      title: 'Often in the same postmortems',
      type: 'counted',
      rows: relatedTags.map(({ tag, cases }) => ({ entry: tag, cases: cases.length })),
    },
  ];
}

function listServiceLists(knowledge: Knowledge, service: ServiceEntry): EntryList[] {
  const procedures = knowledge
    .findEntriesLinkingTo(service, 'procedure')
    .toSorted((a, b) => Number(isEmergency(b)) - Number(isEmergency(a)));
  const postmortems = knowledge.findEntriesLinkingTo(service, 'postmortem', ['involves']);
  const tags = [...new Set(postmortems.flatMap(({ data }) => data.tags))];
  return [
    {
      section: 'procedures',
      title: 'Procedures',
      type: 'procedures',
      rows: sortHomeFirst(knowledge, procedures),
    },
    listPostmortems(postmortems),
    {
      section: 'tags',
      title: 'Recurring issues in these postmortems',
      type: 'counted',
      rows: tags.map((id) => ({ entry: knowledge.get('tag', id), cases: 0 })),
    },
    {
      section: 'lessons',
      title: 'Lessons',
      type: 'links',
      rows: knowledge.findEntriesLinkingTo(service, 'lesson'),
    },
    {
      section: 'checks',
      title: 'Checks',
      type: 'checks',
      rows: findServiceChecks(knowledge, service.id),
    },
  ];
}

function listOrganizationLists(knowledge: Knowledge, organization: OrganizationEntry): EntryList[] {
  const { procedures, postmortems, notes, lessons, teams } = createOrganizationProfile(
    knowledge,
    organization,
  );
  return [
    { section: 'procedures', title: 'Procedures', type: 'procedures', rows: procedures },
    listPostmortems(postmortems),
    { section: 'notes', title: 'Notes', type: 'links', rows: notes },
    { section: 'lessons', title: 'Lessons', type: 'lessons', rows: lessons },
    ...teams.map(({ team, own }) => ({
      section: getTeamSection(team.id),
      title: team.title,
      type: 'links' as const,
      maxShown: MAX_SHOWN_OF_TEAM,
      rows: [...own.procedures, ...own.postmortems, ...own.notes],
    })),
  ];
}

/** Returns the section of what a team has. It is also its anchor on the page of the organization. */
export function getTeamSection(team: string): string {
  return `team-${team}`;
}

function listEvidence(knowledge: Knowledge, { id }: LessonEntry): EntryList {
  const evidence = findEvidence(knowledge, id);
  return {
    section: 'evidence',
    title: 'Evidence',
    type: 'evidence',
    rows: evidence,
    rowsIfCut: evidence.toSorted((a, b) => compareNewestFirst(a.postmortem, b.postmortem)),
  };
}

/** From the first to the latest case, if all of them fit. */
function listCases(cases: readonly PostmortemEntry[]): ListOf<'postmortems'> {
  const list = listPostmortems(cases);
  return { ...list, rows: cases, rowsIfCut: list.rows };
}

function listPostmortems(postmortems: readonly PostmortemEntry[]): ListOf<'postmortems'> {
  return {
    section: 'postmortems',
    title: 'Postmortems',
    type: 'postmortems',
    rows: postmortems.toSorted(compareNewestFirst),
  };
}

const BACKLINK_TITLES: readonly (readonly [Kind, string])[] = [
  ['procedure', 'Procedures'],
  ['postmortem', 'Postmortems'],
  ['lesson', 'Lessons'],
  ['note', 'Notes'],
  ['tag', 'Recurring issues'],
  ['service', 'Services'],
];

const BACKLINKS_PREFIX = 'linked-from-';

/** Returns whether a list has the entries of one kind that link to the page. */
export function isBacklinks({ section }: Pick<EntryList, 'section'>): boolean {
  return section.startsWith(BACKLINKS_PREFIX);
}

/** Returns the link to the section of a page that has its backlinks, if there are any. */
export function listBacklinkAnchors(lists: readonly EntryList[]): { anchor: string; title: string }[] {
  return lists.some(isBacklinks) ? [{ anchor: 'linked-from', title: 'Linked from' }] : [];
}

function listBacklinks(
  knowledge: Knowledge,
  entry: PageEntry,
  shownLessons: ReadonlySet<string>,
): EntryList[] {
  // A postmortem shows the lessons whose checks it backs among its own.
  const links = knowledge
    .findLinksTo(entry)
    .filter(
      ({ relation, from }) =>
        relation !== 'backed-by' && !(from.kind === 'lesson' && shownLessons.has(from.id)),
    );
  return BACKLINK_TITLES.filter(([kind]) => !SHOWN_ELSEWHERE[entry.kind].includes(kind)).map(
    ([kind, title]) => ({
      section: `${BACKLINKS_PREFIX}${kind}s`,
      title,
      type: 'links',
      rows: [...new Set(links.map(({ from }) => from).filter((from) => from.kind === kind))],
    }),
  );
}
