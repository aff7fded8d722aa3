/** A search document as the HTML that Pagefind reads; nobody else sees it. */
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { createAddresses } from './addresses.ts';
import type { SearchDocument } from './search-document.ts';

/** Addresses in the index have no prefix: Pagefind puts that of the site before them when it answers. */
const addresses = createAddresses('/');

export interface SearchPage {
  readonly url: string;
  readonly content: string;
}

export function searchPage(document: SearchDocument): SearchPage {
  const { kind, id, title, summary, aliases, signals, sections, filters } = document;
  const meta = { kind, summary, date: document.date, severity: document.severity, worked: document.worked };
  const page = h('html', { lang: 'en' }, [
    h('body', { dataPagefindBody: '' }, [
      h('h1', { dataPagefindMeta: 'title', dataPagefindWeight: '7' }, title),
      ...Object.entries(meta).flatMap(([name, value]) =>
        value ? [hidden({ dataPagefindMeta: `${name}:${value}` })] : [],
      ),
      ...Object.entries(filters).flatMap(([name, values]) =>
        values.map((value) => hidden({ dataPagefindFilter: `${name}:${value}` })),
      ),
      h('p', { dataPagefindWeight: '3' }, summary),
      h('p', { dataPagefindWeight: '5' }, aliases.join('. ')),
      ...(signals.length > 0
        ? [h('h2', { id: 'signals' }, 'What was seen'), h('div', { dataPagefindWeight: '5' }, lines(signals))]
        : []),
      ...sections.flatMap((section) => [
        ...(section.title ? [h('h2', section.anchor ? { id: section.anchor } : {}, section.title)] : []),
        ...lines(section.text.split('\n')),
      ]),
    ]),
  ]);
  return { url: addresses.of({ kind, id }), content: `<!doctype html>${toHtml(page)}` };
}

/** Read by Pagefind from its attributes; it has no text of its own. */
function hidden(properties: Record<string, string>) {
  return h('span', properties);
}

function lines(texts: readonly string[]) {
  return texts.map((text) => h('p', text));
}
