/** The addresses that a page may link to. */

const ALLOWED_SCHEMES = ['https:', 'http:', 'mailto:'];
/** Any origin works: `URL` needs one to parse addresses within the site. */
const ANY_ORIGIN = 'https://site.invalid';

/**
 * Returns whether a page may link to an address: one with an allowed scheme, or one within the site. `URL` ignores
 * tabs and case, as browsers do. `//host` and `/\\host` look as if they were within the site, and a user name
 * before a host can look like another host.
 */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address, ANY_ORIGIN)) return false;
  const { protocol, host, username, password } = new URL(address, ANY_ORIGIN);
  if (username || password) return false;
  if (/^[/#]/.test(address)) return protocol === 'https:' && host === 'site.invalid';
  return /^(?:https?:\/\/|mailto:)/i.test(address) && ALLOWED_SCHEMES.includes(protocol);
}

/** The same for a sentence in a field: it is shown on several pages, and `#…` would lead to a place on each of them. */
export function isSafeInField(address: string): boolean {
  return isSafeAddress(address) && !address.startsWith('#');
}
