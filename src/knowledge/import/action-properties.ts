/** Reads the lines below an action that say one thing about it each: "Owner: database team", "Due: 2024-10-18". */
import type { RootContent } from 'mdast';
import { type ColumnMeaning, findColumnMeaning } from './column-names.ts';
import { splitLines } from './paragraph-lines.ts';
import { toPlainWords } from './plain-words.ts';

export type ActionProperties = ReadonlyMap<ColumnMeaning | 'other', string>;

const MEANINGS: ReadonlySet<ColumnMeaning | undefined> = new Set([
  'owner',
  'due',
  'status',
  'ticket',
  'type',
]);
/** Names that trackers and Org add, and that no field of an action has. */
const OTHER_NAMES =
  /^(?:priority|severity|closed|closed (?:at|on)|scheduled|created|updated|effort|estimate|labels?|tags?|dates?|component|project|category|customer impact|notes?|comments?|verification|priorität|priorité|prioridad|prioridade|優先度)$/i;

/** Returns what the lines of blocks say about an action; undefined if one of the lines is none of these. */
export function readActionProperties(blocks: readonly RootContent[]): ActionProperties | undefined {
  const lines = blocks.flatMap(listLines);
  const properties = new Map<ColumnMeaning | 'other', string>();
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^:：]{2,30}?)\s*[:：]\s*(.*)$/.exec(line) ?? [];
    const meaning = findColumnMeaning(name);
    const key = meaning !== undefined && MEANINGS.has(meaning) ? meaning : OTHER_NAMES.test(name) && 'other';
    if (!key) return undefined;
    if (!properties.has(key)) properties.set(key, value);
  }
  return properties.size > 0 ? properties : undefined;
}

/** Returns each line of a block. A block that is neither a list, a table nor a paragraph is a line that says nothing. */
function listLines(block: RootContent): string[] {
  if (block.type === 'list') {
    return block.children.flatMap((item) => item.children.flatMap((inner) => listLines(inner)));
  }
  if (block.type === 'table') {
    return block.children
      .map(({ children }) => children.map((cell) => toPlainWords(cell)))
      .filter((cells) => cells.join('') !== '')
      .map(([name = '', ...values]) => `${name.replace(/\s*[:：]$/, '')}: ${values.join(' ')}`);
  }
  if (block.type !== 'paragraph') return [''];
  return splitLines(block.children)
    .map((children) => toPlainWords({ type: 'paragraph', children }))
    .flatMap((line) => line.split(/\s+[|·]\s+/));
}
