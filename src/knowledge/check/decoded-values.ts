/** The values of a file after the escapes in them are decoded, as pages and commands show them. */
import { visit } from 'unist-util-visit';
import type { ContentFile } from '../source/content.ts';
import type { DocumentFile } from '../source/document-file.ts';
import { getValueAt } from '../source/field-values.ts';
import { readAttributes } from '../source/mdx/attributes.ts';
import { getNodeSpan } from '../source/mdx/mdx-source.ts';
import type { Span } from '../source/problem.ts';
import { listSentenceMarkup, locateInSentence } from '../source/sentences.ts';

export interface DecodedValue {
  readonly text: string;
  /** Its place in the file, quotes and escapes included. */
  readonly span: Span;
}

/** Lists the values that can differ from their notation: texts in YAML, and texts and attributes in MDX. */
export function listDecodedValues(file: ContentFile): DecodedValue[] {
  return [
    ...listYamlValues(file),
    ...(file.type === 'document' ? listBodyValues(file) : []),
    ...listSentenceTexts(file),
  ];
}

/** Lists the texts of sentences that inline Markdown decodes once more: `&#64;` in a value is shown as `@`. */
function listSentenceTexts(file: ContentFile): DecodedValue[] {
  const values: DecodedValue[] = [];
  for (const { sentence, root } of listSentenceMarkup(file)) {
    if (!root || !sentence.text.includes('&')) continue;
    visit(root, (node) => {
      const text = 'value' in node ? node.value : 'url' in node ? node.url : undefined;
      if (text === undefined || sentence.text.includes(text)) return;
      values.push({ text, span: locateInSentence(file, sentence, node) });
    });
  }
  return values;
}

function listYamlValues(file: ContentFile): DecodedValue[] {
  if (!('yaml' in file)) return [];
  return file.yaml.scalars().flatMap(({ path, span }) => {
    const text = getValueAt(file.yaml.value, path);
    return typeof text === 'string' ? [{ text, span }] : [];
  });
}

function listBodyValues({ nodes, text }: DocumentFile): DecodedValue[] {
  const values: DecodedValue[] = [];
  const add = (span: Span, ...texts: (string | null | undefined)[]) => {
    for (const each of texts) if (each) values.push({ text: each, span });
  };
  for (const node of nodes.listByTypes('text')) add(getNodeSpan(node), node.value);
  for (const node of nodes.listByTypes('code')) add(getNodeSpan(node), node.lang, node.meta);
  for (const node of nodes.listByTypes('link')) add(getNodeSpan(node), node.url, node.title);
  for (const node of nodes.listByTypes('image')) add(getNodeSpan(node), node.url, node.alt, node.title);
  for (const node of nodes.listByTypes('imageReference')) add(getNodeSpan(node), node.alt);
  for (const node of nodes.listByTypes('definition')) add(getNodeSpan(node), node.url, node.title);
  for (const node of nodes.listByTypes('mdxJsxFlowElement', 'mdxJsxTextElement')) {
    for (const { value, span } of readAttributes(node, text))
      add(span, ...(value === undefined ? [] : [value].flat()));
  }
  return values;
}
