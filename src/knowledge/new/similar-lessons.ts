/** Finds the lessons that may already cover a new one. */
import { getTitle } from '../graph/entries.ts';
import type { Knowledge } from '../graph/knowledge.ts';
import type { EntrySummary } from '../review/pull-request-review.ts';
import { lessonSchema } from '../schema/lesson.ts';
import { STOP_WORDS } from '../search/common-words.ts';
import { stem } from '../search/stem.ts';
import { normalizeText } from '../search/tokens.ts';
import { collectComparedTexts } from '../similar/compared-texts.ts';
import { countFeatures, type FeatureCounts, TfIdfVectors } from '../similar/tf-idf-vectors.ts';
import type { PageFields } from './page-fields.ts';

const MAX_LESSONS = 3;

/** The count at which a word has half of its largest weight: short texts seldom repeat a word. */
const HALF_WEIGHT_COUNT = 1;

/**
 * Lessons with a smaller cosine do not say the same. In the tests, paraphrases of the lessons of this project are
 * above it, and statements that none of the lessons makes are below.
 */
const MIN_COSINE = 0.2;

/** Returns the lessons that share enough words with the new one, whatever their endings, the most similar first. */
export function findSimilarLessons(knowledge: Knowledge, fields: PageFields): EntrySummary[] {
  const lessons = knowledge.all('lesson').filter(({ data }) => data.replacedBy === undefined);
  const texts = [...lessons.map(({ data }) => data), fields].map((data) =>
    collectComparedTexts(lessonSchema, data).join('\n'),
  );
  const cosines = new TfIdfVectors(texts.map(countStems), HALF_WEIGHT_COUNT).cosines(lessons.length);
  return lessons
    .map((lesson, place) => ({ lesson, cosine: cosines[place] ?? 0 }))
    .filter(({ cosine }) => cosine >= MIN_COSINE)
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, MAX_LESSONS)
    .map(({ lesson }) => ({ id: lesson.id, title: getTitle(lesson) }));
}

/** Keeps everyday words: in so short a text, they count too, such as `stuck` or `before`. */
function countStems(text: string): FeatureCounts {
  const words = normalizeText(text).match(/\p{L}[\p{L}\p{N}]+/gu) ?? [];
  return countFeatures(words.filter((word) => !STOP_WORDS.has(word)).map(stem));
}
