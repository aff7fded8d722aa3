/** A table of the text that the search indexes for the entries of a page, with weights, as `kb show` prints it. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { SearchDocument } from '../search/search-document.ts';
import { type TextBlock, toTextBlocks } from '../search/text-blocks.ts';

export function createIndexedTextPanel(documents: readonly SearchDocument[]): Element {
  return h('details', { className: ['check-search'] }, [
    h('summary', 'Indexed text'),
    ...documents.flatMap(createDocumentTable),
  ]);
}

function createDocumentTable(document: SearchDocument): Element[] {
  const filters = Object.entries(document.filters).filter(([, values]) => values.length > 0);
  return [
    h('h2', `${document.kind} ${document.id}`),
    h(
      'ul',
      filters.map(([name, values]) => h('li', `filter ${name}: ${values.join(', ')}`)),
    ),
    h('table', [
      h('thead', [h('tr', [h('th', { scope: 'col' }, 'Weight'), h('th', { scope: 'col' }, 'Text')])]),
      h('tbody', toTextBlocks(document).map(createRow)),
    ]),
  ];
}

function createRow({ type, text, weight, anchor }: TextBlock): Element {
  const where = type === 'text' ? [] : [h('span', `${type}${anchor ? ` #${anchor}` : ''}`), ' '];
  return h('tr', { className: [type] }, [h('td', `×${weight}`), h('td', [...where, text])]);
}
