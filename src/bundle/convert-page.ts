/** Converts a page of a served site to a page that works as a file. */
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import { createFilePolicy } from '../headers/security-headers.ts';
import { createAddresses, resolveAddress } from '../knowledge/source/addresses.ts';
import { formatBuildTime } from '../offline/wording.ts';
import { getRootAddress, toFileAddress, toFolderAddress } from './relative-address.ts';

/** The path of the script of every page. */
export const PAGE_SCRIPT = 'site.js';

export interface PageOptions {
  /** The path of the file, below the folder of the site. */
  readonly path: string;
  /** The prefix of the served site, ending in `/`. */
  readonly base: string;
  /** The address of the site on its server. */
  readonly siteAddress: string;
  /** The time of the build. */
  readonly built: string;
}

export interface ConvertedPage {
  readonly html: string;
  /** The addresses of the scripts that it still loads. */
  readonly scripts: readonly string[];
}

/** @param html of a whole page */
export function convertPage(html: string, options: PageOptions): ConvertedPage {
  const page = fromHtml(html);
  const scripts: string[] = [];
  visit(page, 'element', (element, index, parent) => {
    if (isOnlyForServers(element) && parent && index !== undefined) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    convertAddresses(element, options);
    convertContent(element, options);
    if (element.tagName === 'script') scripts.push(String(element.properties.src));
    return undefined;
  });
  addScript(page, options.path);
  return { html: toHtml(page), scripts };
}

/**
 * Modules, files to load early, the app and the copy that a browser keeps, and a redirect without JavaScript, whose page
 * has a link, too.
 */
function isOnlyForServers({ tagName, properties }: Element): boolean {
  if (tagName === 'script') return properties.type === 'module';
  if (tagName === 'link')
    return [properties.rel].flat().some((rel) => rel === 'manifest' || rel === 'preload');
  if (tagName === 'meta') return isHttpEquiv(properties, 'refresh');
  return ['offline-news', 'offline-state'].includes(tagName);
}

function isHttpEquiv({ httpEquiv }: Element['properties'], name: string): boolean {
  return [httpEquiv].flat().join().toLowerCase() === name;
}

const FILE_ATTRIBUTES = ['href', 'src', 'action', 'dataSource', 'dataTo'] as const;
const FOLDER_ATTRIBUTES = ['dataBase', 'dataIndex'] as const;

function convertAddresses({ properties }: Element, { path, base }: PageOptions): void {
  for (const name of FILE_ATTRIBUTES) {
    const address = properties[name];
    if (typeof address === 'string') properties[name] = toFileAddress(address, path, base);
  }
  for (const name of FOLDER_ATTRIBUTES) {
    const address = properties[name];
    if (typeof address === 'string') properties[name] = toFolderAddress(address, path, base);
  }
}

function convertContent(element: Element, options: PageOptions): void {
  const { tagName, properties } = element;
  if (tagName === 'meta' && isHttpEquiv(properties, 'content-security-policy'))
    properties.content = createFilePolicy();
  // Other knowledge bases are on servers.
  else if (tagName === 'search-panel') properties.dataOthers = '[]';
  else if (hasClass(element, 'offline-copy')) element.children = createLabel(options);
  else if (hasClass(element, 'without-styles')) element.children = [{ type: 'text', value: UNPACK_ADVICE }];
  else if (hasClass(element, 'lead') && options.path === OFFLINE_PAGE) element.children = explainCopy();
}

function hasClass({ properties }: Element, name: string): boolean {
  return [properties.className].flat().includes(name);
}

const OFFLINE_PAGE = createAddresses('./').offline.slice('./'.length);

function explainCopy(): ElementContent[] {
  return [
    {
      type: 'text',
      value: 'This is a copy of the site as files. It works without a network, and never changes. Run ',
    },
    h('code', 'npm run kb -- bundle'),
    { type: 'text', value: ' to get a newer one.' },
  ];
}

/** Programs that look into a zip often unpack only the file that you open. */
const UNPACK_ADVICE =
  'The styles of this page did not load. If you opened it in the zip, extract all files of the zip to a folder first, and open index.html there.';

function createLabel({ path, siteAddress, built }: PageOptions): ElementContent[] {
  const page = path.replace(/(^|\/)index\.html$/, '$1');
  return [
    { type: 'text', value: 'Copy of ' },
    h('time', { dateTime: built }, formatBuildTime(built)),
    { type: 'text', value: '. ' },
    h('a', { href: resolveAddress(`/${page}`, siteAddress) }, 'Open it from the server'),
  ];
}

function addScript(page: Root, path: string): void {
  visit(page, { tagName: 'head' }, (head: Element) => {
    head.children.push(h('script', { src: `${getRootAddress(path)}${PAGE_SCRIPT}`, defer: true }));
  });
}
