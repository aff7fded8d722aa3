/**
 * A page of HTML, as Confluence ("Export space", `<title>Space : Page</title>`) and Google Docs ("Web Page") write
 * them, or any other.
 */
import type { Element, Root as HastRoot } from 'hast';
import { visit } from 'unist-util-visit';
import type { Fact, Foreign, ForeignFile } from './foreign.ts';
import { markdownOfHtml, parseHtml } from './html-markup.ts';

export function readHtml(file: ForeignFile): Foreign {
  const tree = parseHtml(file.text);
  const facts: Fact[] = [];
  const remarks: string[] = [];
  const title = titleOf(tree);
  if (title) facts.push({ name: 'title', values: [title], target: 'title' });
  visit(tree, 'element', (node) => {
    facts.push(...metaFact(node));
    if (node.tagName === 'link' && relOf(node) === 'canonical') {
      facts.push({ name: 'canonical', values: [String(node.properties.href)], target: 'source.url' });
    }
    if (node.tagName === 'script' && node.children.length > 0) remarks.push('`<script>` left out');
  });
  return {
    format: 'html',
    name: file.path,
    source: file.text,
    facts,
    events: [],
    body: markdownOfHtml(tree),
    remarks: [...new Set(remarks)],
  };
}

/** The title of the page, without the space that Confluence puts before it where the page says it by itself. */
function titleOf(tree: HastRoot): string | undefined {
  let title = '';
  let heading = '';
  visit(tree, 'element', (node) => {
    if (node.tagName === 'title' && !title) title = textOf(node);
    if (node.tagName === 'h1' && !heading) heading = textOf(node);
  });
  return heading && title.endsWith(heading) ? heading : title || heading || undefined;
}

/** What a page says of itself in its head; how it wants to be shown is no fact. */
function metaFact({ tagName, properties }: Element): Fact[] {
  if (tagName !== 'meta' || !properties.name || !properties.content) return [];
  const name = String(properties.name);
  if (
    /^(?:viewport|theme-color|generator|robots|referrer|color-scheme)$|verification|^msapplication/i.test(
      name,
    )
  )
    return [];
  const target = META[name.toLowerCase()];
  const content = String(properties.content);
  return [{ name, values: target === 'vocabulary' ? content.split(/\s*,\s*/) : [content], target }];
}

const META: Record<string, Fact['target']> = {
  description: 'summary',
  keywords: 'vocabulary',
  date: 'source.published',
};

function relOf({ properties }: Element): string {
  return Array.isArray(properties.rel) ? properties.rel.join(' ') : String(properties.rel ?? '');
}

function textOf(element: Element): string {
  const parts: string[] = [];
  visit(element, 'text', ({ value }) => {
    parts.push(value);
  });
  return parts.join('').replace(/\s+/g, ' ').trim();
}
