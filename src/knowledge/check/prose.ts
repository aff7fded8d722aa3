/**
 * Which stretches of a file are sentences by its author. Not prose: code, signals and quotations, which are
 * kept to the letter, and ids, addresses and names, which are no sentences.
 */

import type { ContentFile } from '../source/content.ts';
import type { DocumentFile } from '../source/document-file.ts';
import { readAttributes } from '../source/mdx/attributes.ts';
import { spanOfNode } from '../source/mdx/mdx-source.ts';
import type { Span } from '../source/problem.ts';
import type { Path } from '../source/yaml/yaml-source.ts';

/** The fields that hold sentences. The titles of sources are the words of others. */
const FIELDS = new Set([
  'title',
  'summary',
  'gap',
  'text',
  'impact',
  'wentWell',
  'wentWrong',
  'lucky',
  'surprises',
  'doneWhen',
  'dropped',
  'statement',
  'reason',
  'expect',
  'meaning',
  'objective',
  'description',
]);

/** The attributes of components that hold sentences. */
const ATTRIBUTES = new Set(['title', 'where']);

export class Prose {
  /** From top to bottom, none of them overlapping. */
  readonly passages: readonly Span[];

  constructor(passages: readonly Span[]) {
    this.passages = passages;
  }

  /** The passage that holds the character at `offset`. */
  passageAt(offset: number): Span | undefined {
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

const made = new WeakMap<ContentFile, Prose>();

/** The prose of a file; made once for all rules that ask. */
export function proseOf(file: ContentFile): Prose {
  const known = made.get(file);
  if (known) return known;
  const prose = new Prose([...fieldPassages(file), ...(file.type === 'document' ? bodyPassages(file) : [])]);
  made.set(file, prose);
  return prose;
}

function fieldPassages(file: ContentFile): Span[] {
  if (!('yaml' in file)) return [];
  return file.yaml
    .scalars()
    .filter(({ path }) => isProseField(path))
    .map(({ span }) => span)
    .sort((a, b) => a.start - b.start);
}

/** Whether the field at `path` holds sentences: judged by its name, list positions left out. */
export function isProseField(path: Path): boolean {
  const names = path.filter((key) => typeof key === 'string');
  return names[0] !== 'sources' && FIELDS.has(names.at(-1) ?? '');
}

function bodyPassages(file: DocumentFile): Span[] {
  const quotations = file.nodes.all('blockquote').map(spanOfNode);
  const isQuoted = ({ start }: Span) => quotations.some((quotation) => within(start, quotation));
  const sentences = file.nodes.all('text').map(spanOfNode);
  const attributes = file.nodes
    .of('mdxJsxFlowElement', 'mdxJsxTextElement')
    .flatMap((node) => readAttributes(node, file.text))
    .filter(({ name, value }) => ATTRIBUTES.has(name) && typeof value === 'string')
    .flatMap(({ valueSpans }) => valueSpans);
  return [...sentences, ...attributes].filter((span) => !isQuoted(span)).sort((a, b) => a.start - b.start);
}

function within(offset: number, { start, end }: Span): boolean {
  return offset >= start && offset < end;
}
