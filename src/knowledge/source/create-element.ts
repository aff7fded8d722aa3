/** Creates elements in the modules that a browser loads, where the tables of hastscript are too large. */
import type { Element, ElementContent, Properties } from 'hast';

/** A value that is missing adds nothing. */
export type Child = ElementContent | string | undefined | readonly Child[];

/**
 * Returns an element with these children.
 * @param properties they have the names of hast, such as `className`; one that is undefined is left out
 */
export function createElement(tagName: string, properties: Properties, children?: Child): Element;
export function createElement(tagName: string, children?: string | readonly Child[]): Element;
export function createElement(
  tagName: string,
  first: Properties | string | readonly Child[] = {},
  children?: Child,
): Element {
  if (isChildren(first)) return createElement(tagName, {}, first);
  const given = Object.entries(first).filter(([, value]) => value !== undefined);
  return {
    type: 'element',
    tagName,
    properties: Object.fromEntries(given),
    children: toContent(children),
  };
}

function isChildren(value: Properties | string | readonly Child[]): value is string | readonly Child[] {
  return typeof value === 'string' || Array.isArray(value);
}

function toContent(child: Child): ElementContent[] {
  if (child === undefined) return [];
  if (typeof child === 'string') return [{ type: 'text', value: child }];
  return 'type' in child ? [child] : child.flatMap(toContent);
}
