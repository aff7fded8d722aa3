/** The addresses that a page may link to. */

const ALLOWED_SCHEMES = ['https:', 'http:', 'mailto:'];
/** Any origin works: `URL` needs one to parse addresses within the site. */
const ANY_ORIGIN = 'https://site.invalid';
/** Others add recipients, or a text that the sender does not see. */
const MAIL_FIELDS = ['subject', 'body'];

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
  if (!/^(?:https?:\/\/|mailto:)/i.test(address) || !ALLOWED_SCHEMES.includes(protocol)) return false;
  return !hasUnsafeMailField(address);
}

/** The same for a sentence in a field: it is shown on several pages, and `#…` would lead to a place on each of them. */
export function isSafeInField(address: string): boolean {
  return isSafeAddress(address) && !address.startsWith('#');
}

/**
 * Returns whether an address starts an email with a field other than its subject and its text, or with a line break,
 * after which a program can read another field (RFC 6068, section 7).
 */
export function hasUnsafeMailField(address: string): boolean {
  if (!/^mailto:/i.test(address)) return false;
  const decoded = decode(address);
  if (decoded === undefined || /[\p{Cc}\u2028\u2029]/u.test(decoded)) return true;
  const start = address.indexOf('?');
  const fields =
    start < 0 ? [] : [...new URLSearchParams(address.slice(start + 1).replaceAll('+', '%2B')).keys()];
  return fields.some((name) => !MAIL_FIELDS.includes(name.toLowerCase()));
}

/** Returns the hosts of the mailboxes in an address that starts with `mailto:`. */
export function listMailHosts(address: string): string[] {
  const [recipients = ''] = address.slice('mailto:'.length).split('?', 1);
  return (decode(recipients) ?? '')
    .split(',')
    .flatMap((mailbox) => mailbox.split('@').slice(1).at(-1)?.trim() ?? []);
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
