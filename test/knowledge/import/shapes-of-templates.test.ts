import { expect, test } from 'vitest';
import { importShape } from './import-shapes.ts';

test.each([
  [
    'a bold line above a table',
    '## Timeline\n\n**2023-11-02 (UTC)**\n\n| Time | What |\n|---|---|\n| 08:05 | it begins |',
  ],
  [
    'a heading with a day and a zone in brackets',
    '## TIMELINE (2 November 2023, times in UTC)\n\n- 08:05 it begins',
  ],
  [
    'the head of a column',
    '## Timeline\n\n2023-11-02\n\n| London (UTC+0) | What |\n|---|---|\n| 08:05 | it begins |',
  ],
])('reads the day and the zone of clock times from %s', async (_, timeline) => {
  const { offers } = await importShape('a.md', `# Mail is late\n\n${timeline}\n`);
  expect(offers).toMatch(/at: ['"]?2023-11-02T08:05(?:Z|\+00:00)/);
  expect(offers).toContain('text: it begins');
});

test('names an instant once if two columns have it on two clocks', async () => {
  const table = (other: string) =>
    `# Mail is late\n\n## Timeline\n\n2023-11-02\n\n| Berlin (UTC+1) | Dublin (UTC+0) | What |\n|---|---|---|\n| 09:05 | ${other} | it begins |`;
  expect((await importShape('a.md', table('08:05'))).offers).toContain('text: it begins');
  expect((await importShape('a.md', table('07:05'))).offers).toContain('text: 07:05 - it begins');
});

test.each([
  ['**Impact: High / P1**', 'severity: High / P1'],
  ['| Reported by | Severity | Started |\n|---|---|---|\n| SRE | SEV-2 | 2023-11-02 |', 'severity: sev2'],
])('reads the severity in %s', async (head, severity) => {
  const { fields, offers } = await importShape(
    'a.md',
    `# Mail is late\n\n${head}\n\n## Summary\n\nBy an hour.`,
  );
  expect(`${fields}\n${offers}`).toContain(severity);
});

test.each(['Root Causes and Trigger', 'Why it was possible', '背景要因'])(
  'reads factors below the heading "%s", and no trigger',
  async (heading) => {
    const { fields, offers } = await importShape(
      'a.md',
      `# Mail is late\n\n## ${heading}\n\nThe disk was small.\n\nNobody watched it.\n\n**Trigger:** a long log.`,
    );
    const found = `${fields}\n${offers}`;
    expect(found).toContain('text: The disk was small.');
    expect(found).not.toContain('text: "Trigger');
    expect(found).not.toContain('Trigger: a long log');
  },
);

test('offers no cause that was ruled out', async () => {
  const { offers } = await importShape(
    'a.md',
    '# Mail is late\n\n## Causes\n\nThe disk was small.\n\nA bad cable (ruled out by the vendor).',
  );
  expect(offers).toContain('The disk was small.');
  expect(offers).not.toContain('cable');
});

test('reads the actions below "What we changed, and will change"', async () => {
  const { fields } = await importShape(
    'a.md',
    '# Mail is late\n\n## What we changed, and will change\n\n| What | Who | Until |\n|---|---|---|\n| Buy a disk | Platform | done |',
  );
  expect(fields).toMatch(/text: Buy a disk[\s\S]*status: done/);
});
