/**
 * A page of HTML, as Confluence ("Export space", `<title>Space : Page</title>`) and Google Docs ("Web Page") write
 * them, or any other.
 */
import type { Element, Root as HastRoot } from 'hast';
import { EXIT, visit } from 'unist-util-visit';
import { removeConfluenceFrame } from './confluence-page.ts';
import { listClasses } from './html-styles.ts';
import { htmlToMarkdown, parseHtml } from './html-to-markdown.ts';
import { removeMediawikiFrame } from './mediawiki-frame.ts';
import type { Fact, SourceDocument, SourceFile } from './source-document.ts';
import type { SourceSample } from './source-sample.ts';

/** A page that starts as one, or that contains elements of Confluence's storage format. */
export function recognizesHtml({ text = '' }: SourceSample): boolean {
  return (
    /^\s*(?:<\?xml\b[^>]*>\s*)?(?:<!--[\s\S]{0,1000}?-->\s*)*<(?:!doctype html|html|head|body)\b/i.test(
      text,
    ) || /^\s*<[\s\S]*<(?:ac|ri):[a-z]/.test(text)
  );
}

export function readHtml(file: SourceFile): SourceDocument {
  const tree = parseHtml(file.text);
  const frame = removeConfluenceFrame(tree);
  const facts: Fact[] = [];
  const remarks: string[] = [...frame.remarks];
  if (removeMediawikiFrame(tree)) remarks.push('the table of contents and links of the wiki removed');
  const title = frame.title || takeTitleParagraph(tree) || findTitle(tree);
  if (title) facts.push({ name: 'title', values: [title], target: 'title' });
  visit(tree, 'element', (node) => {
    facts.push(...readMetaFact(node));
    if (node.tagName === 'link' && getRel(node) === 'canonical') {
      facts.push({ name: 'canonical', values: [String(node.properties.href)], target: 'source.url' });
    }
    if (node.tagName === 'script' && node.children.length > 0) remarks.push('`<script>` removed');
  });
  facts.push(...frame.facts);
  return {
    format: 'html',
    name: file.path,
    source: file.text,
    facts,
    events: [],
    body: htmlToMarkdown(tree),
    remarks: [...new Set(remarks)],
  };
}

/** Takes the title out of a page of Google Docs, where it is a paragraph with a class of its own. */
function takeTitleParagraph(tree: HastRoot): string | undefined {
  let title: string | undefined;
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'p' || !listClasses(node).includes('title') || !parent || index === undefined)
      return;
    title = getElementText(node);
    if (!title) return;
    parent.children.splice(index, 1);
    return EXIT;
  });
  return title;
}

/** The title of the page, without the name of the site before or after it if the page has a heading without it. */
function findTitle(tree: HastRoot): string | undefined {
  let title = '';
  let heading = '';
  visit(tree, 'element', (node) => {
    if (node.tagName === 'title' && !title) title = getElementText(node);
    if (node.tagName === 'h1' && !heading) heading = getElementText(node);
  });
  const isPart = heading !== '' && (title.startsWith(heading) || title.endsWith(heading));
  return (isPart ? heading : title || heading) || undefined;
}

/** Reads the metadata in the head of a page. Metadata about how to display it is not a fact. */
function readMetaFact({ tagName, properties }: Element): Fact[] {
  if (tagName !== 'meta' || !properties.name || !properties.content) return [];
  const name = String(properties.name);
  if (
    /^(?:viewport|theme-color|generator|robots|referrer|color-scheme)$|verification|^msapplication/i.test(
      name,
    )
  )
    return [];
  const target = META_TARGETS[name.toLowerCase()];
  const content = String(properties.content);
  return [{ name, values: target === 'vocabulary' ? content.split(/\s*,\s*/) : [content], target }];
}

const META_TARGETS: Record<string, Fact['target']> = {
  description: 'summary',
  keywords: 'vocabulary',
  date: 'source.published',
};

function getRel({ properties }: Element): string {
  return Array.isArray(properties.rel) ? properties.rel.join(' ') : String(properties.rel ?? '');
}

function getElementText(element: Element): string {
  const parts: string[] = [];
  visit(element, 'text', ({ value }) => {
    parts.push(value);
  });
  return parts.join('').replace(/\s+/g, ' ').trim();
}
