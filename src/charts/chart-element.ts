/**
 * Builds the elements of a chart as a tree. It is not bound to a document, so that a build can write it as text. Attributes
 * have the names of SVG. Colours are classes of `styles/charts.css`: the Content-Security-Policy refuses inline styles.
 */
import type { Element, ElementContent } from 'hast';

type Attributes = Readonly<Record<string, string | number | undefined>>;
export type Child = ElementContent | string | undefined | false;

/** Creates an element of HTML or SVG. */
export function element(tagName: string, attributes: Attributes, ...children: readonly Child[]): Element {
  const properties: Element['properties'] = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) properties[name] = typeof value === 'number' ? round(value) : value;
  }
  return {
    type: 'element',
    tagName,
    properties,
    children: children.flatMap((child) => {
      if (child === undefined || child === false) return [];
      return typeof child === 'string' ? { type: 'text' as const, value: child } : child;
    }),
  };
}

/** Returns a length in percent of the width of a chart. */
export function percent(share: number): string {
  return `${round(share * 100)}%`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

interface Frame {
  /** Unique on its page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** In pixels. Without a width, a chart is as wide as its place, and only its lengths in percent change with it. */
  readonly height: number;
  readonly width?: number;
}

export function drawChart(
  { id, title, description, height, width }: Frame,
  ...children: readonly Child[]
): Element {
  return element(
    'svg',
    {
      class: 'chart',
      width: width ?? '100%',
      height,
      ...(width ? { viewBox: `0 0 ${width} ${height}` } : {}),
      role: 'group',
      'aria-labelledby': `${id}-title`,
      'aria-describedby': `${id}-text`,
    },
    element('title', { id: `${id}-title` }, title),
    element('desc', { id: `${id}-text` }, description),
    ...children,
  );
}

/**
 * A mark that leads to what it stands for. Its label is its name (SVG Accessibility API Mappings: the title before the
 * text), and is shown when you point at it.
 */
export function drawMark(
  { href, label, className }: { readonly href: string; readonly label: string; readonly className?: string },
  ...children: readonly Child[]
): Element {
  return element(
    'a',
    { href, class: className ? `mark ${className}` : 'mark' },
    element('title', {}, label),
    ...children,
  );
}

/** Lines and words that repeat what the marks are labelled with. */
export function drawScenery(...children: readonly Child[]): Element {
  return element('g', { 'aria-hidden': 'true' }, ...children);
}
