/**
 * Which stretches of a file are sentences by its author. Not prose: code, signals and quotations, which are
 * kept to the letter, and ids, addresses and names, which are no sentences.
 */

import type { ContentFile } from '../source/content.ts';
import type { DocumentFile } from '../source/document-file.ts';
import { readAttributes } from '../source/mdx/attributes.ts';
import { getNodeSpan } from '../source/mdx/mdx-source.ts';
import type { Span } from '../source/problem.ts';
import type { Path } from '../source/yaml/yaml-source.ts';

/** The fields that hold sentences. The titles of sources are the words of others. */
const PROSE_FIELDS = new Set([
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
const PROSE_ATTRIBUTES = new Set(['title', 'where']);

export class Prose {
  /** From top to bottom, none of them overlapping. */
  readonly passages: readonly Span[];

  constructor(passages: readonly Span[]) {
    this.passages = passages;
  }

  /** The passage that holds the character at `offset`. */
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

/** The prose of a file; made once for all rules that ask. */
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
    .filter(({ path }) => isProseField(path))
    .map(({ span }) => span)
    .sort((a, b) => a.start - b.start);
}

/** Whether the field at `path` holds sentences: judged by its name, list positions left out. */
export function isProseField(path: Path): boolean {
  const names = path.filter((key) => typeof key === 'string');
  return names[0] !== 'sources' && PROSE_FIELDS.has(names.at(-1) ?? '');
}

function findBodyPassages(file: DocumentFile): Span[] {
  const quotations = file.nodes.listByType('blockquote').map(getNodeSpan);
  const isQuoted = ({ start }: Span) => quotations.some((quotation) => isWithin(start, quotation));
  const sentences = file.nodes.listByType('text').map(getNodeSpan);
  const attributes = file.nodes
    .listByTypes('mdxJsxFlowElement', 'mdxJsxTextElement')
    .flatMap((node) => readAttributes(node, file.text))
    .filter(({ name, value }) => PROSE_ATTRIBUTES.has(name) && typeof value === 'string')
    .flatMap(({ valueSpans }) => valueSpans);
  return [...sentences, ...attributes].filter((span) => !isQuoted(span)).sort((a, b) => a.start - b.start);
}

function isWithin(offset: number, { start, end }: Span): boolean {
  return offset >= start && offset < end;
}
