/** Action items: actionable, owned, bounded (Lunney, Lueder and Beyer, ";login:", spring 2017). */
import { parseTime } from '../../schema/time.ts';
import { getListAt, getTextAt } from '../../source/field-values.ts';
import { quote, type Span } from '../../source/problem.ts';
import type { Path, YamlSource } from '../../source/yaml/yaml-source.ts';
import { getFirstWord, startsWithVerb } from '../imperative-verbs.ts';
import { isTodo } from './no-todo.ts';
import type { Finding, Rule, RuleInput } from './rule.ts';

interface ParsedAction {
  readonly path: Path;
  readonly yaml: YamlSource;
  readonly status: string | undefined;
  getText(field: string): string | undefined;
  /** Where a field stands, or where the action begins. */
  getSpan(field: string): Span;
}

function readActions({ file }: RuleInput): ParsedAction[] {
  if (file.type !== 'document' || file.kind !== 'postmortem') return [];
  const { yaml } = file;
  return getListAt(yaml.value, ['actions']).map((_, index) => {
    const path = ['actions', index];
    return {
      path,
      yaml,
      status: getTextAt(yaml.value, [...path, 'status']),
      getText: (field) => getTextAt(yaml.value, [...path, field]),
      getSpan: (field) => yaml.spanAt([...path, field]),
    };
  });
}

function createActionRule(
  rule: Omit<Rule, 'check'>,
  judge: (action: ParsedAction, input: RuleInput) => Finding | undefined,
): Rule {
  return {
    ...rule,
    check(input) {
      for (const action of readActions(input)) {
        const finding = judge(action, input);
        if (finding) input.report(finding);
      }
    },
  };
}

export const requiredActionVerb = createActionRule(
  {
    name: 'required-action-verb',
    severity: 'warning',
    why: 'An action that begins with a verb can be done; one that names a wish cannot.',
    example: {
      wrong: 'text: Better monitoring of the disk',
      right: 'text: Alert when the disk is 80 % full',
    },
  },
  ({ getText: text, getSpan: spanOf }) => {
    const written = text('text');
    const isSaid = written !== undefined && !isTodo(written);
    const word = !isSaid || startsWithVerb(written) ? undefined : getFirstWord(written);
    return word === undefined
      ? undefined
      : {
          span: spanOf('text'),
          message: `Unexpected ${quote(word)} at the start of an action, expected a verb: what is to be done`,
        };
  },
);

const isOpen = ({ status }: ParsedAction) => status === 'open' || status === 'in-progress';

export const requiredActionOwner = createActionRule(
  {
    name: 'required-action-owner',
    severity: 'warning',
    why: 'What belongs to nobody is done by nobody.',
    example: {
      wrong: '- text: Rotate the key\n  status: open',
      right: '- text: Rotate the key\n  status: open\n  owner: platform team',
    },
  },
  (action) =>
    isOpen(action) && action.getText('owner') === undefined
      ? {
          span: action.getSpan('status'),
          message: `Missing field \`owner\` of an action that is ${action.status}, expected a role or team`,
          hint: 'Where nobody can say any more, write `owner: unknown`.',
        }
      : undefined,
);

export const requiredActionDoneWhen = createActionRule(
  {
    name: 'required-action-done-when',
    severity: 'warning',
    why: 'Without a condition under which it is done, an action is never done, or done at once.',
    example: {
      wrong: '- text: Test the failover\n  status: open',
      right: '  doneWhen: One failover has been carried out on the live setup',
    },
  },
  (action) =>
    isOpen(action) && action.getText('doneWhen') === undefined
      ? {
          span: action.getSpan('status'),
          message: `Missing field \`doneWhen\` of an action that is ${action.status}, expected how one can tell that it is done`,
          hint: 'Where nobody can say any more, write `doneWhen: unknown`.',
        }
      : undefined,
);

export const consistentActionStatus = createActionRule(
  {
    name: 'consistent-action-status',
    severity: 'error',
    why: 'The status of an action and its other fields have to tell the same story; an action that was dropped says why.',
    example: { wrong: 'status: dropped', right: 'status: dropped\ndropped: The service was shut down' },
  },
  ({ status, getText: text, getSpan: spanOf }) => {
    if (status === 'dropped' && text('dropped') === undefined) {
      return {
        span: spanOf('status'),
        message: 'Missing field `dropped` of an action that was dropped, expected the reason',
      };
    }
    if (status !== undefined && status !== 'dropped' && text('dropped') !== undefined) {
      return {
        span: spanOf('dropped'),
        message: `Unexpected reason for dropping an action that is ${status}, expected \`status: dropped\``,
      };
    }
    if ((status === 'open' || status === 'in-progress') && text('closed') !== undefined) {
      return {
        span: spanOf('closed'),
        message: `Unexpected \`closed\` of an action that is ${status}, expected \`status: done\` or \`dropped\``,
      };
    }
    return undefined;
  },
);

export const noOverdueAction = createActionRule(
  {
    name: 'no-overdue-action',
    severity: 'warning',
    why: 'An action past its date is the likeliest reason why an incident comes back.',
    example: { wrong: 'status: open\ndue: 2018-04-01', right: 'status: done\ndue: 2018-04-01' },
  },
  (action, { today }) => {
    const written = action.getText('due');
    const due = written === undefined ? undefined : parseTime(written);
    const now = today === undefined ? undefined : parseTime(today);
    if (!isOpen(action) || !due?.yearKnown || !now || due.latest >= now.earliest) return undefined;
    return {
      span: action.getSpan('due'),
      message: `Unexpected date ${quote(due.source)} of an action that is ${action.status}, expected one that is not past today, ${today}`,
      hint: 'Close it, drop it with its reason, or agree on a new date.',
    };
  },
);
