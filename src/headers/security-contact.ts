/** `security.txt`: where to report a weakness of the site (RFC 9116). */
import type { SiteData } from '../knowledge/schema/site.ts';

/** RFC 9116 recommends less than a year. Every build renews it. */
const VALID_DAYS = 180;

/**
 * @param address where the file is published
 * @param now the time of the build
 * @returns undefined if the site names no contact
 */
export function createSecurityFile(
  { securityContact }: Pick<SiteData, 'securityContact'>,
  address: URL,
  now: Date,
): string | undefined {
  if (!securityContact) return undefined;
  const expires = new Date(now);
  expires.setUTCDate(expires.getUTCDate() + VALID_DAYS);
  expires.setUTCHours(0, 0, 0, 0);
  return `${[
    `Contact: ${securityContact}`,
    `Expires: ${expires.toISOString().replace('.000', '')}`,
    `Canonical: ${address.href}`,
    'Preferred-Languages: en',
  ].join('\n')}\n`;
}
