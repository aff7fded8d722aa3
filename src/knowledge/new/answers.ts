/** Answers as they are typed, at a prompt or behind a flag, in the fields of a page. */

import { suggestId } from '../check/rules/known-entry.ts';
import type { Content } from '../source/content.ts';
import { getListAt, getTextAt } from '../source/field-values.ts';
import { parseAttempt } from './attempts.ts';
import { type PageFields, setValue } from './page-fields.ts';
import type { Question } from './question.ts';
import { parseTypedTime, type TypedTimeContext } from './typed-time.ts';

/** What is known of a page so far. */
export interface Answers {
  readonly fields: PageFields;
  /** Names that nothing in the vocabularies is like; they are marked, for someone to add them. */
  readonly unknown: readonly UnknownName[];
}

export interface UnknownName {
  readonly kind: 'service' | 'tag';
  readonly name: string;
}

export interface ParsedAnswer {
  readonly answers: Answers;
  /** How it was read, where that is not what was typed. */
  readonly notes: readonly string[];
  /** Why it is no answer; what the check refuses is not judged here. */
  readonly rejection?: string | undefined;
}

export interface AnswerContext extends Pick<TypedTimeContext, 'offsetAt'> {
  readonly content: Content;
}

/**
 * The answers with one more.
 *
 * @param typed the texts that were typed, one for each time; nothing is said by what is empty
 */
export function applyAnswer(
  answers: Answers,
  question: Question,
  typed: readonly string[],
  { content, offsetAt }: AnswerContext,
): ParsedAnswer {
  const texts = typed.filter((text) => text.trim() !== '');
  const put = (value: unknown, said: readonly string[] = []): ParsedAnswer => ({
    answers: { ...answers, fields: setValue(answers.fields, question.path, value) },
    notes: said,
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
      if ('refused' in read) return { answers, notes: [], rejection: read.refused };
      const isPlain = read.time.replaceAll(/[T\s]/g, '') === last.replaceAll(/[T\s]/g, '');
      return put(read.time, isPlain ? [] : [`${last.trim()} is ${read.time}`]);
    }
    case 'lines':
      return put(
        removeDuplicates([...getListAt(answers.fields, question.path), ...texts.map((text) => text.trim())]),
      );
    case 'attempts':
      return put([...getListAt(answers.fields, question.path), ...texts.map(parseAttempt)]);
    case 'ids':
      return addIds(answers, question, texts, content);
  }
}

function removeDuplicates(values: readonly unknown[]): unknown[] {
  return [...new Set(values)];
}

/** A name that is like none is kept as one to be added; one that is nearly right is left to the check to refuse. */
function addIds(
  answers: Answers,
  question: Question,
  names: readonly string[],
  content: Content,
): ParsedAnswer {
  const kind = question.entryKind ?? 'lesson';
  const ids: string[] = [];
  const said: string[] = [];
  const unknown: UnknownName[] = [];
  for (const name of names.map((text) => text.trim())) {
    const id = findId(name, kind, content);
    if (id === undefined && kind !== 'lesson' && suggestId({ kind, id: name }, content) === undefined) {
      unknown.push({ kind, name });
      said.push(`There is no ${kind} \`${name}\` yet: it is marked in the file`);
      continue;
    }
    ids.push(id ?? name);
    if (id !== undefined && id !== name) said.push(`${name} is \`${id}\``);
  }
  const known = getListAt(answers.fields, question.path);
  const fields =
    ids.length > 0
      ? setValue(answers.fields, question.path, removeDuplicates([...known, ...ids]))
      : answers.fields;
  return { answers: { fields, unknown: [...answers.unknown, ...unknown] }, notes: said };
}

/** The entry that a name certainly stands for: its id, the id that it had, or a name that only it has. */
function findId(name: string, kind: 'service' | 'tag' | 'lesson', content: Content): string | undefined {
  const current = content.redirects.resolve({ kind, id: name });
  if (content.has(current)) return current.id;
  const named = content.vocabularyNames.findIds(kind, name);
  return named.length === 1 ? named[0] : undefined;
}
