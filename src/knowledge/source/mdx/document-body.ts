/// <reference types="remark-mdx" />
/** The parts of a body other than its prose: its headings, the entries it links to by id, and its procedures. */
import type { List, Nodes } from 'mdast';
import type { Kind } from '../../schema/kinds.ts';
import { findComponent } from '../components/index.ts';
import type { Span } from '../problem.ts';
import { type Anchors, assignAnchors } from './anchors.ts';
import { type ComponentNode, readAttributes, readAttributeValues } from './attributes.ts';
import { getNodeSpan } from './mdx-source.ts';
import type { NodeIndex } from './node-index.ts';
import { getVisibleLine } from './visible-text.ts';

export interface BodyHeading {
  readonly depth: number;
  readonly text: string;
  /** Its anchor on the page. */
  readonly slug: string;
  readonly span: Span;
}

/** An id named in an attribute of a component. */
interface ComponentRef {
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
  /** Names the missing parts, if it is only an outline. */
  readonly outline?: string;
  /** The numbered list of its steps, for `readSteps`. */
  readonly list: List | undefined;
  readonly span: Span;
}

export interface Body {
  readonly headings: readonly BodyHeading[];
  /** The same by their nodes, for those who walk the tree. */
  readonly anchors: Anchors;
  readonly componentRefs: readonly ComponentRef[];
  readonly procedures: readonly Procedure[];
}

/** @param text the whole file that contains the nodes */
export function readBody(nodes: NodeIndex, text: string): Body {
  const headings = nodes.listByType('heading');
  const anchors = assignAnchors(headings);
  const components = nodes.listByTypes('mdxJsxFlowElement', 'mdxJsxTextElement');
  return {
    headings: headings.map((heading) => ({
      depth: heading.depth,
      text: getVisibleLine(heading),
      slug: anchors.get(heading) ?? '',
      span: getNodeSpan(heading),
    })),
    anchors,
    componentRefs: components.flatMap((component) => readComponentRefs(component, text)),
    procedures: components
      .filter(({ name }) => name === 'Procedure')
      .map((component) => readProcedure(component, text)),
  };
}

function readComponentRefs(node: ComponentNode, text: string): ComponentRef[] {
  const component = findComponent(node.name);
  if (!component) return [];
  return readAttributes(node, text).flatMap(({ name, value, valueSpans, span }) => {
    const kind = component.attributes[name]?.reference;
    if (!kind || value === undefined) return [];
    const ids = typeof value === 'string' ? [value] : value;
    return ids.map((id, index) => ({ kind, id, component: component.name, span: valueSpans[index] ?? span }));
  });
}

function readProcedure(node: ComponentNode, text: string): Procedure {
  const attributes = readAttributeValues(node, text);
  const outline = attributes.text('outline');
  return {
    id: attributes.text('id') ?? '',
    title: attributes.text('title') ?? '',
    activity: attributes.text('activity') ?? '',
    services: attributes.list('services'),
    signals: attributes.list('signals'),
    ...(outline ? { outline } : {}),
    list: findStepList(node),
    span: getNodeSpan(node),
  };
}

/** Finds the numbered list of a procedure's steps. */
export function findStepList(node: ComponentNode): List | undefined {
  return (node.children as Nodes[]).find(
    (child): child is List => child.type === 'list' && child.ordered === true,
  );
}
