/** `kb actions --overdue`: lists actions, for people and for a weekly job. */
import { Command, InvalidArgumentError } from 'commander';
import { createActionReport, formatActions } from '../knowledge/actions/actions-report.ts';
import { isOutstanding, type ListedAction, listActions } from '../knowledge/actions/list-actions.ts';
import { toRoleKey } from '../knowledge/actions/owner-roles.ts';
import { parseTime } from '../knowledge/schema/time.ts';
import { findNearest } from '../knowledge/source/find-nearest.ts';
import { toPrintableJson } from '../knowledge/source/invisible-characters.ts';
import { getToday } from '../node/clock.ts';
import { CommandError, EXIT_CODES } from '../node/command-error.ts';
import { readKnowledge } from '../node/knowledge-folder.ts';
import { print, style } from '../node/output.ts';

interface Options {
  readonly overdue?: true;
  readonly all?: true;
  readonly owner?: string;
  readonly failOnOverdue?: true;
  readonly today?: string;
  readonly json?: true;
}

export const actionsCommand = new Command('actions')
  .option('--overdue', 'only actions that are overdue')
  .option('--all', 'also those that are done or dropped, or whose status is unknown')
  .option('--owner <role>', 'only those of a role; `unknown` for those without a known owner')
  .option('--fail-on-overdue', 'exit with 1 if a listed action is overdue')
  .option('--today <date>', 'the day on which to decide what is overdue (default: today, in UTC)', parseDay)
  .option('--json', 'print JSON')
  .action(async ({ overdue, all, owner, failOnOverdue, today = getToday(), json }: Options) => {
    const knowledge = await readKnowledge();
    const actions = listActions(knowledge, today);
    const owned = owner === undefined ? actions : selectOwner(actions, owner);
    const listed = owned.filter((action) =>
      overdue ? action.group === 'overdue' : all || isOutstanding(action),
    );
    if (json) {
      const reports = listed.map((action) => createActionReport(knowledge, action, today));
      print(toPrintableJson({ today, actions: reports }));
    } else {
      const strong = (text: string) => style('bold', text);
      const alarm = (text: string) => style('red', text);
      print(formatActions(listed, today, { strong, alarm, dim: (text) => style('dim', text) }));
    }
    if (failOnOverdue && listed.some(({ group }) => group === 'overdue')) {
      process.exitCode = EXIT_CODES.problems;
    }
  });

function parseDay(text: string): string {
  const time = parseTime(text);
  if (time?.precision !== 'day' || time.approximate || !time.yearKnown) {
    throw new InvalidArgumentError('Expected a day such as 2026-11-28.');
  }
  return text;
}

/** @throws a CommandError if no action has the owner: a job for a mistyped role must not pass */
function selectOwner(actions: readonly ListedAction[], owner: string): ListedAction[] {
  const key = toRoleKey(owner);
  const owned = actions.filter(({ action }) => toRoleKey(action.owner) === key);
  if (owned.length > 0) return owned;
  const titles = new Map(actions.map(({ action, owner: { title } }) => [toRoleKey(action.owner), title]));
  const nearest = findNearest(key, [...titles.keys()]);
  const advice = nearest
    ? `Did you mean \`${titles.get(nearest)}\`?`
    : 'List all actions with `npm run kb -- actions --all`.';
  throw new CommandError(`No action has the owner \`${owner}\`. ${advice}`);
}
