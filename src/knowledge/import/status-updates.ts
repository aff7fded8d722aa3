/**
 * Finds the updates of a status page that was copied as text: "Investigating", what was written, and "Posted Jul 03, 2024
 * - 17:46 UTC" below it, as Statuspage and cState show them (support.atlassian.com/statuspage/docs/create-an-incident).
 */
import type { RootContent } from 'mdast';
import { createTimeContext, readEventTime, type TimeContext } from './event-times.ts';
import type { Suggestion } from './extract-sections.ts';
import { splitLines } from './paragraph-lines.ts';
import { toPlainWords } from './plain-words.ts';

const STATUS =
  /^(investigating|identified|monitoring|update|resolved|scheduled|in progress|verifying|completed|postmortem)\s*(?:$|[-–—:]\s*(.*)$)/i;
/** The states between which an incident moves. */
const INCIDENT_STATUS = /^(?:investigating|identified|monitoring|resolved)$/i;
const POSTED = /^posted\s+(?:.{1,40} ago\.?\s+)?(?:on\s+)?/i;
const MIN_UPDATES = 2;

interface Update {
  readonly status: string;
  readonly at: string | undefined;
  readonly text: string;
}

/** Offers the updates as a timeline, from the first to the last, whatever their order on the page. */
export function offerStatusUpdates(
  blocks: readonly RootContent[],
  page: Pick<TimeContext, 'day' | 'offset' | 'year'>,
): Suggestion[] {
  const updates = readUpdates(blocks.flatMap(listLines), page);
  const isIncident = updates.some(({ status }) => INCIDENT_STATUS.test(status));
  if (updates.length < MIN_UPDATES || !isIncident) return [];
  const [first, last] = [updates.at(0)?.at ?? '', updates.at(-1)?.at ?? ''];
  // Pages show the last update first, and updates of one day can lack their zone.
  const isReversed = first === last ? /^resolved$/i.test(updates[0]?.status ?? '') : first > last;
  const items = (isReversed ? updates.toReversed() : updates).map(({ at, text }) => ({
    ...(at ? { at } : {}),
    text,
  }));
  return [{ field: 'timeline', heading: 'the updates of the status page', items }];
}

function readUpdates(lines: readonly string[], page: Pick<TimeContext, 'day' | 'offset' | 'year'>): Update[] {
  const updates: Update[] = [];
  let open: { readonly status: string; readonly words: string[] } | undefined;
  for (const line of lines) {
    const [, status, words = ''] = STATUS.exec(line) ?? [];
    const end = open && readPosted(line, page);
    if (status) open = { status, words: words ? [words] : [] };
    else if (open && end) {
      updates.push({ status: open.status, at: end.at, text: `${open.status}: ${open.words.join(' ')}` });
      open = undefined;
    } else open?.words.push(line);
  }
  // A postmortem is written after the incident.
  return updates.filter(({ status, text }) => !/^postmortem$/i.test(status) && text !== `${status}: `);
}

/** Reads a line that is nothing but the time of an update. */
function readPosted(
  line: string,
  { day, offset, year }: Pick<TimeContext, 'day' | 'offset' | 'year'>,
): { readonly at: string | undefined } | undefined {
  const time = readEventTime(line.replace(POSTED, ''), { ...createTimeContext(day, offset), year });
  return time && /^[\s.]*(?:\([^)]*\)|[A-Z]{3,4})?[\s.]*$/.test(time.rest) ? { at: time.at } : undefined;
}

function listLines(block: RootContent): string[] {
  if (block.type === 'paragraph') {
    return splitLines(block.children).map((children) => toPlainWords({ type: 'paragraph', children }));
  }
  if (block.type === 'list') return block.children.flatMap((item) => item.children.flatMap(listLines));
  if (block.type === 'blockquote') return block.children.flatMap(listLines);
  return [toPlainWords(block)];
}
