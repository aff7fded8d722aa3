/** Escapes what a field would read as inline Markdown, but the source does not mean as such. */
import type { z } from 'zod';
import { getElement, getScalar, getShape } from '../schema/inspect-schema.ts';
import { escapeInline } from '../source/inline/format-inline.ts';
import { toPlainText } from '../source/inline/plain-text.ts';
import { isLinkable } from './linkable-address.ts';

/** Returns a value with the sentences in it escaped, if they would not be shown as they are written. */
export function escapeSentences(schema: z.ZodType, value: unknown): unknown {
  if (typeof value === 'string') return getScalar(schema) === 'prose' ? escapeSentence(value) : value;
  const element = getElement(schema);
  if (element && Array.isArray(value)) return value.map((item) => escapeSentences(element, item));
  const shape = getShape(schema);
  if (!shape || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      const field = shape[name];
      return [name, field ? escapeSentences(field, part) : part];
    }),
  );
}

const ADDRESS = /((?:https?:\/\/|www\.)[^\s`]+)/iu;

/** A field would link to a bare address. One that a page must not link to is written as code. */
function escapeSentence(text: string): string {
  const parts = text
    .split(ADDRESS)
    .map((part, index) => ({ part, isCode: index % 2 === 1 && !isLinkable(part) }));
  if (!parts.some(({ isCode }) => isCode)) return escapePart(text);
  return parts.map(({ part, isCode }) => (isCode ? `\`${part}\`` : escapePart(part))).join('');
}

function escapePart(text: string): string {
  return toPlainText(text) === text ? text : escapeInline(text);
}
