/** Cuts blocks out of a body, together with everything that would be empty without them. */
import type { Nodes, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { DocumentFile } from '../source/document-file.ts';
import { findStepList } from '../source/mdx/document-body.ts';
import { getNodeSpan } from '../source/mdx/mdx-source.ts';
import type { Edit, Span } from '../source/problem.ts';

interface Cuts {
  readonly edits: readonly Edit[];
  /** The places of the nodes that are cut, and of all nodes in them. */
  contains(span: Span): boolean;
}

/**
 * Returns the edits that cut the chosen nodes of a body, the lists, quotations, procedures and sections that have no
 * other content, and the definitions and footnotes that only these use.
 */
export function cutNodes({ mdx: { tree }, text }: DocumentFile, isChosen: (node: Nodes) => boolean): Cuts {
  const empty = new Set<Nodes>();
  markEmpty(tree, isChosen, empty);
  if (empty.size === 0) return { edits: [], contains: () => false };
  markEmptySections(tree, empty);
  markUnusedDefinitions(tree, empty);
  const spans: Span[] = [];
  const edits: Edit[] = [];
  visit(tree, (node, index, parent) => {
    if (!empty.has(node)) return undefined;
    spans.push(getNodeSpan(node));
    edits.push(createCut(node, { parent, index, empty, text }));
    return SKIP;
  });
  return {
    edits: [...dropInnerEdits(edits), ...renumberLists(tree, empty, text)],
    contains: createSpanFinder(spans),
  };
}

/** @param edits in the order of their starts */
function dropInnerEdits(edits: readonly Edit[]): Edit[] {
  let end = -1;
  return edits.filter(({ span }) => {
    const isInner = span.end <= end;
    end = Math.max(end, span.end);
    return !isInner;
  });
}

/** Returns a function that tells whether one of the spans contains another, by a binary search. */
function createSpanFinder(spans: readonly Span[]): (span: Span) => boolean {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  let end = -1;
  const ends = sorted.map((span) => {
    end = Math.max(end, span.end);
    return end;
  });
  return (span) => {
    const { start } = span;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle]?.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return low > 0 && span.end <= (ends[low - 1] ?? -1);
  };
}

/** Returns whether the node is empty without the chosen nodes. */
function markEmpty(node: Nodes, isChosen: (node: Nodes) => boolean, empty: Set<Nodes>): boolean {
  const isEmpty = isChosen(node) || isEmptied(node, isChosen, empty);
  if (isEmpty && node.type !== 'root') empty.add(node);
  return isEmpty;
}

function isEmptied(node: Nodes, isChosen: (node: Nodes) => boolean, empty: Set<Nodes>): boolean {
  if (!('children' in node) || node.children.length === 0) return false;
  const children = node.children as Nodes[];
  for (const child of children) markEmpty(child, isChosen, empty);
  if (node.type === 'mdxJsxFlowElement' && node.name === 'Procedure') {
    const steps = findStepList(node);
    return steps !== undefined && empty.has(steps);
  }
  if (!['list', 'listItem', 'blockquote', 'footnoteDefinition', 'mdxJsxFlowElement'].includes(node.type))
    return false;
  return (
    children.some((child) => empty.has(child)) && children.every((child) => empty.has(child) || isMark(child))
  );
}

/** Comments, and the mark of a step, are no content of their own. */
function isMark(node: Nodes): boolean {
  return (
    node.type === 'mdxFlowExpression' || (node.type === 'mdxJsxFlowElement' && node.name === 'Destructive')
  );
}

interface Section {
  hasContent: boolean;
  isEmpty: boolean;
}

/** Marks headings that have nothing left below them, from the last to the first. */
function markEmptySections({ children }: Root, empty: Set<Nodes>): void {
  // For each depth, what is between the current node and the next heading of this depth or a higher one.
  let sections = createSections(1);
  for (const node of children.toReversed()) {
    if (isMark(node) || node.type === 'definition' || node.type === 'footnoteDefinition') continue;
    const depth = node.type === 'heading' ? node.depth : MAX_DEPTH + 1;
    const own = sections[depth - 1];
    if (own?.hasContent && own.isEmpty) empty.add(node);
    const outer = sections.slice(0, depth - 1);
    for (const section of outer) {
      section.hasContent = true;
      section.isEmpty &&= empty.has(node);
    }
    sections = [...outer, ...createSections(depth)];
  }
}

const MAX_DEPTH = 6;

/** Returns sections without content for all depths from `first` on. */
function createSections(first: number): Section[] {
  return Array.from({ length: MAX_DEPTH + 1 - first }, () => ({ hasContent: false, isEmpty: true }));
}

