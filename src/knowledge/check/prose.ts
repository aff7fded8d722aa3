/**
 * Finds the sentences by the author in a file. Code, signals and quotations are no prose, because they are kept
 * character by character; nor are ids, addresses and names, which are not sentences.
 */
import { getScalar } from '../schema/inspect-schema.ts';
import { findComponent } from '../source/components/index.ts';
import type { ContentFile } from '../source/content.ts';
import type { DocumentFile } from '../source/document-file.ts';
import { type ComponentNode, type ParsedAttribute, readAttributes } from '../source/mdx/attributes.ts';
import { getNodeSpan } from '../source/mdx/mdx-source.ts';
import type { Span } from '../source/problem.ts';
import { findFieldSchema } from './field-schema.ts';

export class Prose {
  /** From top to bottom, without overlaps. */
  readonly passages: readonly Span[];

  constructor(passages: readonly Span[]) {
    this.passages = passages;
  }

  /** Returns the passage that contains the character at `offset`. */
  findPassage(offset: number): Span | undefined {
    let [low, high] = [0, this.passages.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const passage = this.passages[middle];
      if (!passage) return undefined;
      if (offset < passage.start) high = middle - 1;
      else if (offset >= passage.end) low = middle + 1;
      else return passage;
    }
    return undefined;
  }
}

const proseByFile = new WeakMap<ContentFile, Prose>();

/** Returns the prose of a file; all rules share one result. */
export function getProse(file: ContentFile): Prose {
  const known = proseByFile.get(file);
  if (known) return known;
  const prose = new Prose([
    ...findFieldPassages(file),
    ...(file.type === 'document' ? findBodyPassages(file) : []),
  ]);
  proseByFile.set(file, prose);
  return prose;
}

function findFieldPassages(file: ContentFile): Span[] {
  if (!('yaml' in file)) return [];
  return file.yaml
    .scalars()
    .filter(({ path }) => getScalar(findFieldSchema(file, path)) === 'prose')
    .map(({ span }) => span)
    .sort((a, b) => a.start - b.start);
}

function findBodyPassages(file: DocumentFile): Span[] {
  const quotations = file.nodes.listByType('blockquote').map(getNodeSpan);
  const isQuoted = ({ start }: Span) => quotations.some((quotation) => isWithin(start, quotation));
  const sentences = file.nodes.listByType('text').map(getNodeSpan);
  const attributes = file.nodes
    .listByTypes('mdxJsxFlowElement', 'mdxJsxTextElement')
    .flatMap((node) => findProseAttributes(node, file.text))
    .flatMap(({ valueSpans }) => valueSpans);
  return [...sentences, ...attributes].filter((span) => !isQuoted(span)).sort((a, b) => a.start - b.start);
}

function findProseAttributes(node: ComponentNode, text: string): ParsedAttribute[] {
  const component = findComponent(node.name);
  return readAttributes(node, text).filter(
    ({ name, value }) => component?.attributes[name]?.isProse && typeof value === 'string',
  );
}

function isWithin(offset: number, { start, end }: Span): boolean {
  return offset >= start && offset < end;
}
