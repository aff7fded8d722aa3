/** Formats actions for the terminal and as JSON. */
import { getTitle } from '../graph/entries.ts';
import type { Knowledge } from '../graph/knowledge.ts';
import { describeTimeSource } from '../schema/time.ts';
import { toPlainText } from '../source/inline/plain-text.ts';
import { describeCounts, describeDay, describeGroup, describeRepeats } from './action-wording.ts';
import { countGroups, isOverdue, type ListedAction } from './list-actions.ts';
import { describeTicket, findTicketAddress } from './ticket-link.ts';

/** The latest ones; JSON has all of them. */
const MAX_REPEATS = 3;

interface ReportStyle {
  strong(text: string): string;
  alarm(text: string): string;
  dim(text: string): string;
}

/** @param today as `2026-11-28` */
export function formatActions(
  actions: readonly ListedAction[],
  today: string,
  { strong, alarm, dim }: ReportStyle,
): string {
  const counts = countGroups(actions);
  const groups = counts.map(({ group, count }) => {
    const heading = `${describeGroup(group)} (${count})`;
    const own = actions.filter((listed) => listed.group === group);
    return [
      group === 'overdue' ? alarm(heading) : strong(heading),
      ...own.flatMap((listed) => formatAction(listed, dim)),
      '',
    ];
  });
  const summary = counts.length > 0 ? describeCounts(counts) : 'No actions';
  return `${[...groups.flat(), `${summary}, as of ${describeDay(today)}`].join('\n')}\n`;
}

function formatAction({ action, postmortem, owner, repeats }: ListedAction, dim: (text: string) => string) {
  const { text, due, closed, status, ticket } = action;
  const facts = [
    owner.title,
    ...(due ? [`due ${describeTimeSource(due)}`] : []),
    ...(status === 'in-progress' ? ['in progress'] : []),
    ...(closed ? [`closed ${describeTimeSource(closed)}`] : []),
    ...(ticket ? [describeTicket(ticket)] : []),
  ];
  const latest = repeats.slice(-MAX_REPEATS).map((repeat) => repeat.postmortem.id);
  const before = repeats.length > MAX_REPEATS ? [`${repeats.length - MAX_REPEATS} before these`] : [];
  const again = [...latest, ...before].join(', ');
  return [
    `  ${toPlainText(text)}`,
    `    ${facts.join(' · ')}`,
    ...(again ? [`    ${describeRepeats({ action, repeats })}: ${again}`] : []),
    `    ${dim(postmortem.id)}`,
  ];
}

/** An action as `--json` prints it. Times are as their authors wrote them. */
export interface ActionReport {
  readonly text: string;
  readonly status: string;
  readonly isOverdue: boolean;
  readonly owner?: string;
  readonly due?: string;
  readonly closed?: string;
  readonly ticket?: string;
  readonly ticketAddress?: string;
  readonly lessons: readonly string[];
  readonly postmortem: { readonly id: string; readonly title: string; readonly started: string };
  readonly repeats: readonly {
    readonly postmortem: string;
    readonly lessons: readonly string[];
    readonly tags: readonly string[];
  }[];
}

/** @param today as `2026-11-28` */
export function createActionReport(
  knowledge: Knowledge,
  { postmortem, action, repeats }: ListedAction,
  today: string,
): ActionReport {
  const { text, status, owner, due, closed, ticket, lessons } = action;
  const ticketAddress = ticket && findTicketAddress(ticket, knowledge.site.ticketLinks);
  return {
    text: toPlainText(text),
    status,
    isOverdue: isOverdue(action, today),
    ...(owner ? { owner } : {}),
    ...(due ? { due } : {}),
    ...(closed ? { closed } : {}),
    ...(ticket ? { ticket } : {}),
    ...(ticketAddress ? { ticketAddress } : {}),
    lessons,
    postmortem: {
      id: postmortem.id,
      title: toPlainText(getTitle(postmortem)),
      started: postmortem.data.started,
    },
    repeats: repeats.map((repeat) => ({
      postmortem: repeat.postmortem.id,
      lessons: repeat.lessons,
      tags: repeat.tags,
    })),
  };
}
