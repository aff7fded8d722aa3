/** Action items: actionable, owned, bounded (Lunney, Lueder and Beyer, ";login:", spring 2017). */
import { parseTime } from '../../schema/edtf.ts';
import { listAt, textAt } from '../../source/field-values.ts';
import { quote, type Span } from '../../source/problem.ts';
import type { Path, YamlSource } from '../../source/yaml/yaml-source.ts';
import { firstWord, startsWithVerb } from '../verbs.ts';
import type { Finding, Rule, RuleInput } from './rule.ts';
import { isMark } from './unfinished.ts';

interface WrittenAction {
  readonly path: Path;
  readonly yaml: YamlSource;
  readonly status: string | undefined;
  text(field: string): string | undefined;
  /** Where a field stands, or where the action begins. */
  spanOf(field: string): Span;
}

function actionsOf({ file }: RuleInput): WrittenAction[] {
  if (file.type !== 'document' || file.kind !== 'postmortem') return [];
  const { yaml } = file;
  return listAt(yaml.value, ['actions']).map((_, index) => {
    const path = ['actions', index];
    return {
      path,
      yaml,
      status: textAt(yaml.value, [...path, 'status']),
      text: (field) => textAt(yaml.value, [...path, field]),
      spanOf: (field) => yaml.spanAt([...path, field]),
    };
  });
}

function actionRule(
  rule: Omit<Rule, 'check'>,
  judge: (action: WrittenAction, input: RuleInput) => Finding | undefined,
): Rule {
  return {
    ...rule,
    check(input) {
      for (const action of actionsOf(input)) {
        const finding = judge(action, input);
        if (finding) input.report(finding);
      }
    },
  };
}

export const actionVerb = actionRule(
  {
    name: 'action-verb',
    severity: 'warning',
    why: 'An action that begins with a verb can be done; one that names a wish cannot.',
    example: {
      wrong: 'text: Better monitoring of the disk',
      right: 'text: Alert when the disk is 80 % full',
    },
  },
  ({ text, spanOf }) => {
    const written = text('text');
    const isSaid = written !== undefined && !isMark(written);
    const word = !isSaid || startsWithVerb(written) ? undefined : firstWord(written);
    return word === undefined
      ? undefined
      : {
          span: spanOf('text'),
          message: `Unexpected ${quote(word)} at the start of an action, expected a verb: what is to be done`,
        };
  },
);

const isOpen = ({ status }: WrittenAction) => status === 'open' || status === 'in-progress';

export const actionOwner = actionRule(
  {
    name: 'action-owner',
    severity: 'warning',
    why: 'What belongs to nobody is done by nobody.',
    example: {
      wrong: '- text: Rotate the key\n  status: open',
      right: '- text: Rotate the key\n  status: open\n  owner: platform team',
    },
  },
  (action) =>
    isOpen(action) && action.text('owner') === undefined
      ? {
          span: action.spanOf('status'),
          message: `Missing field \`owner\` of an action that is ${action.status}, expected a role or team`,
          hint: 'Where nobody can say any more, write `owner: unknown`.',
        }
      : undefined,
);

export const actionBounded = actionRule(
  {
    name: 'action-bounded',
    severity: 'warning',
    why: 'Without a condition under which it is done, an action is never done, or done at once.',
    example: {
      wrong: '- text: Test the failover\n  status: open',
      right: '  doneWhen: One failover has been carried out on the live setup',
    },
  },
  (action) =>
    isOpen(action) && action.text('doneWhen') === undefined
      ? {
          span: action.spanOf('status'),
          message: `Missing field \`doneWhen\` of an action that is ${action.status}, expected how one can tell that it is done`,
          hint: 'Where nobody can say any more, write `doneWhen: unknown`.',
        }
      : undefined,
);

export const actionStatus = actionRule(
  {
    name: 'action-status',
    severity: 'error',
    why: 'The status of an action and its other fields have to tell the same story; an action that was dropped says why.',
    example: { wrong: 'status: dropped', right: 'status: dropped\ndropped: The service was shut down' },
  },
  ({ status, text, spanOf }) => {
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

export const overdueAction = actionRule(
  {
    name: 'overdue-action',
    severity: 'warning',
    why: 'An action past its date is the likeliest reason why an incident comes back.',
    example: { wrong: 'status: open\ndue: 2018-04-01', right: 'status: done\ndue: 2018-04-01' },
  },
  (action, { today }) => {
    const written = action.text('due');
    const due = written === undefined ? undefined : parseTime(written);
    const now = today === undefined ? undefined : parseTime(today);
    if (!isOpen(action) || !due?.yearKnown || !now || due.latest >= now.earliest) return undefined;
    return {
      span: action.spanOf('due'),
      message: `Unexpected date ${quote(due.source)} of an action that is ${action.status}, expected one that is not past today, ${today}`,
      hint: 'Close it, drop it with its reason, or agree on a new date.',
    };
  },
);
