/** Finds the address of a ticket. */

import { webAddress } from '../schema/scalars.ts';
import type { SiteData } from '../schema/site.ts';

/** A longer text is no number of a ticket. */
const MAX_TICKET_LENGTH = 200;

/**
 * Returns the ticket itself if it is a web address, otherwise the address for the first pattern that matches all of it.
 * Returns undefined if there is none.
 */
export function findTicketAddress(ticket: string, ticketLinks: SiteData['ticketLinks']): string | undefined {
  const written = ticket.trim();
  if (webAddress.safeParse(written).success) return written;
  if (written.length > MAX_TICKET_LENGTH) return undefined;
  for (const { pattern, address } of ticketLinks) {
    // The schema accepts only patterns with a single group and a single repetition.
    const [, part] = new RegExp(`^${pattern}$`).exec(written) ?? [];
    if (part !== undefined) return address.replace('$1', () => part);
  }
  return undefined;
}

/** Returns the words of a link to a ticket: the number, or the address without its beginning. */
export function describeTicket(ticket: string): string {
  return ticket.trim().replace(/^https?:\/\//, '');
}
