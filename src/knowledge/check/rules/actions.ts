/** Rules for action items: actionable, owned, bounded (Lunney, Lueder and Beyer, ";login:", spring 2017). */
import { getLastInstant, parseTime } from '../../schema/time.ts';
import { isDocumentOf } from '../../source/content.ts';
import { getListAt, getTextAt } from '../../source/field-values.ts';
import { quote, type Span } from '../../source/problem.ts';
import { getFirstWord, startsWithVerb } from '../imperative-verbs.ts';
import { isTodo } from './no-todo.ts';
import type { Finding, Rule, RuleInput } from './rule.ts';

interface ParsedAction {
  readonly status: string | undefined;
  getText(field: string): string | undefined;
  /** Returns the span of a field, or of the whole action if the field is missing. */
  getSpan(field: string): Span;
}

function readActions({ file }: RuleInput): ParsedAction[] {
  if (!isDocumentOf(file, 'postmortem')) return [];
  const { yaml } = file;
  return getListAt(yaml.value, ['actions']).map((_, index) => {
    const path = ['actions', index];
    return {
      status: getTextAt(yaml.value, [...path, 'status']),
      getText: (field) => getTextAt(yaml.value, [...path, field]),
      getSpan: (field) => yaml.spanAt([...path, field]),
    };
  });
}

function createActionRule(
  rule: Omit<Rule, 'check'>,
  checkAction: (action: ParsedAction, input: RuleInput) => Finding | undefined,
): Rule {
  return {
    ...rule,
    check(input) {
      for (const action of readActions(input)) {
        const finding = checkAction(action, input);
        if (finding) input.report(finding);
      }
    },
  };
}

export const requiredActionVerb = createActionRule(
  {
    name: 'required-action-verb',
    severity: 'warning',
    why: 'An action that starts with a verb can be done. A wish cannot.',
    example: {
      wrong: 'text: Better monitoring of the disk',
      right: 'text: Alert when the disk is 80% full',
    },
  },
  ({ getText, getSpan }) => {
    const text = getText('text');
    if (text === undefined || isTodo(text) || startsWithVerb(text)) return undefined;
    return {
      span: getSpan('text'),
      message: `Unexpected ${quote(getFirstWord(text))} at the start of an action, expected a verb that says what to do`,
    };
  },
);

const isOpen = ({ status }: ParsedAction) => status === 'open' || status === 'in-progress';

export const requiredActionOwner = createActionRule(
  {
    name: 'required-action-owner',
    severity: 'warning',
    why: 'An action that nobody owns does not get done.',
    example: {
      wrong: '- text: Rotate the key\n  status: open',
      right: '- text: Rotate the key\n  status: open\n  owner: platform team',
    },
  },
  (action) =>
    isOpen(action) && action.getText('owner') === undefined
      ? {
          span: action.getSpan('status'),
          message: `Missing field \`owner\` in an action that is ${action.status}, expected a role or team`,
          hint: 'If nobody knows, write `owner: unknown`.',
        }
      : undefined,
);

export const requiredActionDoneWhen = createActionRule(
  {
    name: 'required-action-done-when',
    severity: 'warning',
    why: 'If it is not clear when an action is done, it stays open for years, or is closed too early.',
    example: {
      wrong: '- text: Test the failover\n  status: open',
      right:
        '- text: Test the failover\n  status: open\n  doneWhen: One failover has been carried out in production',
    },
  },
  (action) =>
    isOpen(action) && action.getText('doneWhen') === undefined
      ? {
          span: action.getSpan('status'),
          message: `Missing field \`doneWhen\` in an action that is ${action.status}, expected how to tell that it is done`,
          hint: 'If nobody knows, write `doneWhen: unknown`.',
        }
      : undefined,
);

export const consistentActionStatus = createActionRule(
  {
    name: 'consistent-action-status',
    severity: 'error',
    why: 'The status of an action must match its other fields, and an action that was dropped needs a reason.',
    example: { wrong: 'status: dropped', right: 'status: dropped\ndropped: The service was shut down' },
  },
  ({ status, getText, getSpan }) => {
    if (status === 'dropped' && getText('dropped') === undefined) {
      return {
        span: getSpan('status'),
        message: 'Missing field `dropped` in an action that is dropped, expected the reason',
      };
    }
    if (status !== undefined && status !== 'dropped' && getText('dropped') !== undefined) {
      return {
        span: getSpan('dropped'),
        message: `Unexpected field \`dropped\` in an action that is ${status}, expected \`status: dropped\``,
      };
    }
    if ((status === 'open' || status === 'in-progress') && getText('closed') !== undefined) {
      return {
        span: getSpan('closed'),
        message: `Unexpected field \`closed\` in an action that is ${status}, expected \`status: done\` or \`status: dropped\``,
      };
    }
    return undefined;
  },
);

export const noOverdueAction = createActionRule(
  {
    name: 'no-overdue-action',
    severity: 'warning',
    why: 'An overdue action is the most likely reason for an incident to happen again.',
    example: { wrong: 'status: open\ndue: 2018-04-01', right: 'status: done\ndue: 2018-04-01' },
  },
  (action, { content }) => {
    const written = action.getText('due');
    const due = written === undefined ? undefined : parseTime(written);
    const end = due && getLastInstant(due);
    if (!isOpen(action) || end === undefined || !content.isPast(end)) return undefined;
    return {
      span: action.getSpan('due'),
      message: `Unexpected due date ${quote(written ?? '')} in an action that is ${action.status}, expected today (${content.getToday()}) or later`,
      hint: 'Close the action, drop it and give the reason, or agree on a new date.',
    };
  },
);
