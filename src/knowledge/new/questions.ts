/** The questions about a new page. */
import type { DocumentKind } from '../schema/kinds.ts';
import { LESSON_QUESTIONS } from './lesson-questions.ts';
import { NOTE_QUESTIONS } from './note-questions.ts';
import { POSTMORTEM_QUESTIONS } from './postmortem-questions.ts';
import type { Question } from './question.ts';

/** In the order in which they are asked. */
export const QUESTIONS: Readonly<Record<DocumentKind, readonly Question[]>> = {
  postmortem: POSTMORTEM_QUESTIONS,
  note: NOTE_QUESTIONS,
  lesson: LESSON_QUESTIONS,
};
