/** Tables of HTML whose heads are at the left, or that mark no heads at all. */
import type { Element, ElementContent, Root as HastRoot } from 'hast';
import { visit } from 'unist-util-visit';
import { isColumnName } from './column-names.ts';

/**
 * A table of two columns with its heads at the left becomes a list of names and values. In Markdown, heads are in the
 * first row only.
 */
export function arrangeTables(tree: HastRoot): void {
  visit(tree, 'element', (node) => {
    if (node.tagName === 'table') arrangeTable(node);
  });
}

/** Returns the number of cells of a table whose rows are all as long as the longest. Wide and high cells are several. */
export function countTableCells(table: Element): number {
  const rows = listRows(table);
  const changes = rows.map(() => 0);
  for (const [index, row] of rows.entries()) {
    for (const cell of row) {
      const width = getSpan(cell, 'colSpan');
      const end = index + getSpan(cell, 'rowSpan');
      changes[index] = (changes[index] ?? 0) + width;
      if (end < rows.length) changes[end] = (changes[end] ?? 0) - width;
    }
  }
  let width = 0;
  let maxWidth = 0;
  for (const change of changes) {
    width += change;
    maxWidth = Math.max(maxWidth, width);
  }
  return rows.length * maxWidth;
}

function getSpan({ properties }: Element, name: 'colSpan' | 'rowSpan'): number {
  return Math.max(1, Number.parseInt(String(properties[name] ?? 1), 10) || 1);
}

function arrangeTable(table: Element): void {
  const rows = listRows(table);
  const [head = []] = rows;
  if (rows.length > 0 && rows.every(isHeadedAtLeft)) {
    const isProperties = rows.every((row) => row.length === 2);
    if (isProperties) Object.assign(table, createPropertyList(rows));
    else for (const [first] of rows) Object.assign(first ?? {}, { tagName: 'td' });
  } else if (rows.length > 1 && !rows.flat().some(isHeadCell) && head.every(looksLikeHead)) {
    for (const cell of head) cell.tagName = 'th';
  }
}

function isHeadedAtLeft([first, ...others]: readonly Element[]): boolean {
  return first !== undefined && isHeadCell(first) && !others.some(isHeadCell);
}

function isHeadCell({ tagName }: Element): boolean {
  return tagName === 'th';
}

/** Returns the cells of each row, not those of tables in it. */
function listRows(table: Element): Element[][] {
  return listElements(table).flatMap((part) => {
    if (part.tagName === 'tr') return [listCells(part)];
    if (!/^t(?:head|body|foot)$/.test(part.tagName)) return [];
    return listElements(part).flatMap((row) => (row.tagName === 'tr' ? [listCells(row)] : []));
  });
}

function listCells(row: Element): Element[] {
  return listElements(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
}

function listElements({ children }: Element): Element[] {
  return children.filter((child) => child.type === 'element');
}

/** Google Docs writes its heads as cells in bold, or like any other. */
function looksLikeHead(cell: Element): boolean {
  const words = getText(cell).trim();
  if (words === '') return false;
  let bold = '';
  visit(cell, 'element', (node) => {
    if (node.tagName === 'strong' || node.tagName === 'b') bold += getText(node);
  });
  return bold.trim() === words || isColumnName(words);
}

function getText(node: Element): string {
  let words = '';
  visit(node, 'text', ({ value }) => {
    words += value;
  });
  return words;
}

function createPropertyList(rows: readonly (readonly Element[])[]): Element {
  return createElement(
    'ul',
    rows.map(([name, value]) => {
      const words = name ? getText(name).trim() : '';
      const label = createElement('strong', [
        { type: 'text', value: words.endsWith(':') ? words : `${words}:` },
      ]);
      const [only, ...others] = (value?.children ?? []).filter(
        (child) => child.type !== 'text' || child.value.trim(),
      );
      const isParagraph = only?.type === 'element' && only.tagName === 'p' && others.length === 0;
      const content = isParagraph ? only.children : (value?.children ?? []);
      return createElement('li', [label, { type: 'text', value: ' ' }, ...content]);
    }),
  );
}

function createElement(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}
