/** Cuts blocks out of a body, together with everything that would be empty without them. */
import type { Heading, Nodes, Root } from 'mdast';
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
    edits.push(
      createCut(node, parent && index !== undefined ? parent.children.slice(index + 1) : [], {
        parent,
        index,
        empty,
        text,
      }),
    );
    return SKIP;
  });
  return {
    edits: edits.filter(
      (edit, index) => !edits.slice(0, index).some((other) => isWithin(edit.span, other.span)),
    ),
    contains: (span) => spans.some((cut) => isWithin(span, cut)),
  };
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
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

/** Marks headings that have nothing left below them. */
function markEmptySections({ children }: Root, empty: Set<Nodes>): void {
  for (const [index, heading] of [...children.entries()].reverse()) {
    if (heading.type !== 'heading') continue;
    const after = children.slice(index + 1);
    const end = after.findIndex(
      (node) => node.type === 'heading' && (node as Heading).depth <= heading.depth,
    );
    const content = (end < 0 ? after : after.slice(0, end)).filter(
      (node) => !isMark(node) && node.type !== 'definition' && node.type !== 'footnoteDefinition',
    );
    if (content.length > 0 && content.every((node) => empty.has(node))) empty.add(heading);
  }
}

const REFERENCE_TYPES: Readonly<Record<string, string>> = {
  linkReference: 'definition',
  imageReference: 'definition',
  footnoteReference: 'footnoteDefinition',
};

/** Marks the definitions that only cut nodes use, and references to footnotes that are cut. */
function markUnusedDefinitions(tree: Root, empty: Set<Nodes>): void {
  // A footnote that is cut can be the only one that refers to another.
  for (let size = -1; size !== empty.size;) {
    size = empty.size;
    markDefinitionsOfCuts(tree, empty);
  }
}

function markDefinitionsOfCuts(tree: Root, empty: Set<Nodes>): void {
  const used = new Set<string>();
  const usedInCuts = new Set<string>();
  const collect = (node: Nodes, isCut: boolean): void => {
    const cut = isCut || empty.has(node);
    const definition = REFERENCE_TYPES[node.type];
    if (definition && 'identifier' in node) (cut ? usedInCuts : used).add(`${definition} ${node.identifier}`);
    if ('children' in node) for (const child of node.children) collect(child, cut);
  };
  collect(tree, false);
  const cutFootnotes = new Set<string>();
  visit(tree, ['definition', 'footnoteDefinition'], (node) => {
    if (node.type !== 'definition' && node.type !== 'footnoteDefinition') return;
    const key = `${node.type} ${node.identifier}`;
    if (usedInCuts.has(key) && !used.has(key)) empty.add(node);
    if (node.type === 'footnoteDefinition' && empty.has(node)) cutFootnotes.add(node.identifier);
  });
  visit(tree, 'footnoteReference', (node) => {
    if (cutFootnotes.has(node.identifier)) empty.add(node);
  });
}

interface CutContext {
  readonly parent: Nodes | undefined;
  readonly index: number | undefined;
  readonly empty: ReadonlySet<Nodes>;
  readonly text: string;
}

function createCut(node: Nodes, after: readonly Nodes[], { parent, empty, text }: CutContext): Edit {
  const { start, end } = getNodeSpan(node);
  if (node.type === 'footnoteReference') return { span: { start, end }, text: '' };
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const next = after.find((sibling) => !empty.has(sibling));
  // The first line of an item follows its marker: what comes next takes its place.
  if (text.slice(lineStart, start).trim() !== '') {
    return {
      span: { start, end: next && parent?.type === 'listItem' ? getNodeSpan(next).start : end },
      text: '',
    };
  }
  const rest = /^[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(end))?.[0].length;
  if (rest === undefined) return { span: { start, end }, text: '' };
  return { span: { start: lineStart, end: end + rest }, text: '\n' };
}
