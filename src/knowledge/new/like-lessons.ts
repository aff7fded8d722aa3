/** The lessons that may say what a new one is about to say. */
import { titleOf } from '../graph/entries.ts';
import type { Knowledge } from '../graph/knowledge.ts';
import type { Named } from '../review/review.ts';
import { stem } from '../search/stem.ts';
import { STOP_WORDS } from '../search/stop-words.ts';
import { plain } from '../search/tokens.ts';
import { type Counts, Vectors } from '../similar/vectors.ts';
import { textAt } from '../source/field-values.ts';
import type { Fields } from './fields.ts';

const MOST = 3;

/** The count at which a word weighs half of what it can: so short texts seldom repeat one. */
const HALF = 1;

/**
 * From this cosine on a lesson may say the same. What the lessons of this project say in other words, as judged in
 * the tests, lies above it; what none of them says lies below.
 */
const ALIKE = 0.2;

/**
 * The most alike first: those whose name, statement or reason shares enough words with the new ones, whatever their
 * endings.
 */
export function likeLessons(knowledge: Knowledge, fields: Fields): Named[] {
  const lessons = knowledge.all('lesson').filter(({ data }) => data.replacedBy === undefined);
  const own = [textAt(fields, ['statement']), textAt(fields, ['reason'])].filter(Boolean).join('\n');
  const texts = lessons.map(
    ({ id, data: { statement, reason } }) => `${id.replaceAll('-', ' ')}\n${statement}\n${reason}`,
  );
  const cosines = new Vectors([...texts, own].map(countsOf), HALF).cosines(lessons.length);
  return lessons
    .map((lesson, place) => ({ lesson, cosine: cosines[place] ?? 0 }))
    .filter(({ cosine }) => cosine >= ALIKE)
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, MOST)
    .map(({ lesson }) => ({ id: lesson.id, title: titleOf(lesson) }));
}

/** In so short a text everyday words tell, too: what is `stuck`, what happens `before`. */
function countsOf(text: string): Counts {
  const counts = new Map<string, number>();
  for (const word of plain(text).match(/\p{L}[\p{L}\p{N}]+/gu) ?? []) {
    if (STOP_WORDS.has(word)) continue;
    const key = stem(word);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
