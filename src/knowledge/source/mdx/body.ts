/// <reference types="remark-mdx" />
/** What a body says beside its prose: its headings, the entries it links to by id, and its procedures. */
import type { List, Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Kind } from '../../schema/kinds.ts';
import { componentNamed } from '../components/index.ts';
import type { Span } from '../problem.ts';
import { type Anchors, anchorsOf } from './anchors.ts';
import { attributeValues, type ComponentNode, readAttributes } from './attributes.ts';
import { spanOfNode } from './mdx-source.ts';
import type { NodeIndex } from './nodes.ts';

export interface Heading {
  readonly depth: number;
  readonly text: string;
  /** Its anchor on the page. */
  readonly slug: string;
  readonly span: Span;
}

/** An id named in an attribute of a component. */
export interface Mention {
  readonly kind: Kind;
  readonly id: string;
  readonly component: string;
  readonly span: Span;
}

export interface Procedure {
  readonly id: string;
  readonly title: string;
  readonly activity: string;
  readonly services: readonly string[];
  readonly signals: readonly string[];
  /** The numbered list that holds its steps, for `readSteps`. */
  readonly list: List | undefined;
  readonly span: Span;
}

export interface Body {
  readonly headings: readonly Heading[];
  /** The same by their nodes, for those who walk the tree. */
  readonly anchors: Anchors;
  readonly mentions: readonly Mention[];
  readonly procedures: readonly Procedure[];
}

/** @param text the whole file that the nodes stand in */
export function readBody(nodes: NodeIndex, text: string): Body {
  const headings = nodes.all('heading');
  const anchors = anchorsOf(headings);
  const components = nodes.of('mdxJsxFlowElement', 'mdxJsxTextElement');
  return {
    headings: headings.map((heading) => ({
      depth: heading.depth,
      text: textOf(heading),
      slug: anchors.get(heading) ?? '',
      span: spanOfNode(heading),
    })),
    anchors,
    mentions: components.flatMap((component) => mentionsOf(component, text)),
    procedures: components
      .filter(({ name }) => name === 'Procedure')
      .map((component) => readProcedure(component, text)),
  };
}

function mentionsOf(node: ComponentNode, text: string): Mention[] {
  const component = componentNamed(node.name);
  if (!component) return [];
  return readAttributes(node, text).flatMap(({ name, value, valueSpans, span }) => {
    const kind = component.attributes[name]?.reference;
    if (!kind || value === undefined) return [];
    const ids = typeof value === 'string' ? [value] : value;
    return ids.map((id, index) => ({ kind, id, component: component.name, span: valueSpans[index] ?? span }));
  });
}

function readProcedure(node: ComponentNode, text: string): Procedure {
  const attributes = attributeValues(node, text);
  return {
    id: attributes.text('id') ?? '',
    title: attributes.text('title') ?? '',
    activity: attributes.text('activity') ?? '',
    services: attributes.list('services'),
    signals: attributes.list('signals'),
    list: stepsList(node),
    span: spanOfNode(node),
  };
}

/** The numbered list that holds a procedure's steps. */
export function stepsList(node: ComponentNode): List | undefined {
  return (node.children as Nodes[]).find(
    (child): child is List => child.type === 'list' && child.ordered === true,
  );
}
