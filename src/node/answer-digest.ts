import { hash } from 'node:crypto';

const MAX_PLAIN_LENGTH = 60;

/** Returns a short text that differs for each answer to a question of the check. */
export function digestAnswer(answer: unknown): string {
  const text = JSON.stringify(answer) ?? '';
  return text.length <= MAX_PLAIN_LENGTH ? text : `#${hash('sha256', text)}`;
}
