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
  /** `deploy before: Read the lock → none (redis)`. */
  readonly checks: readonly string[];
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
  site: ChecklistSource['site'] = { address: 'https://example.org/kb/' },
): ChecklistSource {
  return {
    site,
    activities: ACTIVITIES,
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
      { id: 'oma#restart', title: 'Restart it', activity: 'deploy', services: ['redis'], marks: [] },
    ],
  };
}

function parseCheck(lesson: string, words: string): SourceCheck {
  const match = /^(\S+) (\S+): (.+) → (.*?)(?: \((.+)\))?$/.exec(words);
  if (!match) throw new Error(`Not a check: ${words}`);
  const [, activity = '', pausePoint = '', text = '', expect = '', services] = match;
  return { lesson, activity, pausePoint, text, expect, services: services?.split(', ') ?? [] };
}
