/**
 * Reads the facts at the end of an action in a list: "Raise the limit (database team, due 2 Dec 2023, OPS-7)", "Raise the
 * limit - @database-team - done".
 */
import { parseWrittenTime } from '../schema/written-time.ts';
import { type ActionStatus, readStatus } from './action-status.ts';
import { isRoleName, isTeamName } from './owner-names.ts';
import { readSlashedDate } from './slashed-dates.ts';
import { findTicketNumbers } from './ticket-numbers.ts';

export interface ActionTail {
  readonly owner?: string;
  readonly due?: string;
  readonly ticket?: string;
  readonly status?: ActionStatus;
}

const LAST_MARKS =
  /(?<=[)\]"])(?:[\s,;]+(?:[A-Z][A-Z\d]{1,9}-\d+|T\d{3,7}|(?:[\w.-]+\/[\w.-]+)?#\d+|https?:\S+|~(?:"[^"]*"|\S+)))+\s*$/;
/** "by October 18" has no year: a person completes it. */
const DUE_PATTERN =
  /^(?:due|by|until|deadline|bis|fällig|frist|pour le|avant le|antes del?|hasta el|até|期限)(?: date| by| on| am| zum| vor)?[:：]?\s*(.+)$/i;
const TICKET_PATTERN = /^(?:ticket|issue|bug|tracking|tracked in)?:?\s*(\S+)$/i;

export interface TailContext {
  /** True if the day comes first in dates with slashes; undefined if nothing on the page shows it. */
  readonly dayFirst?: boolean | undefined;
  /** True if other items of the list end with their owner. */
  readonly hasOwners?: boolean;
}

/** Returns what the last brackets and the last parts between dashes say. Words that are none of these facts stay words. */
export function readActionTail(text: string, { dayFirst, hasOwners }: TailContext = {}): ActionTail {
  const parts = listTailParts(text);
  // Of two owners, the first one.
  const found: ActionTail = Object.assign({}, ...parts.map((part) => readPart(part, dayFirst)).reverse());
  // "Replace the disk (new hardware)"
  const { owner = '' } = found;
  const isSure = isTeamName(owner) || (hasOwners === true && !/^(?:new|old|spare|more|other)\b/i.test(owner));
  if (parts.length === 1 && owner === parts[0] && !isSure) return {};
  // A bare day next to an owner or a ticket is when it is due, or when it was done.
  const isOther = found.due !== undefined || found.status === 'done' || found.status === 'dropped';
  const isNamed = found.owner !== undefined || found.ticket !== undefined;
  const [due, ...others] =
    isOther || !isNamed ? [] : parts.flatMap((part) => readDueDay(part, dayFirst) ?? []);
  return due && others.length === 0 ? { ...found, due } : found;
}

/** Returns the day in the last brackets, if they contain nothing else. */
export function readLastDay(text: string, dayFirst?: boolean): string | undefined {
  const [only, ...others] = listTailParts(text);
  return only && others.length === 0 ? readDueDay(only, dayFirst) : undefined;
}

/** Reads a day; with slashes, only if it is clear which of the numbers is the month. */
export function readDueDay(words: string, dayFirst?: boolean): string | undefined {
  const text = words.trim().replace(/[.\s]+$/, '');
  return readSlashedDate(text, dayFirst) ?? parseWrittenTime(text)?.edtf;
}

function listTailParts(text: string): string[] {
  // "… (database team) OPS-7", "… ~"corrective action""
  const written = text.replace(LAST_MARKS, '');
  const [, brackets = ''] = /\(([^()]*)\)[\s.]*(?:[-–—]\s[^()]*)?$/.exec(written) ?? [];
  const withoutBrackets = written.replace(/\([^()]*\)/g, ' ');
  const [, ...dashed] = withoutBrackets.split(/\s[-–—]+\s/);
  // "… @database-team due 2024-10-18"
  const [trailing = ''] = /(?:\s+(?:@[\w./-]+|(?:due|by|until):?\s+\d{4}-\d{2}-\d{2}))+$/.exec(written) ?? [];
  const spaced = trailing.split(/\s+(?=@|due|by|until)/);
  return [brackets, ...dashed, ...spaced]
    .flatMap((part) => part.split(/[,;](?!\s*\d{4}\b(?![-/]))/))
    .map((part) => part.trim().replace(/[.\s]+$/, ''))
    .filter((part) => part !== '');
}

function readPart(part: string, dayFirst: boolean | undefined): ActionTail {
  const written = DUE_PATTERN.exec(part)?.[1];
  const due = written ? readDueDay(written, dayFirst) : undefined;
  if (due) return { due };
  // "done on January 26"
  const [, state = part] = /^(\p{L}+)\s+(?:on|am|le|el|em)\s+.*\d/iu.exec(part) ?? [];
  const status = readStatus(state);
  if (status !== 'unknown' && !/^(?:no|yes|new)$/i.test(part)) return { status };
  const [ticket] = findTicketNumbers(TICKET_PATTERN.exec(part)?.[1] ?? '');
  if (ticket) return { ticket };
  // Only a team has an organization before its name: "@acme/database-team".
  const [, group, handle] = /^@(?:([\w-]+)\/)?([\w-]+)$/.exec(part) ?? [];
  if (group && handle) return { owner: handle.replaceAll(/[-_]/g, ' ') };
  const named = /^(?:owner|assignee|assigned to|responsible|team)[:：]\s*(.+)$/i.exec(part)?.[1];
  const owner = handle?.replaceAll(/[-_]/g, ' ') ?? named ?? part;
  return isRoleName(owner) && !CLAUSE_PATTERN.test(owner) ? { owner } : {};
}

/** A part with such words, or with more than four, is a clause of the sentence. */
const CLAUSE_PATTERN =
  /\b(?:an?|as|the|that|we|is|are|it|with|to|for|before|after|when|if)\b|(?:\S+\s+){4}\S/i;
