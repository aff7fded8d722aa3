/** Finds incidents similar to one of which little is known yet, and the lessons that may already cover it. */
import type { LessonEntry, PostmortemEntry } from '../graph/entries.ts';
import type { Knowledge } from '../graph/knowledge.ts';
import { type EntrySummary, type PostmortemReview, reviewPostmortem } from '../review/pull-request-review.ts';
import { createPlaceholders } from '../schema/placeholders.ts';
import { postmortemSchema } from '../schema/postmortem.ts';
import { PostmortemSimilarity } from '../similar/similar-postmortems.ts';
import type { PageFields } from './page-fields.ts';

export interface SimilarIncidents {
  /** The most similar first, each with the reasons. */
  readonly incidents: PostmortemReview['similar'];
  /** The lessons that they taught, then lessons about the same services. */
  readonly lessons: readonly (EntrySummary & { readonly why: string })[];
  /** The recurring issues that they are cases of. */
  readonly tags: readonly string[];
}

const MAX_INCIDENTS = 3;
const MAX_LESSONS = 7;

export function findSimilarIncidents(knowledge: Knowledge, fields: PageFields): SimilarIncidents {
  const draft = createDraftEntry(fields);
  const all = knowledge.withEntry(draft);
  const review = reviewPostmortem(all, new PostmortemSimilarity(all), draft);
  const same = review.duplicates.map(({ reasons, ...named }) => ({
    ...named,
    reasons: reasons.map((reason) => `possibly the same incident: ${reason}`),
  }));
  const related = [...same, ...review.similar];
  const shared = findPostmortemsSharingServices(knowledge, draft).filter(
    ({ id }) => !related.some((known) => known.id === id),
  );
  const incidents = [...related, ...shared].slice(0, MAX_INCIDENTS);
  const offered = review.offered.map(({ id, title, from }) => ({
    id,
    title,
    why: `taught by ${from.join(', ')}`,
  }));
  const about = findLessonsAboutServices(knowledge, draft).filter(
    ({ id }) => !offered.some((known) => known.id === id),
  );
  return {
    incidents,
    lessons: [...offered, ...about].slice(0, MAX_LESSONS),
    tags: [...new Set(incidents.flatMap(({ id }) => knowledge.get('postmortem', id).data.tags))],
  };
}

/** Returns the valid answers so far as an entry. The comparison ignores placeholders. */
function createDraftEntry(fields: PageFields): PostmortemEntry {
  const answered = Object.entries(postmortemSchema.shape).flatMap(([name, schema]) =>
    fields[name] !== undefined && schema.safeParse(fields[name]).success ? [[name, fields[name]]] : [],
  );
  return {
    kind: 'postmortem',
    // No file can have this name, so no entry has this id.
    id: '(new)',
    path: '(new)',
    data: postmortemSchema.parse({
      ...createPlaceholders(postmortemSchema, { title: 'unknown', sentence: 'unknown' }),
      ...Object.fromEntries(answered),
    }),
    links: [],
    headings: [],
    sections: [],
  };
}

/** Sorts by how many services are shared; a service that few postmortems name counts more. */
function findPostmortemsSharingServices(
  knowledge: Knowledge,
  { data }: PostmortemEntry,
): PostmortemReview['similar'] {
  const weight = (service: string) =>
    1 / knowledge.findEntriesLinkingTo({ kind: 'service', id: service }, 'postmortem', ['involves']).length;
  return knowledge
    .all('postmortem')
    .map((other) => ({ other, shared: data.services.filter((id) => other.data.services.includes(id)) }))
    .filter(({ shared }) => shared.length > 0)
    .sort((a, b) => addUp(b.shared.map(weight)) - addUp(a.shared.map(weight)))
    .map(
      ({
        other: {
          id,
          data: { title },
        },
        shared,
      }) => ({
        id,
        title,
        reasons: [
          `the same ${shared.length === 1 ? 'service' : 'services'} ${shared.map((name) => `\`${name}\``).join(', ')}`,
        ],
      }),
    );
}

function findLessonsAboutServices(
  knowledge: Knowledge,
  { data }: PostmortemEntry,
): SimilarIncidents['lessons'] {
  const shared = ({ data: { services } }: LessonEntry) => services.filter((id) => data.services.includes(id));
  return knowledge
    .all('lesson')
    .filter(({ data: { replacedBy } }) => replacedBy === undefined)
    .map((lesson) => ({ lesson, services: shared(lesson) }))
    .filter(({ services }) => services.length > 0)
    .sort((a, b) => b.services.length - a.services.length)
    .map(
      ({
        lesson: {
          id,
          data: { title },
        },
        services,
      }) => ({
        id,
        title,
        why: `about ${services.join(', ')}`,
      }),
    );
}

function addUp(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
