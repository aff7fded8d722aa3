/** Turns the tree of a chart into elements of the page. */
import type { Element } from 'hast';

const SVG = 'http://www.w3.org/2000/svg';
const HTML = 'http://www.w3.org/1999/xhtml';

/** The properties of the tree have the names of attributes (`charts/chart-element.ts`). */
export function createNodes(tree: Element, outer = HTML): globalThis.Element {
  const namespace = tree.tagName === 'svg' ? SVG : outer;
  const created = document.createElementNS(namespace, tree.tagName);
  for (const [name, value] of Object.entries(tree.properties)) created.setAttribute(name, String(value));
  for (const child of tree.children) {
    if (child.type === 'element') created.append(createNodes(child, namespace));
    else if (child.type === 'text') created.append(child.value);
  }
  return created;
}
