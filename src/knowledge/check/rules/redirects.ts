/** Rules for the redirects of renamed entries. */

import { formatWithArticle, type Ref, toRefKey } from '../../schema/kinds.ts';
import { findTakenAddress } from '../../source/addresses.ts';
import { quote } from '../../source/problem.ts';
import type { RedirectItem, RedirectsFile } from '../../source/redirects-file.ts';
import type { ContentView } from '../content-view.ts';
import type { Finding, Rule } from './rule.ts';

function createRedirectRule(
  rule: Omit<Rule, 'check' | 'severity'>,
  checkItem: (
    item: RedirectItem & { readonly from: Ref; readonly isRepeated: boolean },
    content: ContentView,
    file: RedirectsFile,
  ) => Finding[],
): Rule {
  return {
    ...rule,
    severity: 'error',
    check({ file, content, report }) {
      if (file.type !== 'redirects') return;
      const seen = new Set<string>();
      for (const item of file.items) {
        if (!item.from) continue;
        const key = toRefKey(item.from);
        const checked = { ...item, from: item.from, isRepeated: seen.has(key) };
        seen.add(key);
        for (const finding of checkItem(checked, content, file)) report(finding);
      }
    },
  };
}

export const validRedirectFrom = createRedirectRule(
  {
    name: 'valid-redirect-from',
    why: 'A redirect takes the address of a page that no longer exists. If another page, a file of the site or another redirect has the same address, only one of them can be shown.',
    example: {
      wrong: '- kind: tag\n  from: not-reboot-safe\n  to: not-reboot-safe',
      right: '- kind: tag\n  from: reboot-unsafe\n  to: not-reboot-safe',
    },
  },
  ({ index, from, isRepeated }, content, file) => {
    const span = file.yaml.spanAt([index, 'from']);
    if (content.has(from)) {
      return [
        {
          span,
          message: `Unexpected ${from.kind} ${quote(from.id)}, expected an id that is no longer in use`,
        },
      ];
    }
    const taken = findTakenAddress(from);
    if (taken) {
      const expected = `expected one whose address \`${taken}\` is not taken by a page or file of the site`;
      return [{ span, message: `Unexpected ${from.kind} ${quote(from.id)}, ${expected}` }];
    }
    if (isRepeated) {
      return [{ span, message: `Unexpected second redirect from ${quote(from.id)}, expected each id once` }];
    }
    return from.kind === 'procedure' ? checkProcedurePage(from, content, span) : [];
  },
);

/** Checks that the note of a redirected procedure exists, because an anchor needs a page. */
function checkProcedurePage(from: Ref, content: ContentView, span: Finding['span']): Finding[] {
  const [id = '', anchor] = from.id.split('#');
  if (!anchor) {
    const expected = "expected the note's id, a `#` and the procedure's id";
    return [{ span, message: `Unexpected ${quote(from.id)}, ${expected}` }];
  }
  const note = { kind: 'note', id } as const;
  if (content.has(content.resolveRedirect(note))) return [];
  return [
    {
      span,
      message: `Unexpected procedure of the note ${quote(id)}, expected a note that exists or is redirected`,
    },
  ];
}

export const noRedirectChain = createRedirectRule(
  {
    name: 'no-redirect-chain',
    why: 'An old address leads to the page in one step. A redirect to another redirect takes two steps, and a loop never ends.',
    example: {
      wrong: '- {kind: tag, from: a, to: b}\n- {kind: tag, from: b, to: c}',
      right: '- {kind: tag, from: a, to: c}\n- {kind: tag, from: b, to: c}',
    },
  },
  ({ index, from, to }, content, file) => {
    const chain = [from, ...content.listRedirectSteps(from)];
    const end = chain.at(-1);
    if (!to || !end) return [];
    const span = file.yaml.spanAt([index, 'to']);
    if (new Set(chain.map(toRefKey)).size < chain.length) {
      const loop = formatChain(chain);
      return [
        {
          span,
          message: `Unexpected redirect loop ${loop}, expected ${formatWithArticle(from.kind)} that exists`,
        },
      ];
    }
    if (chain.length === 2) return [];
    return [
      {
        span,
        message: `Unexpected redirect to ${quote(to.id)}, which is itself redirected, expected ${quote(end.id)}`,
      },
    ];
  },
);

const MAX_SHOWN_STEPS = 8;

/** Leaves out the middle of a long chain. */
function formatChain(chain: readonly Ref[]): string {
  const ids = chain.map(({ id }) => quote(id));
  if (ids.length <= MAX_SHOWN_STEPS) return ids.join(' → ');
  const half = MAX_SHOWN_STEPS / 2;
  const middle = `… ${ids.length - MAX_SHOWN_STEPS} more …`;
  return [...ids.slice(0, half), middle, ...ids.slice(-half)].join(' → ');
}

export const validRedirects: Rule = {
  name: 'valid-redirects',
  severity: 'error',
  why: 'The redirects are a list. Each has a kind, an old id and a new id.',
  example: { wrong: 'kind: tag', right: '- kind: tag\n  from: reboot-unsafe\n  to: not-reboot-safe' },
  check({ file, report }) {
    if (file.type !== 'redirects' || file.yaml.errors.length > 0) return;
    const { value } = file.yaml;
    // An empty file is an empty list.
    if (Array.isArray(value) || value === null || value === undefined || value === '') return;
    report({
      span: file.yaml.spanAt([]),
      message: 'Unexpected content, expected a list of redirects: `- kind: …`',
    });
  },
};
