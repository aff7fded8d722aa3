import { expect, test } from 'vitest';
import { runRules } from '../../../src/knowledge/check/run-rules.ts';
import { Content } from '../../../src/knowledge/source/content.ts';
import { POSTMORTEM_HEAD, SMALL_FILES } from '../small-content.ts';

/** What the faults of one postmortem weigh. */
function weights(status: string, body: string): string[] {
  const files = {
    ...SMALL_FILES,
    'site.yaml': (SMALL_FILES['site.yaml'] ?? '').replace('sections: []', 'sections: [What happened]'),
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

const BODY = 'It was human error. TODO: say more, and see [this page](javascript:alert).';

test('in a draft, wording and completeness only warn; what could do harm is refused', () => {
  expect(weights('draft', BODY)).toEqual([
    'no-blame: warning',
    'no-todo: warning',
    'no-unsafe-link: error',
    'required-sections: warning',
  ]);
});

test('what others read is held to all of it', () => {
  expect(weights('in-review', BODY)).toEqual([
    'no-blame: error',
    'no-todo: error',
    'no-unsafe-link: error',
    'required-sections: error',
  ]);
});
