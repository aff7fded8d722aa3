/** Addresses from one file of a folder to another, which work without a server. */
import { PAGE_FILE } from '../knowledge/source/addresses.ts';

/** Any origin that no link has. */
const ORIGIN = 'http://site.invalid';

/** Returns the address of the site's folder as a page sees it: `../../` for `notes/a/index.html`. */
export function getRootAddress(page: string): string {
  return '../'.repeat(page.split('/').length - 1) || './';
}

/**
 * Returns an address in a page of a served site as the address of a file: `/kb/notes/a/#b` as `../notes/a/index.html#b`.
 * An address outside of the site stays as it is.
 *
 * @param page the path of the file of the page, below the folder of the site
 * @param base the prefix of the served site
 */
export function toFileAddress(address: string, page: string, base: string): string {
  const path = findPath(address, page, base);
  if (path === undefined) return address;
  const [, folder = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(path) ?? [];
  const file = folder === '' || folder.endsWith('/') ? `${folder}${PAGE_FILE}` : folder;
  return `${getRootAddress(page)}${file}${rest}`;
}

/** Like `toFileAddress`, for an address to which code adds the rest of a path. */
export function toFolderAddress(address: string, page: string, base: string): string {
  const path = findPath(address, page, base);
  return path === undefined ? address : `${getRootAddress(page)}${path}`;
}

/** Returns the path below the site with its query and anchor; undefined outside of the site, and on the page itself. */
function findPath(address: string, page: string, base: string): string | undefined {
  if (address.startsWith('#') || !URL.canParse(address, ORIGIN)) return undefined;
  const url = new URL(address, `${ORIGIN}${base}${page}`);
  const isOwn = url.origin === ORIGIN && url.pathname.startsWith(base);
  return isOwn ? `${url.pathname.slice(base.length)}${url.search}${url.hash}` : undefined;
}
