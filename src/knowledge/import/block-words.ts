/** Reads the blocks of a section as one text for each paragraph, item or row. */
import type { RootContent } from 'mdast';
import { hasStruckWords, isPlaceholder, isPlainParagraph, toPlainWords } from './plain-words.ts';

/** Returns the words of each paragraph, item and row, without headings and the first row of a table. */
export function listWords(blocks: readonly RootContent[]): string[] {
  return blocks.flatMap((block): string[] => {
    if (block.type === 'heading') return [];
    if (block.type === 'list') return block.children.map((item) => toPlainWords(item)).filter(Boolean);
    if (block.type === 'blockquote') return listWords(block.children);
    if (block.type === 'table')
      return block.children.slice(1).map((row) =>
        row.children
          .map((cell) => toPlainWords(cell))
          .filter(Boolean)
          .join(' - '),
      );
    return block.type === 'paragraph' ? [toPlainWords(block)].filter(Boolean) : [];
  });
}

/** Returns the words of each item and row or, without lists and tables, of each paragraph. */
export function listItemWords(blocks: readonly RootContent[]): string[] {
  const lists = blocks.filter(({ type }) => type === 'list' || type === 'table');
  return listWords(lists.length > 0 ? lists : blocks);
}

/** Returns the items of the only list of a section, if each is one line of words. */
export function readPlainList([list, ...others]: readonly RootContent[]): string[] | undefined {
  if (list?.type !== 'list' || others.length > 0 || list.children.length === 0) return undefined;
  const texts = list.children.map((item) => {
    const [paragraph, ...more] = item.children;
    return paragraph && more.length === 0 && isPlainParagraph(paragraph) ? toPlainWords(paragraph) : '';
  });
  const isPlain = texts.every((text) => text !== '' && !isPlaceholder(text) && !/^none\.?$/i.test(text));
  return isPlain && !list.children.some(hasStruckWords) ? texts : undefined;
}
