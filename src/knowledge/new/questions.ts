/** Creates the questions about a new page from the schemas. */
import type { z } from 'zod';
import { listFields } from '../schema/field.ts';
import {
  getElement,
  getEnumValues,
  getReferenceKind,
  getScalar,
  getShape,
} from '../schema/inspect-schema.ts';
import type { DocumentKind } from '../schema/kinds.ts';
import { DOCUMENT_SCHEMAS } from '../source/document-file.ts';
import type { Question } from './question.ts';

/** The first questions on a terminal, by their flags: what you know best comes first. The others follow as in the schema. */
const FIRST_FLAGS: Readonly<Record<DocumentKind, readonly string[]>> = {
  postmortem: [
    'title',
    'service',
    'signal',
    'lesson',
    'tag',
    'started',
    'resolved',
    'severity',
    'tried',
    'summary',
    'organization',
  ],
  note: ['title', 'service', 'tag', 'summary', 'organization'],
  lesson: [],
};

export const QUESTIONS: Readonly<Record<DocumentKind, readonly Question[]>> = {
  postmortem: createQuestions('postmortem'),
  note: createQuestions('note'),
  lesson: createQuestions('lesson'),
};

function createQuestions(kind: DocumentKind): Question[] {
  const first = FIRST_FLAGS[kind];
  const getRank = ({ flag }: Question) => (first.includes(flag) ? first.indexOf(flag) : first.length);
  return listFields(DOCUMENT_SCHEMAS[kind])
    .flatMap(({ path, schema, use: { question } }) =>
      question ? [{ ...question, path: path as Question['path'], ...describeAnswer(schema) }] : [],
    )
    .sort((a, b) => getRank(a) - getRank(b));
}

function describeAnswer(schema: z.ZodType): Pick<Question, 'type' | 'entryKind'> {
  const item = getElement(schema);
  if (!item) {
    const entryKind = getReferenceKind(schema);
    if (entryKind) return { type: 'id', entryKind };
    if (getEnumValues(schema)) return { type: 'choice' };
    return { type: getScalar(schema) === 'time' ? 'time' : 'text' };
  }
  const entryKind = getReferenceKind(item);
  if (entryKind) return { type: 'ids', entryKind };
  return { type: getShape(item) ? 'attempts' : 'lines' };
}
