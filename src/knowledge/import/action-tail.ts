/**
 * Reads the facts at the end of an action in a list: "Raise the limit (database team, due 2 Dec 2023, OPS-7)", "Raise the
 * limit - @database-team - done".
 */
import { parseWrittenTime } from '../schema/written-time.ts';
import { type ActionStatus, readStatus } from './action-status.ts';
import { isRoleName } from './owner-names.ts';
import { findTicketNumbers } from './ticket-numbers.ts';

export interface ActionTail {
  readonly owner?: string;
  readonly due?: string;
  readonly ticket?: string;
  readonly status?: ActionStatus;
}

/** "by October 18" has no year: a person completes it. */
const DUE_PATTERN = /^(?:due|by|until|deadline)(?: date| by)?:?\s+(.+)$/i;
const TICKET_PATTERN = /^(?:ticket|issue|bug|tracking|tracked in)?:?\s*(\S+)$/i;

/** Returns what the last brackets and the last parts between dashes say. Words that are none of these facts stay words. */
export function readActionTail(text: string): ActionTail {
  // Of two owners, the first one.
  return Object.assign({}, ...listTailParts(text).map(readPart).reverse());
}

function listTailParts(text: string): string[] {
  const [, brackets = ''] = /\(([^()]*)\)[\s.]*(?:[-–—]\s[^()]*)?$/.exec(text) ?? [];
  const withoutBrackets = text.replace(/\([^()]*\)/g, ' ');
  const [, ...dashed] = withoutBrackets.split(/\s[-–—]+\s/);
  return [brackets, ...dashed]
    .flatMap((part) => part.split(/[,;](?!\s*\d{4}\b)/))
    .map((part) => part.trim().replace(/[.\s]+$/, ''))
    .filter((part) => part !== '');
}

function readPart(part: string): ActionTail {
  const written = DUE_PATTERN.exec(part)?.[1];
  const due = written ? parseWrittenTime(written)?.edtf : undefined;
  if (due) return { due };
  const status = readStatus(part);
  if (status !== 'unknown' && !/^(?:no|yes|new)$/i.test(part)) return { status };
  const [ticket] = findTicketNumbers(TICKET_PATTERN.exec(part)?.[1] ?? '');
  if (ticket) return { ticket };
  const handle = /^@([\w-]+)$/.exec(part)?.[1];
  const owner = handle?.replaceAll(/[-_]/g, ' ') ?? part;
  return isRoleName(owner) && !CLAUSE_PATTERN.test(owner) ? { owner } : {};
}

/** A part with such words, or with more than four, is a clause of the sentence. */
const CLAUSE_PATTERN =
  /\b(?:an?|as|the|that|we|is|are|it|with|to|for|before|after|when|if)\b|(?:\S+\s+){4}\S/i;
