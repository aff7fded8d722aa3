/** The names that generated entries have in common: services, recurring issues, lessons, organizations and activities. */
import type { Random } from './random.ts';
import { ISSUE_STATES, ISSUE_THINGS, PARTS, SUBJECTS } from './words.ts';

export interface Vocabulary {
  readonly services: readonly { readonly id: string; readonly title: string; readonly generic: boolean }[];
  readonly tags: readonly { readonly id: string; readonly title: string }[];
  readonly organizations: readonly { readonly id: string; readonly title: string; readonly teams: readonly string[] }[];
  readonly activities: readonly { readonly id: string; readonly title: string; readonly points: readonly string[] }[];
}

/** Returns the number of entries of each kind: the more postmortems there are, the more they have in common. */
export function countEntries(postmortems: number) {
  return {
    services: Math.round(3 * postmortems ** 0.5),
    tags: Math.round(6 * postmortems ** 0.35),
    lessons: Math.round(postmortems ** 0.7),
    notes: Math.ceil(postmortems / 50),
    organizations: 2 + Math.round(postmortems ** 0.2),
    activities: Math.round(3 * postmortems ** 0.2),
  };
}

const WORK = ['deploy', 'reboot', 'migration', 'failover', 'upgrade', 'restore', 'cutover', 'rotation'];
const POINTS = ['before', 'during', 'after'];

export function createVocabulary(random: Random, postmortems: number): Vocabulary {
  const counts = countEntries(postmortems);
  return {
    services: createNames(counts.services, () => `${random.pick(SUBJECTS)}-${random.pick(PARTS)}`).map(
      (id, index) => ({ id, title: toTitle(id), generic: index < 3 }),
    ),
    tags: createNames(counts.tags, () => `${random.pick(ISSUE_STATES)}-${random.pick(ISSUE_THINGS)}`).map((id) => ({
      id,
      title: toTitle(id),
    })),
    organizations: createNames(counts.organizations, () => `${random.pick(SUBJECTS)}-group`).map((id, index) => ({
      id,
      title: toTitle(id),
      teams: index === 0 ? createNames(6, () => random.pick(SUBJECTS)) : [],
    })),
    activities: [
      { id: 'emergency', title: 'Emergency', points: POINTS },
      ...createNames(counts.activities, () => `${random.pick(SUBJECTS)}-${random.pick(WORK)}`).map((id) => ({
        id,
        title: toTitle(id),
        points: POINTS,
      })),
    ],
  };
}

/** Returns different names. */
function createNames(count: number, create: () => string): string[] {
  const names = new Set<string>();
  while (names.size < count) names.add(create());
  return [...names];
}

function toTitle(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
