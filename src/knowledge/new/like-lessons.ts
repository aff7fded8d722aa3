/** The lessons that may say what a new one is about to say. */
import { titleOf } from '../entries.ts';
import { textAt } from '../field-values.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Named } from '../review.ts';
import { stem } from '../search/stem.ts';
import { SIMILAR_TEXT } from '../similar.ts';
import { termsOf } from '../terms.ts';
import { TfIdf } from '../tf-idf.ts';
import type { Fields } from './fields.ts';

const MOST = 3;

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
  return new TfIdf([...texts, own].map(stems))
    .alike(lessons.length, SIMILAR_TEXT)
    .slice(0, MOST)
    .flatMap(({ index }) => {
      const lesson = lessons[index];
      return lesson ? [{ id: lesson.id, title: titleOf(lesson) }] : [];
    });
}

/** Of so short a text each word counts, so that "tested" has to be "test". */
function stems(text: string): string {
  return termsOf(text).map(stem).join(' ');
}
