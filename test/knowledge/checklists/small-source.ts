/** Creates lessons with checks from a short notation, for tests of the generator. */
import type {
  ChecklistSource,
  SourceCheck,
  SourceLesson,
} from '../../../src/knowledge/checklists/checklist-source.ts';
import { ACTIVITIES } from './random-source.ts';

export interface SmallLesson extends Partial<Omit<SourceLesson, 'id' | 'evidence'>> {
  /** `gnome relearned`: the id of a text and a relation. */
  readonly evidence?: readonly string[];
  /** `deploy before: #locks Read the lock → none (redis) @oma [gnome]`: id, services, organization, own evidence. */
  readonly checks: readonly string[];
}

interface SmallSettings {
  readonly site?: ChecklistSource['site'];
  /** The organization that is the home. */
  readonly home?: string;
  /** The checks of pause points in order: `{ 'deploy before': ['lesson/check'] }`. */
  readonly places?: Readonly<Record<string, readonly string[]>>;
  /** The general practice of the activity `emergency`. */
  readonly opening?: ChecklistSource['activities'][number]['opening'];
}

const TEXTS: ChecklistSource['texts'] = [
  {
    kind: 'postmortem',
    id: 'gnome',
    title: 'A move',
    label: 'GNOME 2009-12',
    date: { words: '12 December 2009', lastDay: '2009-12-12' },
  },
  {
    kind: 'postmortem',
    id: 'raffle',
    title: 'Reboots',
    label: 'Rafflecopter 2015-03',
    date: { words: 'March 2015', lastDay: '2015-03-31' },
  },
  { kind: 'postmortem', id: 'learn', title: 'Overload', label: 'Flatiron 21 March' },
  { kind: 'note', id: 'oma', title: 'Notes', label: 'Oma, note' },
];

export function createSource(
  lessons: Readonly<Record<string, SmallLesson>>,
  { site = { address: 'https://example.org/kb/' }, home, places = {}, opening = [] }: SmallSettings = {},
): ChecklistSource {
  return {
    site,
    organizations: [
      ['gnome', 'GNOME'],
      ['oma', 'Oma'],
    ].map(([id = '', title = '']) => ({ id, title, ...(id === home ? { home: true as const } : {}) })),
    activities: ACTIVITIES.map((activity) => ({
      ...activity,
      opening: activity.id === 'emergency' ? opening : [],
      pausePoints: activity.pausePoints.map((point) => ({
        ...point,
        checks: places[`${activity.id} ${point.id}`] ?? [],
      })),
    })),
    services: ['redis', 'nginx', 'mysql'].map((id) => ({ id, title: id })),
    tags: [{ id: 'stale-lock', title: 'Stale lock', meaning: 'A lock outlives its owner.' }],
    texts: TEXTS,
    lessons: Object.entries(lessons).map(([id, { checks: _, evidence = [], ...lesson }]) => ({
      id,
      title: `Title of ${id}`,
      reason: `Reason of ${id}.`,
      services: [],
      tags: [],
      ...lesson,
      evidence: evidence.map((words) => {
        const [name, relation = 'learned'] = words.split(' ');
        return {
          text: TEXTS.findIndex((one) => one.id === name),
          relation: relation as SourceLesson['evidence'][number]['relation'],
        };
      }),
    })),
    checks: Object.entries(lessons).flatMap(([lesson, { checks }]) =>
      checks.map((words) => parseCheck(lesson, words)),
    ),
    procedures: [
      {
        id: 'oma#restart',
        title: 'Restart it',
        activity: 'deploy',
        services: ['redis'],
        marks: [],
        organization: 'oma',
      },
    ],
  };
}

const CHECK_PATTERN =
  /^(\S+) (\S+): (?:#(\S+) )?(.+?) → (.*?)(?: \(([^)]+)\))?(?: @(\S+))?(?: \[([^\]]+)\])?$/;

function parseCheck(lesson: string, words: string): SourceCheck {
  const match = CHECK_PATTERN.exec(words);
  if (!match) throw new Error(`Not a check: ${words}`);
  const [, activity = '', pausePoint = '', id, text = '', expect, services, organization, evidence] = match;
  return {
    lesson,
    ...(id ? { id } : {}),
    activity,
    pausePoint,
    text,
    ...(expect ? { expect } : {}),
    services: services?.split(', ') ?? [],
    ...(organization ? { organization } : {}),
    evidence: (evidence?.split(', ') ?? []).map((name) => TEXTS.findIndex((one) => one.id === name)),
  };
}
