import { expect, test } from 'vitest';
import { check } from '../../../src/knowledge/check/check.ts';
import { Content } from '../../../src/knowledge/source/content.ts';
import { POSTMORTEM, SMALL } from '../small-content.ts';

/** What the faults of one postmortem weigh. */
function weights(status: string, body: string): string[] {
  const files = {
    ...SMALL,
    'site.yaml': (SMALL['site.yaml'] ?? '').replace('sections: []', 'sections: [What happened]'),
    'postmortems/2018-03-10-a.mdx': `${POSTMORTEM.replace('status: reviewed', `status: ${status}`)}\n${body}\n`,
  };
  const content = new Content(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    'content',
  );
  return check(content)
    .filter(({ path }) => path.endsWith('-a.mdx'))
    .map(({ rule, severity }) => `${rule}: ${severity}`)
    .sort();
}

const BODY = 'It was human error. TODO: say more, and see [this page](javascript:alert).';

test('in a draft, wording and completeness only warn; what could do harm is refused', () => {
  expect(weights('draft', BODY)).toEqual([
    'blame: warning',
    'required-sections: warning',
    'safe-link: error',
    'unfinished: warning',
  ]);
});

test('what others read is held to all of it', () => {
  expect(weights('in-review', BODY)).toEqual([
    'blame: error',
    'required-sections: error',
    'safe-link: error',
    'unfinished: error',
  ]);
});
