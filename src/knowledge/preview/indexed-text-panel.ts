/** What a search reads of a page's entries, and how much each part counts: what `kb indexed` prints, as a table. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { SearchDocument } from '../search/search-document.ts';
import { type TextBlock, toTextBlocks } from '../search/text-blocks.ts';

export function createIndexedTextPanel(documents: readonly SearchDocument[]): Element {
  return h('details', { className: ['check-search'] }, [
    h('summary', 'What the search reads'),
    ...documents.flatMap(createDocumentTable),
  ]);
}

function createDocumentTable(document: SearchDocument): Element[] {
  const chosen = Object.entries(document.filters).filter(([, values]) => values.length > 0);
  return [
    h('h2', `${document.kind} ${document.id}`),
    h(
      'ul',
      chosen.map(([name, values]) => h('li', `narrowed by ${name}: ${values.join(', ')}`)),
    ),
    h('table', [
      h('thead', [h('tr', [h('th', { scope: 'col' }, 'Counts'), h('th', { scope: 'col' }, 'Text')])]),
      h('tbody', toTextBlocks(document).map(createRow)),
    ]),
  ];
}

function createRow({ type, text, weight, anchor }: TextBlock): Element {
  const where = type === 'text' ? [] : [h('span', `${type}${anchor ? ` #${anchor}` : ''}`), ' '];
  return h('tr', { className: [type] }, [h('td', `×${weight}`), h('td', [...where, text])]);
}
