import { expect, test } from 'vitest';
import { runRules } from '../../../src/knowledge/check/run-rules.ts';
import { Content } from '../../../src/knowledge/source/content.ts';
import { POSTMORTEM_HEAD, SMALL_FILES } from '../small-content.ts';

/** Lists the rules that one postmortem breaks, with their severities. */
function listSeverities(status: string, body: string): string[] {
  const files = {
    ...SMALL_FILES,
    'site.yaml': SMALL_FILES['site.yaml'].replace('sections: []', 'sections: [What happened]'),
    'postmortems/2018-03-10-a.mdx': `${POSTMORTEM_HEAD.replace('status: reviewed', `status: ${status}`)}\n${body}\n`,
  };
  const content = new Content(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    'content',
  );
  return runRules(content)
    .filter(({ path }) => path.endsWith('-a.mdx'))
    .map(({ rule, severity }) => `${rule}: ${severity}`)
    .sort();
}

const BODY = 'Jane forgot to look. TODO: say more, and see [this page](javascript:alert).';

test('a draft gets warnings for wording and completeness, and errors for what could do harm', () => {
  expect(listSeverities('draft', BODY)).toEqual([
    'no-blame: warning',
    'no-todo: warning',
    'no-unsafe-link: error',
    'required-sections: warning',
  ]);
});

test('a page in review gets errors for all of them', () => {
  expect(listSeverities('in-review', BODY)).toEqual([
    'no-blame: error',
    'no-todo: error',
    'no-unsafe-link: error',
    'required-sections: error',
  ]);
});
