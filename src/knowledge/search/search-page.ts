/** A search document as the HTML that Pagefind reads; nobody else sees it. */
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { createAddresses } from '../source/addresses.ts';
import { type Block, blocksOf } from './blocks.ts';
import { joinList } from './page-meta.ts';
import type { SearchDocument } from './search-document.ts';

/** Addresses in the index have no prefix: Pagefind puts that of the site before them when it answers. */
const addresses = createAddresses('/');

export interface SearchPage {
  readonly url: string;
  readonly content: string;
}

export function searchPage(document: SearchDocument): SearchPage {
  const { kind, id, title, filters } = document;
  const page = h('html', { lang: 'en' }, [
    h('body', { dataPagefindBody: '' }, [
      ...Object.entries(metaOf(document)).flatMap(([name, value]) =>
        value ? [hidden({ dataPagefindMeta: `${name}:${value}` })] : [],
      ),
      ...Object.entries(filters).flatMap(([name, values]) =>
        values.map((value) => hidden({ dataPagefindFilter: `${name}:${value}` })),
      ),
      h('h1', { dataPagefindMeta: 'title', dataPagefindWeight: '7' }, title),
      ...blocksOf(document).slice(1).map(blockElement),
    ]),
  ]);
  return { url: addresses.of({ kind, id }), content: `<!doctype html>${toHtml(page)}` };
}

/** What an answer says of the page without a look at its text; titles, names and signals are searched in too. */
function metaOf(document: SearchDocument): Record<string, string | undefined> {
  const { kind, id, aliases, signals, date, severity, worked, evidence, checklist } = document;
  return {
    kind,
    id,
    aliases: joinList(aliases),
    signals: joinList(signals),
    date,
    severity,
    worked,
    checklist,
    evidence: evidence ? String(evidence) : undefined,
  };
}

function blockElement({ type, text, weight, anchor }: Block) {
  if (type === 'heading') return h('h2', anchor ? { id: anchor } : {}, text);
  return h('p', weight === 1 ? {} : { dataPagefindWeight: String(weight) }, text);
}

/** Read by Pagefind from its attributes; it has no text of its own. */
function hidden(properties: Record<string, string>) {
  return h('span', properties);
}
