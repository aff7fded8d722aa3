/** Converts a search document to the HTML that Pagefind reads. It is not part of the site. */
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { createAddresses } from '../source/addresses.ts';
import { separateCjk } from './cjk.ts';
import { joinList } from './meta-list.ts';
import type { SearchDocument } from './search-document.ts';
import { type TextBlock, toIndexedText, toTextBlocks } from './text-blocks.ts';

/** Addresses in the index have no prefix: Pagefind adds the prefix of the site to its results. */
const addresses = createAddresses('/');

export interface PagefindPage {
  readonly url: string;
  readonly content: string;
}

export function createPagefindPage(document: SearchDocument): PagefindPage {
  const { kind, id, title, filters } = document;
  const page = h('html', { lang: 'en' }, [
    h('body', { dataPagefindBody: '' }, [
      ...Object.entries(getMeta(document)).flatMap(([name, value]) =>
        value ? [createHiddenElement({ dataPagefindMeta: `${name}:${value}` })] : [],
      ),
      ...Object.entries(filters).flatMap(([name, values]) =>
        values.map((value) => createHiddenElement({ dataPagefindFilter: `${name}:${value}` })),
      ),
      h('h1', { dataPagefindWeight: '7' }, toIndexedText(title)),
      ...toTextBlocks(document).slice(1).map(createBlockElement),
    ]),
  ]);
  return { url: addresses.entry({ kind, id }), content: `<!doctype html>${toHtml(page)}` };
}

/** Returns the facts that a result has before its text is loaded; titles, names and signals are also searched. */
function getMeta(document: SearchDocument): Record<string, string | undefined> {
  const { kind, id, title, aliases, signals, owner, date, severity, evidence, checklist, marks } = document;
  const { worked, worsened, steps = [] } = document;
  return {
    title: separateCjk(title),
    kind,
    id,
    aliases: separateCjk(joinList(aliases)),
    signals: separateCjk(joinList(signals)),
    owner,
    date,
    severity,
    worked,
    worsened,
    steps: joinList(steps),
    checklist,
    marks: marks?.join(' '),
    evidence: evidence ? String(evidence) : undefined,
  };
}

function createBlockElement({ type, text, weight, anchor }: TextBlock) {
  const indexed = toIndexedText(text);
  const id = anchor ? { id: anchor } : {};
  if (type === 'heading') return h('h2', id, indexed);
  return h('p', weight === 1 ? id : { ...id, dataPagefindWeight: String(weight) }, indexed);
}

/** Pagefind reads the attributes of the element; it has no text. */
function createHiddenElement(properties: Record<string, string>) {
  return h('span', properties);
}
