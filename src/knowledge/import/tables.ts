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
export function withPlainTables(blocks: readonly RootContent[], converted: () => void): RootContent[] {
  return blocks.map((block) => {
    if (block.type === 'table') {
      block.children = block.children.map(asRow);
      if (!block.children.some((row) => row.children.some(holdsBlocks))) return block;
      converted();
      return listOfRows(block);
    }
    if ('children' in block) {
      block.children = withPlainTables(block.children as RootContent[], converted) as never;
    }
    return block;
  });
}

/** HTML may hold what it likes in a table, a link around its rows for one. */
function asRow(row: TableRow | TableCell | RootContent): TableRow {
  if (row.type !== 'tableRow') return { type: 'tableRow', children: [asCell(row)] };
  return { ...row, children: row.children.map(asCell) };
}

function asCell(cell: TableCell | RootContent): TableCell {
  return cell.type === 'tableCell' ? cell : { type: 'tableCell', children: [cell as PhrasingContent] };
}

const BLOCKS = ['paragraph', 'heading', 'list', 'code', 'blockquote', 'table', 'thematicBreak', 'break'];

function holdsBlocks(cell: TableCell): boolean {
  return cell.children.some(({ type }) => BLOCKS.includes(type));
}

function listOfRows(table: Table): List {
  const [head, ...rows] = table.children;
  const names = head?.children.map((cell) => textOf(cell).trim()) ?? [];
  // A table of one row has no names for its columns.
  const shown = rows.length > 0 ? rows : table.children;
  return list(
    shown.map((row) =>
      item([
        list(
          row.children.flatMap((cell, column) => {
            const name = rows.length > 0 ? names[column] : '';
            const blocks = blocksOf(cell);
            if (blocks.length === 0) return [];
            const label: PhrasingContent = { type: 'text', value: `${name}: ` };
            const [first, ...rest] = blocks;
            if (!name) return [item(blocks)];
            if (first?.type === 'paragraph') {
              return [item([{ ...first, children: [label, ...first.children] }, ...rest])];
            }
            return [item([{ type: 'paragraph', children: [label] }, ...blocks])];
          }),
        ),
      ]),
    ),
  );
}

/** What stands in a cell as blocks: its words between blocks become paragraphs. */
function blocksOf(cell: TableCell): BlockContent[] {
  const blocks: BlockContent[] = [];
  let words: PhrasingContent[] = [];
  const flush = () => {
    if (textOf(words).trim()) blocks.push({ type: 'paragraph', children: words });
    words = [];
  };
  for (const child of cell.children) {
    if (child.type !== 'break' && BLOCKS.includes(child.type)) {
      flush();
      blocks.push(child as unknown as BlockContent);
    } else words.push(child);
  }
  flush();
  return blocks;
}

function list(children: ListItem[]): List {
  return { type: 'list', ordered: false, spread: false, children };
}

function item(children: ListItem['children']): ListItem {
  return { type: 'listItem', spread: false, children };
}
