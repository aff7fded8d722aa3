/** A page as its author sees it in `npm run dev`: with what the check says about its file, and what a search reads. */
import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { formatCount } from '../schema/labels.ts';
import type { SearchDocument } from '../search/search-document.ts';
import type { Addresses } from '../source/addresses.ts';
import type { DocumentFile } from '../source/document-file.ts';
import type { Problem } from '../source/problem.ts';
import { createIndexedTextPanel } from './indexed-text-panel.ts';
import { ProblemLocator } from './problem-locator.ts';
import { createMessageElement } from './problem-message.ts';

export interface Preview {
  readonly file: DocumentFile;
  /** The problems that the check reports in the file. */
  readonly problems: readonly Problem[];
  /** The text of the entries in the file that the search reads. */
  readonly documents: readonly SearchDocument[];
  readonly addresses: Addresses;
  /** The address of the style sheet of what is added. */
  readonly styleSheet: string;
}

/** @param html the page of an entry, its body rendered with the lines of its blocks */
export function renderPreviewPage(html: string, preview: Preview): string {
  const page = fromHtml(html);
  const main = findElement(page, 'main');
  const article = findElement(page, 'article');
  if (!main || !article) return html;
  const { problems } = preview;
  const listed = insertMessages(article, problems, preview);
  main.children.unshift(createCheckBar(listed, problems, preview));
  const head = findElement(page, 'head');
  head?.children.push(h('link', { rel: 'stylesheet', href: preview.styleSheet }));
  return toHtml(page);
}

/** Puts every message next to the element it is about, and returns list items that link to the messages. */
function insertMessages(article: Element, problems: readonly Problem[], preview: Preview): Element[] {
  const { addresses, file } = preview;
  const places = new ProblemLocator(article, file);
  const parents = indexParents(article);
  const behind = new Map<Element, Element>();
  // Places are looked for before anything is put in, so that no message is taken for what it is about.
  const targets = problems.map((problem) => findTableWrapper(places.locate(problem), parents));
  for (const [index, problem] of problems.entries()) {
    const message = createMessageElement(problem, addresses.rule(problem.rule));
    message.properties.id = getMessageId(index);
    const target = targets[index] ?? article;
    const parent = parents.get(target);
    if (CONTAINER_TAGS.has(target.tagName) || !parent) target.children.push(message);
    else {
      const after = behind.get(target) ?? target;
      parent.children.splice(parent.children.indexOf(after) + 1, 0, message);
      behind.set(target, message);
    }
  }
  return problems.map((problem, index) => {
    const { severity, path, message, rule, line, column } = problem;
    const words = message.replaceAll('`', '');
    return h('li', { className: [severity] }, [
      h('a', { href: `#${getMessageId(index)}` }, `${path}:${line}:${column}`),
      ' ',
      words,
      ' ',
      h('a', { href: addresses.rule(rule) }, rule),
    ]);
  });
}

/** Elements whose messages go inside them and not after them. */
const CONTAINER_TAGS = new Set(['li', 'dd', 'td', 'th', 'header', 'article']);

function getMessageId(index: number): string {
  return `check-message-${index + 1}`;
}

/** Between the rows of a table nothing else may stand. */
function findTableWrapper(element: Element, parents: ReadonlyMap<Element, Element>): Element {
  if (element.tagName !== 'tr') return element;
  let around: Element | undefined = element;
  while (around && around.properties.role !== 'group') around = parents.get(around);
  return around ?? element;
}

function createCheckBar(listed: readonly Element[], problems: readonly Problem[], preview: Preview): Element {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const tone = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'fine';
  const words =
    problems.length === 0
      ? 'No problems found'
      : `${formatCount(errors, 'error')}, ${formatCount(warnings, 'warning')}`;
  const title = [h('strong', words), ' ', h('span', preview.file.path)];
  return h('aside', { className: ['check-bar', tone], ariaLabel: 'What the check says' }, [
    listed.length > 0
      ? h('details', [h('summary', title), h('ol', [...listed])])
      : h('p', { className: ['check-fine'] }, title),
    createIndexedTextPanel(preview.documents),
  ]);
}

function findElement(page: Root, name: string): Element | undefined {
  let found: Element | undefined;
  visit(page, 'element', (element) => {
    if (!found && element.tagName === name) found = element;
  });
  return found;
}

function indexParents(root: Element): Map<Element, Element> {
  const parents = new Map<Element, Element>();
  visit(root as Nodes, 'element', (element, _, parent) => {
    if (parent?.type === 'element') parents.set(element, parent);
  });
  return parents;
}
