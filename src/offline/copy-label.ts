/** The line at the top of a page that came from the copy instead of from the server. */
import { formatBuildTime } from './wording.ts';

/**
 * `offline`: the network or the server failed. `slow`: the server did not answer in time. `sign-in`: the server answered
 * with something else, such as a login page. `missing`: the copy does not have the page that was asked for.
 */
export type CopyReason = 'offline' | 'slow' | 'sign-in' | 'missing';

/** The parameter of an address that always asks the server. */
export const LIVE_PARAM = 'live';

/** The start of the line in every page of the site. */
const LABEL_START = /<p class="offline-copy"[^>]*>/;

/** Returns whether a page is one of this site, and not that of a proxy in front of it. */
export function isOwnPage(html: string): boolean {
  return LABEL_START.test(html);
}

/** Returns whether the end of a page is there. */
export function isWholePage(html: string): boolean {
  return html.includes('</html>');
}

/**
 * Returns a page with its line filled in.
 *
 * @param built the time of the build that the copy is of
 * @param address that of the page
 */
export function labelPage(
  html: string,
  { built, reason, address }: { built: string; reason: CopyReason; address: URL },
): string {
  const time = `<time datetime="${built}">${formatBuildTime(built)}</time>`;
  const live = new URL(address);
  live.searchParams.set(LIVE_PARAM, '');
  const href = escapeAttribute(live.href);
  const texts: Record<CopyReason, string> = {
    offline: `Offline copy of ${time}. <a href="">Try again</a>`,
    slow: `Offline copy of ${time}, because the server is slow. <a href="${href}">Wait for it</a>`,
    'sign-in': `Offline copy of ${time}. The server did not send this page: you may have to sign in. <a href="${href}">Open it from the server</a>`,
    missing: `You are offline, and the copy of ${time} does not have this page. <a href="">Try again</a>`,
  };
  return html.replace(LABEL_START, (start) => start + texts[reason]);
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
