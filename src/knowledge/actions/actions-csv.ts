/** Writes actions as CSV, for a spreadsheet. */
import { stringify } from 'csv-stringify/sync';
import { getTitle } from '../graph/entries.ts';
import type { Knowledge } from '../graph/knowledge.ts';
import { toPlainText } from '../source/inline/plain-text.ts';
import { isOverdue, type ListedAction } from './list-actions.ts';
import { describeTicket, findTicketAddress } from './ticket-link.ts';

export interface ExportContext {
  readonly knowledge: Knowledge;
  /** As `2026-11-28`. */
  readonly today: string;
  /** Returns the absolute address of a postmortem. */
  getAddress(postmortem: ListedAction['postmortem']): string;
}

/**
 * Returns one line for each action below the names of the columns. Times are as their authors wrote them. A text that a
 * spreadsheet would read as a formula gets an apostrophe before it.
 */
export function formatActionsCsv(actions: readonly ListedAction[], context: ExportContext): string {
  const rows = actions.map((listed) => createRow(listed, context));
  const columns = Object.keys(COLUMNS) as (keyof Row)[];
  return stringify(rows, {
    // Without the mark, Excel reads UTF-8 as another encoding.
    bom: true,
    header: true,
    columns: columns.map((key) => ({ key, header: COLUMNS[key] })),
    escape_formulas: true,
    // In countries with a decimal comma, a spreadsheet takes a semicolon for the end of a cell. The quotation marks
    // around the whole text are then within a cell, so a line break ends it too, and quotation marks are removed.
    cast: { string: (text) => text.replace(/([;\t\r\n](?:[^\S\t\r\n]|")*)(?=[=+\-@＝＋－＠])/g, "$1'") },
    record_delimiter: 'windows',
  });
}

const COLUMNS = {
  action: 'Action',
  status: 'Status',
  overdue: 'Overdue',
  asOf: 'As of',
  owner: 'Owner',
  due: 'Due',
  closed: 'Closed',
  type: 'Type',
  ticket: 'Ticket',
  ticketAddress: 'Ticket address',
  doneWhen: 'Done when',
  dropped: 'Why dropped',
  lessons: 'Lessons',
  repeats: 'Times it happened again before it was closed',
  postmortem: 'Postmortem',
  postmortemAddress: 'Postmortem address',
  started: 'Incident started',
} as const;

type Row = Record<keyof typeof COLUMNS, string>;

function createRow({ postmortem, action, repeats }: ListedAction, context: ExportContext): Row {
  const { knowledge, today, getAddress } = context;
  const {
    status,
    type,
    due = '',
    closed = '',
    ticket = '',
    owner = '',
    doneWhen = '',
    dropped = '',
  } = action;
  return {
    action: toPlainText(action.text),
    status,
    overdue: isOverdue(action, today) ? 'yes' : 'no',
    asOf: today,
    owner: toPlainText(owner),
    due,
    closed,
    type,
    ticket: describeTicket(ticket),
    ticketAddress: findTicketAddress(ticket, knowledge.site.ticketLinks) ?? '',
    doneWhen: toPlainText(doneWhen),
    dropped: toPlainText(dropped),
    lessons: action.lessons.map((id) => toPlainText(knowledge.getTitle({ kind: 'lesson', id }))).join('; '),
    repeats: String(repeats.length),
    postmortem: toPlainText(getTitle(postmortem)),
    postmortemAddress: getAddress(postmortem),
    started: postmortem.data.started,
  };
}
