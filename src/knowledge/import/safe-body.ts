/** A body from elsewhere as one that the check lets pass: the same words, with nothing that could run or lead nowhere. */
import type { Image, Link, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { isVagueLinkText } from '../check/rules/no-vague-link-text.ts';
import { describesPicture } from '../check/rules/required-picture-description.ts';
import { findOtherHost } from '../source/link-text.ts';
import { readDefinitions } from '../source/mdx/link-definitions.ts';
import { NodeIndex } from '../source/mdx/node-index.ts';
import { SKIP, visit } from '../source/mdx/visit.ts';
import { convertEmbeddedHtml } from './html-to-markdown.ts';
import { isLinkable } from './linkable-address.ts';
import { convertComplexTables } from './plain-tables.ts';
import { isPicture, type PictureData } from './plain-words.ts';
import type { SourceLinks } from './source-links.ts';

export interface SafeBody {
  readonly blocks: RootContent[];
  /** The changes, for the person who reviews them. */
  readonly remarks: string[];
}

/**
 * Changes the blocks.
 *
 * @param links the other files of the import; links to them become words if it is omitted
 */
export function makeBodySafe(blocks: readonly RootContent[], links?: SourceLinks): SafeBody {
  const remarks = new Map<string, number>();
  const remark = (text: string) => remarks.set(text, (remarks.get(text) ?? 0) + 1);
  const root: Root = { type: 'root', children: [...blocks] };
  resolveReferences(root);
  convertHtml(root, remark);
  convertComments(root);
  convertPictures(root, remark, links);
  convertLinks(root, remark, links);
  root.children = convertComplexTables(root.children, () =>
    remark('table with blocks in its cells, written as a list'),
  );
  return {
    blocks: root.children,
    remarks: [...remarks].map(([text, times]) => (times > 1 ? `${text} (${times} times)` : text)),
  };
}

/** Links and pictures by reference get their addresses; what is defined and not used becomes a link. */
function resolveReferences(root: Root): void {
  const defined = readDefinitions(new NodeIndex(root).listByType('definition'));
  const titles = new Map<string, string>();
  visit(root, 'definition', ({ identifier, title }) => {
    if (title && !titles.has(identifier.toUpperCase())) titles.set(identifier.toUpperCase(), title);
  });
  const used = new Set<string>();
  visit(root, (node) => {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return;
    const url = defined.findUrl(node);
    if (url === undefined) return;
    used.add(node.identifier.toUpperCase());
    const title = titles.get(node.identifier.toUpperCase());
    Object.assign(node, { type: node.type === 'linkReference' ? 'link' : 'image', url, title });
  });
  visit(root, 'definition', (node, index, parent) => {
    if (!parent || index === undefined) return;
    const isUsed = used.has(node.identifier.toUpperCase());
    const link: Link = {
      type: 'link',
      url: node.url,
      children: [{ type: 'text', value: node.label ?? node.identifier }],
    };
    if (node.title) link.title = node.title;
    parent.children.splice(index, 1, ...(isUsed ? [] : [{ type: 'paragraph' as const, children: [link] }]));
    return [SKIP, isUsed ? index : index + 1];
  });
}

const HTML_COMMENT = /^<!--([\s\S]*?)-->\s*$/;
const LINE_BREAK = /^<br\s*\/?>$/i;

/** HTML in Markdown, from the first block with HTML to the last: a tag can open in one block and close in another. */
function convertHtml(root: Root, remark: (text: string) => void): void {
  visit(root, 'html', (node, index, parent) => {
    if (LINE_BREAK.test(node.value) && parent && index !== undefined && parent.type !== 'root') {
      parent.children[index] = { type: 'break' };
    }
  });
  const holdsHtml = (block: RootContent) => {
    let found = false;
    visit(block, 'html', ({ value }) => {
      found ||= !HTML_COMMENT.test(value);
    });
    return found;
  };
  const first = root.children.findIndex(holdsHtml);
  if (first < 0) return;
  const last = root.children.findLastIndex(holdsHtml);
  const html = root.children.slice(first, last + 1);
  visit({ type: 'root', children: html }, 'html', ({ value }) => {
    const [, tag] = /<(script|style|iframe|object|embed)\b/i.exec(value) ?? [];
    if (tag) remark(`\`<${tag.toLowerCase()}>\` removed`);
  });
  root.children.splice(first, html.length, ...convertEmbeddedHtml(html));
  remark('HTML, written as Markdown');
}

/** Comments stay comments, in the notation of MDX. */
function convertComments(root: Root): void {
  visit(root, 'html', (node, index, parent) => {
    if (!parent || index === undefined) return;
    const words = (HTML_COMMENT.exec(node.value)?.[1] ?? node.value).replaceAll('*/', '* /');
    const type = isPhrasingParent(parent) ? 'mdxTextExpression' : 'mdxFlowExpression';
    parent.children[index] = { type, value: `/*${words}*/` } as never;
  });
}

function isPhrasingParent(parent: Parents): boolean {
  return !['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(parent.type);
}

/** Pictures from elsewhere become links, those without an address words. */
function convertPictures(root: Root, remark: (text: string) => void, links: SourceLinks | undefined): void {
  visit(root, 'link', (link, index, parent) => {
    const pictures: Image[] = [];
    visit(link, 'image', (picture, at, holder) => {
      if (!holder || at === undefined) return;
      pictures.push(picture);
      holder.children[at] = { type: 'text', value: picture.alt || 'picture' } as never;
    });
    if (pictures.length === 0 || !parent || index === undefined) return;
    const shown = pictures.filter(({ url }) => url !== link.url);
    const added = shown.flatMap((picture): PhrasingContent[] => [
      { type: 'text', value: ' ' },
      convertPicture({ ...picture, alt: 'picture' }),
    ]);
    parent.children.splice(index + 1, 0, ...(added as never[]));
    remark('picture, written as a link');
  });
  visit(root, 'image', (picture, index, parent) => {
    if (!parent || index === undefined) return;
    const name = links?.findPicture(picture.url);
    if (name !== undefined && describesPicture(picture.alt ?? '')) {
      parent.children[index] = { type: 'image', url: `./${name}`, alt: picture.alt };
      return;
    }
    if (name !== undefined) remark(`picture \`${picture.url}\` not copied, because it has no description`);
    parent.children[index] = convertPicture(picture) as never;
    remark(picture.url.startsWith('data:') ? 'embedded picture removed' : 'picture, written as a link');
  });
}

function convertPicture({ url, alt, title }: Image): Link | PhrasingContent {
  const words = [alt, title].filter(Boolean).join(', ') || 'picture';
  const data: PictureData = { isPicture: true };
  if (url.startsWith('data:')) return { type: 'text', value: `(${words})`, data: data as object };
  return { type: 'link', url, children: [{ type: 'text', value: words }], data: data as object };
}

/** An address that a page must not link to stays readable after its text. */
function convertLinks(root: Root, remark: (text: string) => void, links: SourceLinks | undefined): void {
  visit(root, 'link', (node, index, parent) => {
    if (!parent || index === undefined) return;
    const url = node.url.replace(/[\s<>{}\\"`^|]/g, (character) => encodeURIComponent(character));
    const page = isPicture(node) ? undefined : links?.findPage(node.url);
    // Addresses within another site lead nowhere in this one.
    const isMisleading = findOtherHost({ text: textOf(node), url }) !== undefined;
    if (page !== undefined || (isLinkable(url) && !url.startsWith('/') && !isMisleading)) {
      node.url = page ?? url;
      clarifyLinkText(node);
      return unwrapInnerLinks(node);
    }
    const words = toWords(node);
    // The words of a picture are no part of the sentence around them.
    const parts = isPicture(node) ? words.map((part) => ({ ...part, data: { isPicture: true } })) : words;
    parent.children.splice(index, 1, ...(parts as never[]));
    remark('link to another page of the source, or with an unsafe or misleading address, written as text');
    return [SKIP, index];
  });
}

/** The text of a link with its address as code. */
function toWords(link: Link): PhrasingContent[] {
  const words: PhrasingContent[] = [...link.children];
  if (link.title) words.push({ type: 'text', value: ` (${link.title})` });
  if (link.url && link.url !== textOf(link)) {
    words.push({ type: 'text', value: words.length > 0 ? ' (' : '(' });
    words.push({ type: 'inlineCode', value: link.url.replace(/[\r\n]+/g, ' ') });
    words.push({ type: 'text', value: ')' });
  }
  return words;
}

/** "Here" says nothing of where a link leads; its address does. */
function clarifyLinkText(link: Link): void {
  const words = textOf(link).trim();
  if (words === '') link.children = [{ type: 'text', value: link.url }];
  else if (isVagueLinkText(words)) link.children.push({ type: 'text', value: ` (${link.url})` });
}

/** A link cannot hold a link; HTML and autolinks can bring one about. */
function unwrapInnerLinks(link: Link): undefined {
  visit(link, 'link', (inner, index, parent) => {
    if (inner === link || !parent || index === undefined) return;
    parent.children.splice(index, 1, ...(inner.children as never[]));
    return [SKIP, index];
  });
}
