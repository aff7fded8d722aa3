/**
 * Confluence's storage format (confluence.atlassian.com/doc/confluence-storage-format-790796544.html) as HTML: its
 * macros, tasks, pictures and links are elements in the namespaces `ac:` and `ri:`.
 */
import type { Element, ElementContent, Root as HastRoot } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** Returns text that a parser of HTML reads as it is meant: without CDATA, and with every element closed. */
export function prepareStorageFormat(html: string): string {
  if (!/<(?:ac|ri):/.test(html)) return html;
  return html
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) => escapeText(text))
    .replace(/<((?:ac|ri):[\w-]+)((?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/>/g, '<$1$2></$1>');
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function convertStorageFormat(tree: HastRoot): void {
  visit(tree, 'element', (node, index, parent) => {
    const convert = CONVERTERS[node.tagName];
    if (!convert || !parent || index === undefined) return;
    parent.children.splice(index, 1, ...(convert(node) as never[]));
    return [SKIP, index];
  });
}

type Converter = (node: Element) => ElementContent[];

const PANELS: Readonly<Record<string, string>> = {
  info: 'Info',
  note: 'Note',
  warning: 'Warning',
  tip: 'Tip',
  panel: '',
};

const CONVERTERS: Readonly<Record<string, Converter>> = {
  'ac:structured-macro': convertMacro,
  'ac:macro': convertMacro,
  'ac:task-list': (node) => [createElement('ul', node.children)],
  'ac:task': (node) => {
    const checked = getText(findChild(node, 'ac:task-status')).trim() === 'complete';
    const box: Element = {
      type: 'element',
      tagName: 'input',
      properties: { type: 'checkbox', checked, disabled: true },
      children: [],
    };
    const body = findChild(node, 'ac:task-body')?.children ?? [];
    return [createElement('li', [box, createText(' '), ...body])];
  },
  'ac:image': (node) => [
    {
      type: 'element',
      tagName: 'img',
      properties: {
        src: getResource(node),
        alt: getAttribute(node, 'ac:alt') || getAttribute(node, 'ac:title') || getText(node).trim(),
      },
      children: [],
    },
  ],
  'ac:link': (node) => {
    const target = getResource(node);
    const body = findChild(node, 'ac:plain-text-link-body') ?? findChild(node, 'ac:link-body');
    const words = body?.children ?? [createText(target || getText(node))];
    if (target === '') return words;
    return [{ type: 'element', tagName: 'a', properties: { href: target }, children: words }];
  },
  'ac:emoticon': (node) => [
    createText(getAttribute(node, 'ac:emoji-fallback') || `:${getAttribute(node, 'ac:name')}:`),
  ],
  'ac:placeholder': (node) => [createElement('em', node.children)],
  'ac:layout': unwrap('div'),
  'ac:layout-section': unwrap('div'),
  'ac:layout-cell': unwrap('div'),
  'ac:rich-text-body': unwrap('div'),
  'ac:inline-comment-marker': unwrap('span'),
};

function unwrap(tagName: string): Converter {
  return (node) => [createElement(tagName, node.children)];
}

function convertMacro(node: Element): ElementContent[] {
  const name = getAttribute(node, 'ac:name');
  const parameters = new Map(
    listChildren(node, 'ac:parameter').map((parameter) => [
      getAttribute(parameter, 'ac:name'),
      getText(parameter).trim() || getResource(parameter),
    ]),
  );
  const title = parameters.get('title') ?? '';
  const code = findChild(node, 'ac:plain-text-body');
  const body = findChild(node, 'ac:rich-text-body');
  const heading = title ? [createElement('p', [createElement('strong', [createText(title)])])] : [];
  if (code) {
    const language = parameters.get('language');
    const properties = language ? { className: [`language-${language}`] } : {};
    const inner: Element = {
      type: 'element',
      tagName: 'code',
      properties,
      children: [createText(getText(code))],
    };
    return [...heading, createElement('pre', [inner])];
  }
  if (body && Object.hasOwn(PANELS, name)) {
    const label = [PANELS[name], title].filter(Boolean).join(': ');
    const first = label ? [createElement('p', [createElement('strong', [createText(label)])])] : [];
    return [createElement('blockquote', [...first, ...body.children])];
  }
  if (body) return [...heading, createElement('div', body.children)];
  if (name === 'status') return [createText(title)];
  // Nothing but where to build a list from other pages.
  if (OMITTED_MACROS.includes(name)) return [];
  const key = parameters.get('key');
  if (name === 'jira' && key) return [createText(key)];
  const values = [...parameters].map(([parameter, value]) => (parameter ? `${parameter}: ${value}` : value));
  return [createText(`(${[name, ...values].filter(Boolean).join(', ')})`)];
}

const OMITTED_MACROS = ['toc', 'anchor', 'children', 'contentbylabel', 'pagetree', 'recently-updated'];

/** Returns the address or the name of what an image or a link shows. */
function getResource(node: Element): string {
  for (const name of [
    'ri:value',
    'ri:filename',
    'ri:content-title',
    'ri:userkey',
    'ri:account-id',
    'ri:space-key',
  ]) {
    let found = '';
    visit(node, 'element', (inner) => {
      if (inner.tagName.startsWith('ri:')) found ||= getAttribute(inner, name);
    });
    if (found) return found;
  }
  return '';
}

/** Attributes with a colon keep their names in the tree, or lose the colon. */
function getAttribute({ properties }: Element, name: string): string {
  const value =
    properties[name] ?? properties[name.replace(/[:-](\w)/g, (_, letter: string) => letter.toUpperCase())];
  return typeof value === 'string' ? value : '';
}

function listChildren({ children }: Element, tagName: string): Element[] {
  return children.filter((child) => child.type === 'element').filter((child) => child.tagName === tagName);
}

function findChild(node: Element, tagName: string): Element | undefined {
  return listChildren(node, tagName)[0];
}

function getText(node: Element | undefined): string {
  let words = '';
  if (node)
    visit(node, 'text', ({ value }) => {
      words += value;
    });
  return words;
}

function createElement(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

function createText(value: string): ElementContent {
  return { type: 'text', value };
}
