/** The body of a document without its internal parts, and without links to what a public site does not have. */
import type { LinkReference, Nodes } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import { applyEdits } from '../check/fix.ts';
import type { Kind } from '../schema/kinds.ts';
import { findComponent } from '../source/components/index.ts';
import type { Content } from '../source/content.ts';
import type { DocumentFile } from '../source/document-file.ts';
import { type ComponentNode, readAttributes, readAttributeValues } from '../source/mdx/attributes.ts';
import { getNodeSpan } from '../source/mdx/mdx-source.ts';
import type { Edit, Span } from '../source/problem.ts';
import { cutNodes } from './cut-nodes.ts';
import {
  escapeStart,
  isPublicAddress,
  type MissingLink,
  replaceLinks,
  toMissingLink,
  unlinkSentence,
} from './missing-links.ts';

interface RevisedBody {
  /** The whole file. */
  readonly text: string;
  readonly count: number;
}

/** Returns a document without its `<Internal>` parts, and their number. */
export function cutInternalParts(file: DocumentFile): RevisedBody {
  const parts = listInternalParts(file);
  if (parts.size === 0) return { text: file.text, count: 0 };
  const cuts = cutNodes(file, (node) => parts.has(node));
  const edits = [...cuts.edits, ...unlinkCutDefinitions(file, (node) => cuts.contains(getNodeSpan(node)))];
  return { text: applyEdits(file.text, edits), count: parts.size };
}

/** Returns the edits that replace links and pictures whose definition is cut by their words. */
function unlinkCutDefinitions(file: DocumentFile, isCut: (node: Nodes) => boolean): Edit[] {
  const definitions = file.nodes.listByTypes('definition');
  const kept = new Set(definitions.filter((node) => !isCut(node)).map(({ identifier }) => identifier));
  const missing = new Set(definitions.map(({ identifier }) => identifier).filter((id) => !kept.has(id)));
  if (missing.size === 0) return [];
  return file.nodes.listByTypes('paragraph', 'heading', 'tableCell').flatMap((block) => {
    const links: MissingLink[] = [];
    if (isCut(block)) return [];
    visit(block, (node) => {
      if (node.type !== 'linkReference' && node.type !== 'imageReference') return;
      if (!missing.has(node.identifier)) return;
      const children = 'children' in node ? node.children : [{ type: 'text', value: node.alt ?? '' }];
      links.push(toMissingLink({ ...node, children }, file.text));
    });
    return replaceLinks(links, getNodeSpan(block), file.text);
  });
}

export function hasInternalParts(file: DocumentFile): boolean {
  return listInternalParts(file).size > 0;
}

function listInternalParts(file: DocumentFile): ReadonlySet<Nodes> {
  if (!file.text.includes('<Internal')) return new Set();
  const components = file.nodes.listByTypes('mdxJsxFlowElement', 'mdxJsxTextElement');
  return new Set(components.filter(({ name }) => name === 'Internal'));
}

/** Returns a document whose links lead to entries of the content, and the number of those that did not. */
export function unlinkBody(file: DocumentFile, content: Content): RevisedBody {
  const { text } = file;
  const sentences = findMissingLinks(file, content);
  const lines = findMissingLines(file, content);
  const pointless = new Set<Nodes>([
    ...sentences.filter(isOnlyLinks(text)).map(({ block }) => block),
    ...lines.filter(({ children }) => children.length === 0),
  ]);
  const isMissingProcedure = (node: Nodes) =>
    node.type === 'mdxJsxFlowElement' && node.name === 'Procedure' && !hasActivity(node, text, content);
  const isMissingDefinition = (node: Nodes) =>
    node.type === 'definition' && !isPublicAddress(node.url, content, file);
  const cuts = cutNodes(
    file,
    (node) => pointless.has(node) || isMissingProcedure(node) || isMissingDefinition(node),
  );
  const attributes = file.nodes
    .listByTypes('mdxJsxFlowElement', 'mdxJsxTextElement')
    .flatMap((node) => createAttributeEdits(node, text, content));
  const links = sentences.flatMap(({ block, links: missing }) =>
    replaceLinks(missing, getNodeSpan(block), text),
  );
  const words = lines.map((node) => ({
    span: getNodeSpan(node),
    text: escapeStart(toMissingLink(node, text).words ?? ''),
  }));
  const edits = [...links, ...words, ...attributes].filter(({ span }) => !cuts.contains(span));
  return {
    text: applyEdits(text, [...cuts.edits, ...edits]),
    count: sentences.reduce(
      (sum, { links: missing }) => sum + missing.length,
      lines.length + attributes.length,
    ),
  };
}

