/** The pages of Confluence's HTML export: what surrounds a page's own content is not a part of it. */
import type { Element, Root as HastRoot } from 'hast';
import { visit } from 'unist-util-visit';
import { listClasses } from './html-styles.ts';
import type { Fact } from './source-document.ts';

export interface PageFrame {
  /** The title, without the name of the space before it. */
  readonly title?: string | undefined;
  readonly facts: readonly Fact[];
  readonly remarks: readonly string[];
}

/** Takes the frame off a page, and reads the state of its tasks. Other pages stay as they are. */
export function removeConfluenceFrame(tree: HastRoot): PageFrame {
  let isExport = false;
  visit(tree, 'element', (node) => {
    isExport ||= /^(?:main-content|title-heading)$/.test(String(node.properties.id));
    if (listClasses(node).includes('inline-task-list')) addCheckboxes(node);
  });
  const frame = { title: undefined as string | undefined, facts: [] as Fact[], remarks: [] as string[] };
  if (!isExport) return frame;
  visit(tree, 'element', (node, index, parent) => {
    const part = findFramePart(node);
    if (part === undefined || !parent || index === undefined) return;
    const words = getText(node);
    if (part === 'title') frame.title = words.replace(/^[^:]{1,80}? : /, '');
    if (part === 'metadata') frame.facts.push({ name: 'page', values: [words] });
    if (part === 'navigation' && words) frame.remarks.push(`navigation removed: "${words}"`);
    parent.children.splice(index, 1);
    return index;
  });
  return frame;
}

function findFramePart(node: Element): 'title' | 'metadata' | 'navigation' | undefined {
  const id = String(node.properties.id ?? '');
  if (id === 'title-heading') return 'title';
  if (listClasses(node).includes('page-metadata')) return 'metadata';
  return /^(?:breadcrumb-section|breadcrumbs|footer)$/.test(id) ? 'navigation' : undefined;
}

function addCheckboxes(list: Element): void {
  for (const item of list.children) {
    if (item.type !== 'element' || item.tagName !== 'li' || hasCheckbox(item)) continue;
    const checked = listClasses(item).includes('checked');
    item.children.unshift(
      { type: 'element', tagName: 'input', properties: { type: 'checkbox', checked }, children: [] },
      { type: 'text', value: ' ' },
    );
  }
}

function hasCheckbox({ children }: Element): boolean {
  return children.some((child) => child.type === 'element' && child.tagName === 'input');
}

function getText(node: Element): string {
  const parts: string[] = [];
  visit(node, 'text', ({ value }) => {
    parts.push(value);
  });
  return parts
    .join(' ')
    .replace(/\s+(?=[\s,.;])/g, '')
    .trim();
}
