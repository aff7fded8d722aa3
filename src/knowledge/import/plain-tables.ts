/** Tables whose cells contain more than a line of words, which Markdown cannot write. */
import type {
  BlockContent,
  List,
  ListItem,
  PhrasingContent,
  RootContent,
  Table,
  TableCell,
  TableRow,
} from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/**
 * A cell whose paragraphs, lines and items are words becomes one line. Each row of a table with code, quotations or
 * tables in a cell becomes an item, and each of its cells an item below it, led by its column's name.
 *
 * @param converted called for each table that was rewritten
 */
export function convertComplexTables(blocks: readonly RootContent[], converted: () => void): RootContent[] {
  return blocks.map((block) => {
    if (block.type === 'table') {
      block.children = block.children.map(toRow);
      for (const row of block.children) for (const cell of row.children) joinLines(cell);
      if (!block.children.some((row) => row.children.some(hasBlocks))) return block;
      converted();
      return toNestedList(block);
    }
    if ('children' in block) {
      block.children = convertComplexTables(block.children as RootContent[], converted) as never;
    }
    return block;
  });
}

/** HTML may hold what it likes in a table, a link around its rows for one. */
function toRow(row: TableRow | TableCell | RootContent): TableRow {
  if (row.type !== 'tableRow') return { type: 'tableRow', children: [toCell(row)] };
  return { ...row, children: row.children.map(toCell) };
}

function toCell(cell: TableCell | RootContent): TableCell {
  return cell.type === 'tableCell' ? cell : { type: 'tableCell', children: [cell as PhrasingContent] };
}

const BLOCK_TYPES = ['paragraph', 'heading', 'list', 'code', 'blockquote', 'table', 'thematicBreak', 'break'];

function hasBlocks(cell: TableCell): boolean {
  return cell.children.some(({ type }) => BLOCK_TYPES.includes(type));
}

/** Writes the paragraphs, lines and items of a cell on one line, if they are nothing but words. */
function joinLines(cell: TableCell): void {
  if (!hasBlocks(cell)) return;
  const lines = listLines(cell.children);
  if (!lines) return;
  const filled = lines.filter((line) => textOf(line).trim() || line.some(({ type }) => type === 'image'));
  cell.children = filled.flatMap((line, index): PhrasingContent[] =>
    index === 0 ? line : [{ type: 'text', value: getSeparator(filled[index - 1] ?? []) }, ...line],
  );
}

function getSeparator(line: readonly PhrasingContent[]): string {
  return /[.,;:!?…。]\s*$/.test(textOf(line as PhrasingContent[])) ? ' ' : '; ';
}

/** Returns undefined if a block is more than words. */
function listLines(nodes: readonly RootContent[]): PhrasingContent[][] | undefined {
  const lines: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'break') lines.push([]);
    else if (node.type === 'paragraph' || node.type === 'list') {
      const inner = node.type === 'paragraph' ? listLines(node.children) : listItemLines(node);
      if (!inner) return undefined;
      lines.push(...inner, []);
    } else if (BLOCK_TYPES.includes(node.type)) return undefined;
    else lines.at(-1)?.push(node as PhrasingContent);
  }
  return lines;
}

function listItemLines({ ordered, start, children }: List): PhrasingContent[][] | undefined {
  const lines: PhrasingContent[][] = [];
  for (const [index, item] of children.entries()) {
    const [first = [], ...others] = listLines(item.children)?.filter((line) => line.length > 0) ?? [];
    if (item.children.length > 1 || item.children.some(({ type }) => type !== 'paragraph')) return undefined;
    const box = typeof item.checked === 'boolean' ? (item.checked ? '☑ ' : '☐ ') : '';
    const mark = `${ordered ? `${(start ?? 1) + index}. ` : ''}${box}`;
    lines.push(mark ? [{ type: 'text', value: mark }, ...first] : first, ...others);
  }
  return lines;
}

function toNestedList(table: Table): List {
  const [head, ...rows] = table.children;
  const names = head?.children.map((cell) => textOf(cell).trim()) ?? [];
  // A table of one row has no names for its columns.
  const shown = rows.length > 0 ? rows : table.children;
  return createList(
    shown.map((row) =>
      createListItem([
        createList(
          row.children.flatMap((cell, column) => {
            const name = rows.length > 0 ? names[column] : '';
            const blocks = toBlocks(cell);
            if (blocks.length === 0) return [];
            const label: PhrasingContent = { type: 'text', value: `${name}: ` };
            const [first, ...rest] = blocks;
            if (!name) return [createListItem(blocks)];
            if (first?.type === 'paragraph') {
              return [createListItem([{ ...first, children: [label, ...first.children] }, ...rest])];
            }
            return [createListItem([{ type: 'paragraph', children: [label] }, ...blocks])];
          }),
        ),
      ]),
    ),
  );
}

/** Returns the content of a cell as blocks: words between blocks become paragraphs. */
function toBlocks(cell: TableCell): BlockContent[] {
  const blocks: BlockContent[] = [];
  let words: PhrasingContent[] = [];
  const flush = () => {
    if (textOf(words).trim()) blocks.push({ type: 'paragraph', children: words });
    words = [];
  };
  for (const child of cell.children) {
    if (child.type !== 'break' && BLOCK_TYPES.includes(child.type)) {
      flush();
      blocks.push(child as unknown as BlockContent);
    } else words.push(child);
  }
  flush();
  return blocks;
}

function createList(children: ListItem[]): List {
  return { type: 'list', ordered: false, spread: false, children };
}

function createListItem(children: ListItem['children']): ListItem {
  return { type: 'listItem', spread: false, children };
}
