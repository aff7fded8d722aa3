/** Answers as they are typed, at a prompt or behind a flag, in the fields of a page. */

import { nearestId } from '../check/rules/known-entry.ts';
import type { Content } from '../source/content.ts';
import { listAt, textAt } from '../source/field-values.ts';
import { attemptOf } from './attempts.ts';
import { type Fields, withValue } from './fields.ts';
import type { Question } from './questions.ts';
import { type TypedTimeContext, typedTime } from './typed-time.ts';

/** What is known of a page so far. */
export interface Answers {
  readonly fields: Fields;
  /** Names that nothing in the vocabularies is like; they are marked, for someone to add them. */
  readonly unknown: readonly UnknownName[];
}

export interface UnknownName {
  readonly kind: 'service' | 'tag';
  readonly name: string;
}

export interface Answered {
  readonly answers: Answers;
  /** How it was read, where that is not what was typed. */
  readonly said: readonly string[];
  /** Why it is no answer; what the check refuses is not judged here. */
  readonly refused?: string | undefined;
}

export interface AnswerContext extends Pick<TypedTimeContext, 'offsetAt'> {
  readonly content: Content;
}

/**
 * The answers with one more.
 *
 * @param typed the texts that were typed, one for each time; nothing is said by what is empty
 */
export function answered(
  answers: Answers,
  question: Question,
  typed: readonly string[],
  { content, offsetAt }: AnswerContext,
): Answered {
  const texts = typed.filter((text) => text.trim() !== '');
  const put = (value: unknown, said: readonly string[] = []): Answered => ({
    answers: { ...answers, fields: withValue(answers.fields, question.path, value) },
    said,
  });
  const [last] = texts.slice(-1);
  if (last === undefined) return { answers, said: [] };
  switch (question.type) {
    case 'text':
      return put(last.replace(/\s+/g, ' ').trim());
    case 'choice':
      return put(last.trim());
    case 'time': {
      const started = textAt(answers.fields, ['started']);
      const read = typedTime(last, { started, offsetAt });
      if ('refused' in read) return { answers, said: [], refused: read.refused };
      const isPlain = read.time.replaceAll(/[T\s]/g, '') === last.replaceAll(/[T\s]/g, '');
      return put(read.time, isPlain ? [] : [`${last.trim()} is ${read.time}`]);
    }
    case 'lines':
      return put(
        withoutRepeats([...listAt(answers.fields, question.path), ...texts.map((text) => text.trim())]),
      );
    case 'attempts':
      return put([...listAt(answers.fields, question.path), ...texts.map(attemptOf)]);
    case 'ids':
      return withIds(answers, question, texts, content);
  }
}

function withoutRepeats(values: readonly unknown[]): unknown[] {
  return [...new Set(values)];
}

/** A name that is like none is kept as one to be added; one that is nearly right is left to the check to refuse. */
function withIds(answers: Answers, question: Question, names: readonly string[], content: Content): Answered {
  const kind = question.of ?? 'lesson';
  const ids: string[] = [];
  const said: string[] = [];
  const unknown: UnknownName[] = [];
  for (const name of names.map((text) => text.trim())) {
    const id = idOf(name, kind, content);
    if (id === undefined && kind !== 'lesson' && nearestId({ kind, id: name }, content) === undefined) {
      unknown.push({ kind, name });
      said.push(`There is no ${kind} \`${name}\` yet: it is marked in the file`);
      continue;
    }
    ids.push(id ?? name);
    if (id !== undefined && id !== name) said.push(`${name} is \`${id}\``);
  }
  const known = listAt(answers.fields, question.path);
  const fields =
    ids.length > 0
      ? withValue(answers.fields, question.path, withoutRepeats([...known, ...ids]))
      : answers.fields;
  return { answers: { fields, unknown: [...answers.unknown, ...unknown] }, said };
}

/** The entry that a name certainly stands for: its id, the id that it had, or a name that only it has. */
function idOf(name: string, kind: 'service' | 'tag' | 'lesson', content: Content): string | undefined {
  const current = content.redirects.currentOf({ kind, id: name });
  if (content.has(current)) return current.id;
  const named = content.names.idsNamed(kind, name);
  return named.length === 1 ? named[0] : undefined;
}
