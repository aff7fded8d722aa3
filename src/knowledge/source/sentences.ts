/** The sentences in the fields of a file and in the attributes of its components, which have inline Markdown. */
import type { Root } from 'mdast';
import type { Node } from 'unist';
import { visit } from 'unist-util-visit';
import { getScalar } from '../schema/inspect-schema.ts';
import { findComponent } from './components/index.ts';
import type { ContentFile } from './content.ts';
import { findFieldSchema } from './field-schema.ts';
import { getTextAt } from './field-values.ts';
import { hasMarkup, parseInlineMarkup } from './inline/inline-markup.ts';
import { readAttributes } from './mdx/attributes.ts';
import { getNodeSpan } from './mdx/mdx-source.ts';
import { getVisibleText } from './mdx/visible-text.ts';
import type { Span } from './problem.ts';
import { isSafeInField } from './safe-address.ts';

export interface Sentence {
  /** The value, which can be written in another way in the file. */
  readonly text: string;
  /** Its place in the file, without the quotes around it. */
  readonly span: Span;
}

/** Returns the sentences in the fields of a file, from top to bottom. */
export function listFieldSentences(file: ContentFile): Sentence[] {
  if (!('yaml' in file)) return [];
  const { yaml } = file;
  return yaml
    .scalars()
    .filter(({ path }) => getScalar(findFieldSchema(file, path)) === 'prose')
    .map(({ path, span, style }) => ({
      text: getTextAt(yaml.value, path) ?? '',
      span: style === 'quoted' ? { start: span.start + 1, end: span.end - 1 } : span,
    }))
    .sort((a, b) => a.span.start - b.span.start);
}

/** Returns the sentences in the attributes of a body's components. */
export function listAttributeSentences(file: ContentFile): Sentence[] {
  if (file.type !== 'document') return [];
  return file.nodes.listByTypes('mdxJsxFlowElement', 'mdxJsxTextElement').flatMap((node) => {
    const component = findComponent(node.name);
    return readAttributes(node, file.text).flatMap(({ name, value, valueSpans: [span] }) =>
      component?.attributes[name]?.isProse && typeof value === 'string' && span
        ? [{ text: value, span }]
        : [],
    );
  });
}

/** The markup of a sentence; undefined if it has too much. */
interface SentenceMarkup {
  readonly sentence: Sentence;
  readonly root: Root | undefined;
}

const markupByFile = new WeakMap<ContentFile, readonly SentenceMarkup[]>();

/** Returns the sentences that can contain markup. Parsed once for all rules. */
export function listSentenceMarkup(file: ContentFile): readonly SentenceMarkup[] {
  const known = markupByFile.get(file);
  if (known) return known;
  const markup = [...listFieldSentences(file), ...listAttributeSentences(file)]
    .filter(({ text }) => hasMarkup(text))
    .map((sentence) => ({ sentence, root: parseInlineMarkup(sentence.text) }));
  markupByFile.set(file, markup);
  return markup;
}

export interface SentenceLink {
  readonly url: string;
  readonly text: string;
  readonly span: Span;
}

/** Returns the links in the sentences of a file. */
export function listSentenceLinks(file: ContentFile): SentenceLink[] {
  return listSentenceMarkup(file).flatMap(({ sentence, root }) => {
    const links: SentenceLink[] = [];
    if (!root) return links;
    visit(root, 'link', (node) => {
      const written = getNodeSpan(node);
      const isBareAddress = sentence.text.slice(written.start, written.end) === getVisibleText(node);
      // `www.` and a word that is no address: it is shown as text.
      if (isBareAddress && !isSafeInField(node.url)) return;
      const from = links.at(-1)?.span.end;
      links.push({
        url: node.url,
        text: getVisibleText(node),
        span: locateInSentence(file, sentence, node, from),
      });
    });
    return links;
  });
}

/**
 * Returns the place of a node in the file, or of its sentence if the node is written in another way there.
 *
 * @param from where to start looking, because a sentence can contain the same text twice
 */
export function locateInSentence(
  file: ContentFile,
  { text, span }: Sentence,
  node: Node,
  from = span.start,
): Span {
  const { start, end } = getNodeSpan(node);
  const written = text.slice(start, end);
  const at = file.text.indexOf(written, from);
  return at >= 0 && at + written.length <= span.end ? { start: at, end: at + written.length } : span;
}
