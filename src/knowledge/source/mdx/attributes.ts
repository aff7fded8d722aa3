/** The attributes of a component as an author wrote them, read as data: text, or a JSON list of texts. */
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { AttributeValues } from '../components/component.ts';
import type { Span } from '../problem.ts';
import { getNodeSpan } from './mdx-source.ts';

export type ComponentNode = MdxJsxFlowElement | MdxJsxTextElement;

export interface ParsedAttribute {
  readonly name: string;
  /** Undefined where what is written is neither text nor a list of texts. */
  readonly value: string | readonly string[] | undefined;
  /** True if it is written in braces. */
  readonly inBraces: boolean;
  /** The whole attribute. */
  readonly span: Span;
  /** Its value, or for a list each of its texts, quotes left out. */
  readonly valueSpans: readonly Span[];
}

/** @param text the whole file, for the places of values inside an attribute */
export function readAttributes(node: ComponentNode, text: string): ParsedAttribute[] {
  return node.attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' ? [readAttribute(attribute, text)] : [],
  );
}

function readAttribute(attribute: MdxJsxAttribute, text: string): ParsedAttribute {
  const span = getNodeSpan(attribute);
  const written = text.slice(span.start, span.end);
  const { value } = attribute;
  if (typeof value === 'string') {
    const opening = /^[^=]*=\s*["']?/.exec(written)?.[0].length ?? 0;
    const valueSpan = { start: span.start + opening, end: Math.max(span.start + opening, span.end - 1) };
    return { name: attribute.name, value, inBraces: false, span, valueSpans: [valueSpan] };
  }
  const valueSpans = [...written.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(({ index, 0: found }) => ({
    start: span.start + index + 1,
    end: span.start + index + found.length - 1,
  }));
  return {
    name: attribute.name,
    value: value ? parseTextList(value.value) : undefined,
    inBraces: Boolean(value),
    span,
    valueSpans,
  };
}

function parseTextList(json: string): readonly string[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  const isList = Array.isArray(value) && value.every((item) => typeof item === 'string');
  return isList ? (value as string[]) : undefined;
}

export function readAttributeValues(node: ComponentNode, text: string): AttributeValues {
  const values = new Map<string, string | readonly string[]>();
  for (const { name, value } of readAttributes(node, text)) {
    if (value !== undefined) values.set(name, value);
  }
  return new AttributeValues(values);
}