const REFERENCE_TYPES: Readonly<Record<string, string>> = {
  linkReference: 'definition',
  imageReference: 'definition',
  footnoteReference: 'footnoteDefinition',
};

/**
 * Marks the definitions that only cut nodes use, and references to footnotes that are cut. A footnote that is cut can be
 * the only one that refers to another, so each definition is looked at again when its last reference goes.
 */
function markUnusedDefinitions(tree: Root, empty: Set<Nodes>): void {
  const references = new Map<string, Nodes[]>();
  const definitions = new Map<string, Nodes[]>();
  visit(tree, (node) => {
    const used = getUsedDefinition(node);
    if (used !== undefined) addTo(references, used, node);
    const defined = getDefinition(node);
    if (defined !== undefined) addTo(definitions, defined, node);
  });
  const remaining = new Map([...references].map(([key, nodes]) => [key, nodes.length]));
  const gone = new Set<Nodes>();
  const unused: string[] = [];
  const cut = (node: Nodes): void => {
    visit(node, (inner) => {
      const used = getUsedDefinition(inner);
      if (used !== undefined && !gone.has(inner)) {
        gone.add(inner);
        const count = (remaining.get(used) ?? 0) - 1;
        remaining.set(used, count);
        if (count === 0) unused.push(used);
      }
      if (inner.type === 'footnoteDefinition') cutReferences(getDefinition(inner) ?? '');
    });
  };
  const cutReferences = (key: string): void => {
    for (const reference of references.get(key) ?? []) {
      if (empty.has(reference)) continue;
      empty.add(reference);
      cut(reference);
    }
  };
  visit(tree, (node) => {
    if (!empty.has(node)) return undefined;
    cut(node);
    return SKIP;
  });
  for (const key of unused) {
    for (const definition of definitions.get(key) ?? []) {
      if (empty.has(definition)) continue;
      empty.add(definition);
      cut(definition);
    }
  }
}

function addTo(groups: Map<string, Nodes[]>, key: string, node: Nodes): void {
  const group = groups.get(key);
  if (group) group.push(node);
  else groups.set(key, [node]);
}

function getUsedDefinition(node: Nodes): string | undefined {
  const definition = REFERENCE_TYPES[node.type];
  return definition && 'identifier' in node ? `${definition} ${node.identifier}` : undefined;
}

function getDefinition(node: Nodes): string | undefined {
  return node.type === 'definition' || node.type === 'footnoteDefinition'
    ? `${node.type} ${node.identifier}`
    : undefined;
}

/** Returns the edits that give lists whose first items are cut the number with which they began. */
function renumberLists(tree: Root, empty: ReadonlySet<Nodes>, text: string): Edit[] {
  const edits: Edit[] = [];
  visit(tree, (node) => {
    if (empty.has(node)) return SKIP;
    if (node.type !== 'list' || !node.ordered || !node.children[0] || !empty.has(node.children[0])) {
      return undefined;
    }
    const first = node.children.find((item) => !empty.has(item));
    const start = first && getNodeSpan(first).start;
    const written = start === undefined ? undefined : /^\d+/.exec(text.slice(start, start + 10))?.[0];
    // With zeros before it, the number is as wide as before, and the lines below stay in the item.
    const number = String(node.start ?? 1).padStart(written?.length ?? 0, '0');
    if (start !== undefined && written !== undefined && number.length === written.length) {
      edits.push({ span: { start, end: start + written.length }, text: number });
    }
    return undefined;
  });
  return edits;
}

interface CutContext {
  readonly parent: Nodes | undefined;
  readonly index: number | undefined;
  readonly empty: ReadonlySet<Nodes>;
  readonly text: string;
}

function createCut(node: Nodes, { parent, index, empty, text }: CutContext): Edit {
  const { start, end } = getNodeSpan(node);
  if (node.type === 'footnoteReference') return { span: { start, end }, text: '' };
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  // The first line of an item follows its marker: what comes next takes its place.
  if (text.slice(lineStart, start).trim() !== '') {
    const next =
      parent?.type === 'listItem'
        ? parent.children.find((sibling, at) => at > (index ?? 0) && !empty.has(sibling))
        : undefined;
    return { span: { start, end: next ? getNodeSpan(next).start : end }, text: '' };
  }
  const rest = /^[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(end))?.[0].length;
  if (rest === undefined) return { span: { start, end }, text: '' };
  return { span: { start: lineStart, end: end + rest }, text: '\n' };
}
