/** Formatting that a page sets by CSS, as elements. Google Docs strikes out and raises text by classes only. */
import type { Element, ElementContent, Root as HastRoot } from 'hast';
import { visit } from 'unist-util-visit';

/** The declarations that change the meaning or the weight of words, with the element for each. */
const STYLE_ELEMENTS: readonly (readonly [tagName: string, declaration: RegExp])[] = [
  ['del', /\btext-decoration(?:-line)?\s*:[^;]*\bline-through\b/i],
  ['sup', /\bvertical-align\s*:\s*super\b/i],
  ['sub', /\bvertical-align\s*:\s*sub\b/i],
  ['strong', /\bfont-weight\s*:\s*(?:bold(?:er)?|[6-9]00)\b/i],
  ['em', /\bfont-style\s*:\s*(?:italic|oblique)\b/i],
];

/** Elements that a style makes bold or italic in any case say so already. */
const EMPHASIZED_ELEMENTS = /^(?:h[1-6]|b|strong|th)$/;
const STYLED_ELEMENTS = /^(?:span|a|font|p|h[1-6]|b|i|u|em|strong|code|label)$/;

/** Puts an element around the content of each element that is styled like it. */
export function applyStyles(tree: HastRoot): void {
  const tagsByClass = readClasses(tree);
  const inHeadings = new Set<Element>();
  visit(tree, 'element', (node) => {
    if (!STYLED_ELEMENTS.test(node.tagName) || node.children.length === 0) return;
    if (/^h[1-6]$/.test(node.tagName)) visit(node, 'element', (inner) => void inHeadings.add(inner));
    const isEmphasized = EMPHASIZED_ELEMENTS.test(node.tagName) || inHeadings.has(node);
    for (const tagName of listStyles(node, tagsByClass)) {
      if (node.tagName === tagName || (isEmphasized && /^(?:strong|em)$/.test(tagName))) continue;
      const children = node.children as ElementContent[];
      node.children = [{ type: 'element', tagName, properties: {}, children }];
    }
  });
}

function listStyles(node: Element, tagsByClass: ReadonlyMap<string, readonly string[]>): Set<string> {
  return new Set([
    ...listClasses(node).flatMap((name) => tagsByClass.get(name) ?? []),
    ...findTags(String(node.properties.style ?? '')),
  ]);
}

function findTags(declarations: string): string[] {
  return STYLE_ELEMENTS.flatMap(([tagName, pattern]) => (pattern.test(declarations) ? [tagName] : []));
}

/** Returns the elements for each class of the page's own style sheets. */
function readClasses(tree: HastRoot): ReadonlyMap<string, readonly string[]> {
  const tagsByClass = new Map<string, string[]>();
  for (const [, selectors = '', declarations = ''] of readStyleSheets(tree).matchAll(
    /([^{}]+)\{([^{}]*)\}/g,
  )) {
    const tags = findTags(declarations);
    if (tags.length === 0) continue;
    for (const [, name = ''] of selectors.matchAll(/(?:^|,)\s*[a-z0-9]*\.([\w-]+)\s*(?=,|$)/gi)) {
      tagsByClass.set(name, [...(tagsByClass.get(name) ?? []), ...tags]);
    }
  }
  return tagsByClass;
}

function readStyleSheets(tree: HastRoot): string {
  let sheets = '';
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'style') return;
    for (const child of node.children) if (child.type === 'text') sheets += `${child.value}\n`;
  });
  return sheets;
}

export function listClasses({ properties }: Element): string[] {
  return Array.isArray(properties.className) ? properties.className.map(String) : [];
}
