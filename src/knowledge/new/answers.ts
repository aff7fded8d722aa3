/** Applies answers that you type at a prompt or after a flag to the fields of a page. */

import { viewContent } from '../check/content-view.ts';
import { suggestId } from '../check/rules/known-entry.ts';
import { isVocabularyKind, type Kind, type VocabularyKind } from '../schema/kinds.ts';
import { UNKNOWN_ID } from '../schema/scalars.ts';
import type { Content } from '../source/content.ts';
import { getListAt, getTextAt } from '../source/field-values.ts';
import { parseAttempt } from './attempts.ts';
import { type PageFields, setValue } from './page-fields.ts';
import type { Question } from './question.ts';
import { parseTypedTime, type TypedTimeContext } from './typed-time.ts';

/** The answers about a page so far. */
export interface Answers {
  readonly fields: PageFields;
  /** Names that are not similar to any in the vocabularies; the page marks them, so that somebody adds them. */
  readonly unknown: readonly UnknownName[];
}

export interface UnknownName {
  readonly kind: VocabularyKind;
  readonly name: string;
  /** The list that it belongs in. */
  readonly path: Question['path'];
}

export interface ParsedAnswer {
  readonly answers: Answers;
  /** Notes on how the answer was read, if not as typed. */
  readonly notes: readonly string[];
  /** The reason why the text is not an answer. The check of the draft refuses answers that break a rule. */
  readonly rejection?: string | undefined;
}

export interface AnswerContext extends Pick<TypedTimeContext, 'offsetAt'> {
  readonly content: Content;
}

/**
 * Returns the answers with another one.
 *
 * @param typed the texts, one for each time that the flag is given; empty ones are no answers
 */
export function applyAnswer(
  answers: Answers,
  question: Question,
  typed: readonly string[],
  { content, offsetAt }: AnswerContext,
): ParsedAnswer {
  const texts = typed.filter((text) => text.trim() !== '');
  const put = (value: unknown, notes: readonly string[] = []): ParsedAnswer => ({
    answers: { ...answers, fields: setValue(answers.fields, question.path, value) },
    notes,
  });
  const [last] = texts.slice(-1);
  if (last === undefined) return { answers, notes: [] };
  switch (question.type) {
    case 'text':
      return put(last.replace(/\s+/g, ' ').trim());
    case 'choice':
      return put(last.trim());
    case 'time': {
      const started = getTextAt(answers.fields, ['started']);
      const read = parseTypedTime(last, { started, offsetAt });
      if ('rejection' in read) return { answers, notes: [], rejection: read.rejection };
      const isPlain = read.time.replaceAll(/[T\s]/g, '') === last.replaceAll(/[T\s]/g, '');
      return put(read.time, isPlain ? [] : [`${last.trim()} is ${read.time}`]);
    }
    case 'lines':
      return put(
        removeDuplicates([...getListAt(answers.fields, question.path), ...texts.map((text) => text.trim())]),
      );
    case 'attempts':
      return put([...getListAt(answers.fields, question.path), ...texts.map(parseAttempt)]);
    case 'id':
      return applyId(answers, question, last.trim(), content);
    case 'ids':
      return addIds(answers, question, texts, content);
  }
}

function removeDuplicates(values: readonly unknown[]): unknown[] {
  return [...new Set(values)];
}

/** Keeps a name that is not similar to any as one to add. The check refuses a name that is nearly right. */
function addIds(
  answers: Answers,
  question: Question,
  names: readonly string[],
  content: Content,
): ParsedAnswer {
  const kind = question.entryKind ?? 'lesson';
  const ids: string[] = [];
  const notes: string[] = [];
  const unknown: UnknownName[] = [];
  for (const name of names.map((text) => text.trim())) {
    const id = findId(name, kind, content);
    if (
      id === undefined &&
      isVocabularyKind(kind) &&
      suggestId({ kind, id: name }, viewContent(content)) === undefined
    ) {
      unknown.push({ kind, name, path: question.path });
      notes.push(`There is no ${kind} \`${name}\` yet; it is marked in the file`);
      continue;
    }
    ids.push(id ?? name);
    if (id !== undefined && id !== name) notes.push(`${name} is \`${id}\``);
  }
  const known = getListAt(answers.fields, question.path);
  const fields =
    ids.length > 0
      ? setValue(answers.fields, question.path, removeDuplicates([...known, ...ids]))
      : answers.fields;
  return { answers: { fields, unknown: [...answers.unknown, ...unknown] }, notes };
}

/** Keeps a name that is not similar to any as one to add; until then, the value is `unknown`. */
function applyId(answers: Answers, question: Question, name: string, content: Content): ParsedAnswer {
  const added = addIds({ ...answers, fields: {} }, question, [name], content);
  const [id] = getListAt(added.answers.fields, question.path);
  return {
    answers: {
      fields: setValue(answers.fields, question.path, id ?? UNKNOWN_ID),
      unknown: name === UNKNOWN_ID ? answers.unknown : added.answers.unknown,
    },
    notes: name === UNKNOWN_ID ? [] : added.notes,
  };
}

/** Returns the id of the only entry that a name can mean: by its id, by its old id, or by a name that only it has. */
function findId(name: string, kind: Kind, content: Content): string | undefined {
  const current = content.redirects.resolve({ kind, id: name });
  if (content.has(current)) return current.id;
  const named = content.vocabularyNames.findIds(kind, name);
  return named.length === 1 ? named[0] : undefined;
}
