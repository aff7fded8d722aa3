/** Resolves the links and pictures of a source that lead to other files of the same import. */
import GithubSlugger from 'github-slugger';
import type { Heading, Link, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { assignAnchors } from '../source/mdx/anchors.ts';
import { SKIP, visit } from '../source/mdx/visit.ts';
import type { SourceDocument } from './source-document.ts';

export interface SourceLinks {
  /** Returns the address on the site of another page of the import. */
  findPage(address: string): string | undefined;
  /** Returns the name that a picture has next to the draft. */
  findPicture(address: string): string | undefined;
}

/** Pictures that pages can show. */
const PICTURE = /\.(?:png|jpe?g|webp|avif|gif)$/i;

/** Returns the path that an address in a file leads to, or undefined if it leads to the web or within the page. */
export function resolvePath(from: string, address: string): string | undefined {
  if (/^(?:[a-z][a-z\d+.-]*:|\/|#|\\)/i.test(address)) return undefined;
  const [written = ''] = address.split(/[?#]/);
  if (written === '') return undefined;
  const parts = from.split('/').slice(0, -1);
  for (const part of decodePath(written).split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A body can be packed, so that each look at it takes time. */
const localAddresses = new WeakMap<SourceDocument, readonly string[]>();

/** Returns the addresses of links and pictures in a document that lead to other files, as it writes them. */
export function listLocalAddresses(document: SourceDocument): readonly string[] {
  const addresses = localAddresses.get(document) ?? findLocalAddresses(document);
  localAddresses.set(document, addresses);
  return addresses;
}

function findLocalAddresses({ body }: SourceDocument): string[] {
  const addresses: string[] = [];
  const root: Root = { type: 'root', children: [...body] };
  visit(root, (node) => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') addresses.push(node.url);
    if (node.type !== 'html') return;
    for (const [, address = ''] of node.value.matchAll(/\b(?:href|src)\s*=\s*["']([^"']+)["']/gi)) {
      addresses.push(address);
    }
  });
  return addresses.filter((address) => resolvePath('', address) !== undefined);
}

/** Returns the paths of the pictures that a document shows and that lie next to it. */
export function listPicturePaths(document: SourceDocument): string[] {
  const paths = listLocalAddresses(document).flatMap((address) => resolvePath(document.name, address) ?? []);
  return [...new Set(paths.filter((path) => PICTURE.test(path)))];
}

/** Returns a name for the copy of a picture, which no other picture of the folder has. */
export function createPictureName(id: string, path: string, taken: readonly string[]): string {
  const [, base = '', extension = ''] = /([^/]*)\.([^./]+)$/.exec(path) ?? [];
  const words = base
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const stem = [id, words].filter(Boolean).join('-');
  let name = `${stem}.${extension.toLowerCase()}`;
  for (let number = 2; taken.includes(name); number++) name = `${stem}-${number}.${extension.toLowerCase()}`;
  return name;
}

/** The endings that addresses of pages can leave out. */
const PAGE_ENDINGS = ['', '.md', '.mdx', '.markdown', '.html', '.htm'];

/** Finds a page of the import by its path, with or without its ending. */
export function findByPath<Value>(pages: ReadonlyMap<string, Value>, path: string): Value | undefined {
  for (const ending of PAGE_ENDINGS) {
    const found = pages.get(`${path}${ending}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Points links within the page at the anchors that its headings have here. A link to a heading that is not in the body
 * becomes words.
 */
export function resolveInPageLinks(blocks: readonly RootContent[]): void {
  const root: Root = { type: 'root', children: [...blocks] };
  const headings: Heading[] = [];
  visit(root, 'heading', (heading) => {
    headings.push(heading);
  });
  const anchors = assignAnchors(headings);
  const slugger = new GithubSlugger();
  const bySlug = new Map(
    headings.map((heading) => [slugger.slug(textOf(heading)), anchors.get(heading) ?? '']),
  );
  visit(root, 'link', (link: Link, index, parent) => {
    if (!link.url.startsWith('#') || !parent || index === undefined) return;
    const anchor = bySlug.get(decodePath(link.url.slice(1)).toLowerCase());
    if (anchor) {
      link.url = `#${anchor}`;
      return;
    }
    const address = { type: 'inlineCode' as const, value: link.url };
    const words = [
      ...link.children,
      { type: 'text' as const, value: link.children.length > 0 ? ' (' : '(' },
      address,
      { type: 'text' as const, value: ')' },
    ];
    parent.children.splice(index, 1, ...(words as never[]));
    return [SKIP, index + words.length];
  });
}
