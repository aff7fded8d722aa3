/** Tables whose cells hold more than a line of words, which Markdown cannot write. */
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
 * Each row of such a table becomes an item, and each of its cells an item below it, led by its column's name.
 *
 * @param converted called for each table that was rewritten
 */
export function convertComplexTables(blocks: readonly RootContent[], converted: () => void): RootContent[] {
  return blocks.map((block) => {
    if (block.type === 'table') {
      block.children = block.children.map(toRow);
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
