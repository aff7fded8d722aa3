/** Turns a tree of elements into elements of the page. */
import type { Element } from 'hast';

const SVG = 'http://www.w3.org/2000/svg';
const HTML = 'http://www.w3.org/1999/xhtml';
/** The properties with names of their own. The browser ignores upper case in the attributes of HTML. */
const ATTRIBUTES: Readonly<Record<string, string>> = { className: 'class', htmlFor: 'for' };

/** @param tree its properties have the names of attributes, or those that hastscript gives to HTML */
export function createNodes(tree: Element, outer = HTML): globalThis.Element {
  const namespace = tree.tagName === 'svg' ? SVG : outer;
  const created = document.createElementNS(namespace, tree.tagName);
  for (const [name, value] of Object.entries(tree.properties)) {
    if (value === false || value === null || value === undefined) continue;
    const words = Array.isArray(value) ? value : [value === true ? '' : value];
    created.setAttribute(toAttribute(name), words.join(' '));
  }
  for (const child of tree.children) {
    if (child.type === 'element') created.append(createNodes(child, namespace));
    else if (child.type === 'text') created.append(child.value);
  }
  return created;
}

/** `ariaLabelledBy` is `aria-labelledby`, and `dataItems` is `data-items`. */
function toAttribute(name: string): string {
  const prefixed = /^(aria|data)([A-Z].*)$/.exec(name);
  if (prefixed) return `${prefixed[1]}-${prefixed[2]?.toLowerCase()}`;
  return ATTRIBUTES[name] ?? name;
}
