/**
 * Bounds the time that Asciidoctor needs for a text. It looks for the end of each mark up to the end of the paragraph, so
 * that marks without an end take the square of its length, and references the cube of their number.
 */
import { AbstractNode, type Document } from '@asciidoctor/core';

/** In characters. */
const MAX_PARAGRAPH_LENGTH = 10_000;
const MAX_REFERENCES = 100;

type Text = string | string[];

/** What Asciidoctor adds to all nodes when it is loaded. */
interface Substitutors {
  readonly document: Document;
  applySubs(this: Substitutors, text: Text, subs?: string[]): Promise<Text>;
}

/** The substitutions that look for marks, and those of a usual paragraph (docs.asciidoctor.org/asciidoc, “Substitutions”). */
const MARKUP_SUBSTITUTIONS = ['quotes', 'macros'];
const NORMAL_SUBSTITUTIONS = [
  'specialcharacters',
  'quotes',
  'attributes',
  'replacements',
  'macros',
  'post_replacements',
];

const longParagraphs = new WeakMap<Document, number>();

let isLimited = false;

/** Makes Asciidoctor leave the marks in very long paragraphs as they are. Call it before the first text is converted. */
export function limitParagraphs(): void {
  if (isLimited) return;
  isLimited = true;
  const node = AbstractNode.prototype as unknown as Substitutors;
  const { applySubs } = node;
  node.applySubs = function applyWithinLimits(text, subs = NORMAL_SUBSTITUTIONS) {
    const joined = typeof text === 'string' ? text : text.join('\n');
    if (!subs?.some((name) => MARKUP_SUBSTITUTIONS.includes(name)) || !isTooLong(joined))
      return applySubs.call(this, text, subs);
    longParagraphs.set(this.document, countLongParagraphs(this.document) + 1);
    const others = subs.filter((name) => !MARKUP_SUBSTITUTIONS.includes(name));
    return applySubs.call(this, text, others);
  };
}

/** Returns how many paragraphs of a converted document kept their marks. */
export function countLongParagraphs(document: Document): number {
  return longParagraphs.get(document) ?? 0;
}

function isTooLong(text: string): boolean {
  return (
    text.length > MAX_PARAGRAPH_LENGTH || text.split('xref:', MAX_REFERENCES + 2).length > MAX_REFERENCES + 1
  );
}
