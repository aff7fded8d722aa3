/** Writes the due dates of actions as an iCalendar file (RFC 5545). */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import ical, { ICalEventTransparency } from 'ical-generator';
import { getTitle } from '../graph/entries.ts';
import { getStartTime } from '../graph/knowledge.ts';
import { describeTimeSource } from '../schema/time.ts';
import { toPlainText } from '../source/inline/plain-text.ts';
import type { ExportContext } from './actions-csv.ts';
import { isOutstanding, type ListedAction } from './list-actions.ts';
import { describeTicket, findTicketAddress } from './ticket-link.ts';

const UTC_ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/**
 * Returns a calendar with an all-day event for each outstanding action that has a due date, on the last day that it can
 * mean. The file depends on the content alone: an event keeps its id while its postmortem and its text are the same, and
 * its timestamp is the start of the incident.
 */
export function formatActionsCalendar(actions: readonly ListedAction[], context: ExportContext): string {
  const { site } = context.knowledge;
  const calendar = ical({
    name: `${toPlainText(site.title)}: actions`,
    prodId: { company: 'Hindsight', product: 'Actions', language: 'EN' },
  });
  const host = new URL(site.address).hostname;
  const seen = new Map<string, number>();
  for (const listed of actions.filter(hasDueDate)) {
    const { postmortem, action, lastDay } = listed;
    const hash = computeHash([postmortem.id, action.text]);
    const repetition = seen.get(hash) ?? 0;
    seen.set(hash, repetition + 1);
    calendar.createEvent({
      id: `action-${hash}${repetition > 0 ? `-${repetition + 1}` : ''}@${host}`,
      stamp: findStamp(listed),
      start: new Date(`${lastDay}T00:00:00Z`),
      allDay: true,
      // A due date does not keep anybody busy.
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: `Due: ${toPlainText(action.text)}`,
      description: describeEvent(listed, context),
      url: `${context.getAddress(postmortem)}#actions`,
    });
  }
  // A calendar has at least one component.
  if (calendar.length() === 0) calendar.timezone({ name: 'UTC', generator: () => UTC_ZONE });
  return `${calendar.toString()}\r\n`;
}

export function hasDueDate(listed: ListedAction): listed is ListedAction & { readonly lastDay: string } {
  return isOutstanding(listed) && listed.lastDay !== undefined;
}

function computeHash(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(value)))).slice(0, 24);
}

function findStamp({ postmortem }: ListedAction): Date {
  const { yearKnown, earliest } = getStartTime(postmortem);
  return new Date(yearKnown ? Math.max(earliest, 0) : 0);
}

function describeEvent({ postmortem, action, owner }: ListedAction, { knowledge }: ExportContext): string {
  const { ticket, due, doneWhen } = action;
  const address = ticket && findTicketAddress(ticket, knowledge.site.ticketLinks);
  return [
    ...(due ? [`Due: ${describeTimeSource(due)}`] : []),
    `Owner: ${action.owner ? owner.title : 'not known'}`,
    ...(doneWhen ? [`Done when: ${toPlainText(doneWhen)}`] : []),
    ...(ticket ? [`Ticket: ${describeTicket(ticket)}${address ? ` ${address}` : ''}`] : []),
    `Postmortem: ${toPlainText(getTitle(postmortem))}`,
  ].join('\n');
}
