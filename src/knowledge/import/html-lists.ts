/** The lists of Google Docs and of Word, which write each level as a list or a paragraph of its own. */
import type { Element, ElementContent, Root as HastRoot, Nodes } from 'hast';
import { visit } from 'unist-util-visit';
import { listClasses } from './html-styles.ts';

/** Nests lists by their levels, and turns Word's paragraphs into lists. */
export function nestLists(tree: HastRoot): void {
  removeConditionalComments(tree);
  visit(tree, 'element', (node) => {
    convertWordItem(node);
  });
  visit(tree, (node) => {
    if ('children' in node) node.children = joinLevels(node.children as ElementContent[]) as never;
  });
}

/** `<!--[if !supportLists]-->` is meant for Word alone. */
function removeConditionalComments(tree: HastRoot): void {
  visit(tree, (node) => {
    if (!('children' in node)) return;
    node.children = (node.children as Nodes[]).filter(
      (child) => child.type !== 'comment' || !/^\s*\[(?:if|endif)\b/i.test(child.value),
    ) as never;
  });
}

/** Word: `<p style="mso-list:l0 level1 lfo1">`, with its mark in `<span style="mso-list:Ignore">`. */
function convertWordItem(node: Element): void {
  const [, level] = /\bmso-list\s*:\s*l\d+\s+level(\d)\b/.exec(String(node.properties.style ?? '')) ?? [];
  if (node.tagName !== 'p' || level === undefined) return;
  let mark = '';
  visit(node, 'element', (inner, index, parent) => {
    if (!/\bmso-list\s*:\s*Ignore\b/i.test(String(inner.properties.style ?? ''))) return;
    visit(inner, 'text', ({ value }) => {
      mark += value;
    });
    if (parent && index !== undefined) parent.children.splice(index, 1);
    return index;
  });
  const item: Element = { type: 'element', tagName: 'li', properties: {}, children: node.children };
  node.tagName = /[a-z\d][.)]/i.test(mark.trim()) ? 'ol' : 'ul';
  node.properties = { className: [`${LEVEL_CLASS}${Number(level) - 1}`] };
  node.children = [item];
}

const LEVEL_CLASS = 'lst-word-';

/** Google Docs: `<ul class="lst-kix_abc-1">` is a list at the second level. */
function getLevel(node: ElementContent): number | undefined {
  if (node.type !== 'element' || (node.tagName !== 'ul' && node.tagName !== 'ol')) return undefined;
  for (const name of listClasses(node)) {
    const [, level] = /^lst-[\w.]+-(\d)$/.exec(name) ?? [];
    if (level !== undefined) return Number(level);
  }
  return undefined;
}

function joinLevels(children: readonly ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = [];
  let open: { readonly level: number; readonly list: Element }[] = [];
  for (const child of children) {
    const level = getLevel(child);
    if (level === undefined || child.type !== 'element') {
      if (child.type !== 'text' || child.value.trim()) open = [];
      joined.push(child);
      continue;
    }
    open = open.filter((outer) => outer.level <= level);
    const outer = open.at(-1);
    const lastItem = outer?.list.children.findLast((item) => item.type === 'element');
    if (outer?.level === level && outer.list.tagName === child.tagName) {
      outer.list.children.push(...child.children);
    } else if (outer && outer.level < level && lastItem?.type === 'element') {
      lastItem.children.push(child);
      open.push({ level, list: child });
    } else {
      joined.push(child);
      open = [...open.filter((other) => other.level < level), { level, list: child }];
    }
  }
  return joined;
}
