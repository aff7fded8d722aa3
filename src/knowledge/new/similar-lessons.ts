/** The lessons that may say what a new one is about to say. */
import { getTitle } from '../graph/entries.ts';
import type { Knowledge } from '../graph/knowledge.ts';
import type { EntrySummary } from '../review/pull-request-review.ts';
import { STOP_WORDS } from '../search/common-words.ts';
import { stem } from '../search/stem.ts';
import { normalizeText } from '../search/tokens.ts';
import { countFeatures, type FeatureCounts, TfIdfVectors } from '../similar/tf-idf-vectors.ts';
import { getTextAt } from '../source/field-values.ts';
import type { PageFields } from './page-fields.ts';

const MAX_LESSONS = 3;

/** The count at which a word weighs half of what it can: so short texts seldom repeat one. */
const HALF_WEIGHT_COUNT = 1;

/**
 * From this cosine on a lesson may say the same. What the lessons of this project say in other words, as judged in
 * the tests, lies above it; what none of them says lies below.
 */
const MIN_COSINE = 0.2;

/**
 * The most alike first: those whose title, statement or reason shares enough words with the new ones, whatever their
 * endings.
 */
export function findSimilarLessons(knowledge: Knowledge, fields: PageFields): EntrySummary[] {
  const lessons = knowledge.all('lesson').filter(({ data }) => data.replacedBy === undefined);
  const own = ['title', 'statement', 'reason']
    .flatMap((field) => getTextAt(fields, [field]) ?? [])
    .join('\n');
  const texts = lessons.map(({ data: { title, statement, reason } }) => `${title}\n${statement}\n${reason}`);
  const cosines = new TfIdfVectors([...texts, own].map(countStems), HALF_WEIGHT_COUNT).cosines(
    lessons.length,
  );
  return lessons
    .map((lesson, place) => ({ lesson, cosine: cosines[place] ?? 0 }))
    .filter(({ cosine }) => cosine >= MIN_COSINE)
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, MAX_LESSONS)
    .map(({ lesson }) => ({ id: lesson.id, title: getTitle(lesson) }));
}

/** In so short a text everyday words tell, too: what is `stuck`, what happens `before`. */
function countStems(text: string): FeatureCounts {
  const words = normalizeText(text).match(/\p{L}[\p{L}\p{N}]+/gu) ?? [];
  return countFeatures(words.filter((word) => !STOP_WORDS.has(word)).map(stem));
}