/** A paragraph, heading or cell with links that a public site cannot have. */
interface SentenceWithLinks {
  readonly block: Nodes;
  readonly links: readonly MissingLink[];
}

function findMissingLinks(file: DocumentFile, content: Content): SentenceWithLinks[] {
  return file.nodes.listByTypes('paragraph', 'heading', 'tableCell').flatMap((block) => {
    const links: MissingLink[] = [];
    visit(block, (node) => {
      const link = findMissingLink(node, file, content);
      if (link) links.push(link);
    });
    return links.length > 0 ? [{ block, links }] : [];
  });
}

/** Returns the components of missing links that are on lines of their own, which makes them blocks. */
function findMissingLines(file: DocumentFile, content: Content): MdxJsxFlowElement[] {
  return file.nodes.listByTypes('mdxJsxFlowElement').filter((node) => {
    const target = findLinkedEntry(node, file.text);
    return target && !content.has(target);
  });
}

function findMissingLink(node: Nodes, file: DocumentFile, content: Content): MissingLink | undefined {
  if (node.type === 'mdxJsxTextElement') {
    const target = findLinkedEntry(node, file.text);
    return target && !content.has(target)
      ? { ...toMissingLink(node, file.text), kind: target.kind }
      : undefined;
  }
  if (node.type !== 'link' && node.type !== 'linkReference') return undefined;
  const url = node.type === 'link' ? node.url : findUrl(node, file);
  return url === undefined || isPublicAddress(url, content, file)
    ? undefined
    : toMissingLink(node, file.text);
}

function findUrl(node: LinkReference, file: DocumentFile): string | undefined {
  return file.definitions.findUrl(node);
}

function findLinkedEntry(node: ComponentNode, text: string): { kind: Kind; id: string } | undefined {
  const kind = findComponent(node.name)?.attributes.id?.reference;
  const id = readAttributeValues(node, text).text('id');
  return kind && id !== undefined ? { kind, id } : undefined;
}

function hasActivity(node: ComponentNode, text: string, content: Content): boolean {
  const id = readAttributeValues(node, text).text('activity');
  return id === undefined || content.has({ kind: 'activity', id });
}

/** Returns whether a paragraph says nothing without its missing links. */
function isOnlyLinks(text: string) {
  return ({ block, links }: SentenceWithLinks): boolean => {
    if (block.type !== 'paragraph' || links.some(({ words }) => words !== undefined)) return false;
    const { start, end } = getNodeSpan(block);
    const shift = ({ span }: Pick<Edit, 'span'>): Span => ({
      start: span.start - start,
      end: span.end - start,
    });
    const own = text.slice(start, end);
    const withoutLinks = applyEdits(
      own,
      links.map((link) => ({ span: shift(link), text: '' })),
    );
    const withoutPointers = applyEdits(
      own,
      replaceLinks(links, { start, end }, text).map((edit) => ({ span: shift(edit), text: edit.text })),
    );
    return /^(?:[\s,;.:·–—-]|\b(?:and|or|see|also)\b)*$/i.test(withoutLinks) || withoutPointers.trim() === '';
  };
}

function createAttributeEdits(node: ComponentNode, text: string, content: Content): Edit[] {
  const component = findComponent(node.name);
  return readAttributes(node, text).flatMap(({ name, value, span }) => {
    const attribute = component?.attributes[name];
    const kind = attribute?.reference;
    if (kind && Array.isArray(value)) {
      const ids = (value as readonly string[]).filter((id) => content.has({ kind, id }));
      if (ids.length === value.length) return [];
      return [{ span, text: ids.length > 0 ? `${name}={${JSON.stringify(ids)}}` : '' }];
    }
    if (!attribute?.isProse || typeof value !== 'string') return [];
    const sentence = unlinkSentence(value, content);
    return sentence.count === 0 ? [] : [{ span, text: `${name}="${escapeAttribute(sentence.text)}"` }];
  });
}

function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
