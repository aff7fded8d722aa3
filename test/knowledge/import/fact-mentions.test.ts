import { expect, test } from 'vitest';
import { findDurations, findIncidentSentences } from '../../../src/knowledge/import/duration-phrases.ts';
import { findSeverityMention } from '../../../src/knowledge/import/severity-mentions.ts';
import { importShape } from './import-shapes.ts';

test.each([
  ['/label ~incident ~severity::2', 'severity: sev2'],
  ['~"Severity::1" ~incident', 'severity: sev1'],
  ['/severity S3', 'severity: sev3'],
  ['~S2 ~bug', 'severity: sev2'],
  ['~severity::1 ~severity::2', 'severity: unknown'],
])('reads the severity in the labels "%s"', async (labels, severity) => {
  const { fields } = await importShape('a.md', `# Mail is late\n\n${labels}\n\n## Summary\n\nBy an hour.`);
  expect(fields).toContain(severity);
});

test.each([
  ['The SEV-1 was declared at noon.', 'SEV-1'],
  ['We declared a severity 2 incident.', 'severity 2'],
  ['A P1 incident was opened.', 'P1'],
  ['SEV-1 at first, later SEV-2.', undefined],
  ['The P1 connector was loose.', undefined],
])('finds the severity that "%s" names', (text, severity) => {
  expect(findSeverityMention(text)).toBe(severity);
});

test('offers the only severity of the sentences, not that of an action', async () => {
  const page = (actions: string) =>
    `# Mail is late\n\n## Summary\n\nThe SEV-1 was declared late.\n\n## Action items\n\n- ${actions}`;
  expect((await importShape('a.md', page('Page support for SEV-2'))).offers).toContain('severity: SEV-1');
});

test.each([
  ['It took us 1 h 35 min.', 'PT1H35M'],
  ['The outage took 2 hours.', 'PT2H'],
  ['Mail was down for 57 minutes.', 'PT57M'],
  ['障害は4時間30分間続いた。', 'PT4H30M'],
  ['Das VPN fiel 45 Minuten lang aus.', 'PT45M'],
])('finds the duration in "%s"', (text, duration) => {
  expect(findDurations(text).map((found) => found.duration)).toEqual([duration]);
});

test.each([
  'Hand-over took 4 minutes.',
  'The review took 2 hours.',
  'The ticket slept for 16 hours.',
  'The certificate is valid for 90 days.',
  'We monitored the queue for 3 hours.',
])('finds no duration of an incident in "%s"', (text) => {
  expect(findDurations(text)).toEqual([]);
});

test('finds the sentences about an incident by its name', () => {
  expect(
    findIncidentSentences('Mail flows. The outage lasted 3 hours 35 minutes. It rained for 2 hours.'),
  ).toBe('The outage lasted 3 hours 35 minutes.');
});

test.each([
  ['Time in SEV-1', '48 minutes', 'PT48M'],
  ['Ausfalldauer', '2 Stunden', 'PT2H'],
  ['Tiempo de caída', '1 h 5 min', 'PT1H5M'],
  ["Durée de l'interruption", '45 minutes', 'PT45M'],
  ['影響時間', '4時間30分', 'PT4H30M'],
  ['Durée', '1h20', 'PT1H20M'],
])('reads the duration from "%s"', async (name, value, duration) => {
  const { fields, offers } = await importShape(
    'a.md',
    `# Mail is late\n\n## Impact\n\n| | |\n|---|---|\n| ${name} | ${value} |\n| Messages | 900 |`,
  );
  expect(`${fields}\n${offers}`).toContain(`duration: ${duration}`);
});

test('offers the start and the end of a duration that is written as a period', async () => {
  const { offers } = await importShape(
    'a.md',
    '# Mail is late\n\n- **Date:** 2024-07-09\n- **Impact duration:** `06:12 UTC` - `08:47 UTC` (155 minutes)\n- **Status:** done',
  );
  expect(offers).toContain('started: 2024-07-09T06:12Z');
  expect(offers).toContain('resolved: 2024-07-09T08:47Z');
});

test('offers the clock time of the first event on the day that the page names', async () => {
  const { fields, offers } = await importShape(
    'a.md',
    '# Mail is late\n\n**Date:** 2024-02-21\n\n## Timeline\n\n2024-02-21 (*all times UTC*)\n\n- 05:12 the disk is full\n- 06:10 mail flows',
  );
  expect(fields).toContain('started: "2024-02-21"');
  expect(offers).toContain('started: 2024-02-21T05:12Z');
  expect(offers).not.toContain('all times');
});

test('takes the facts at the head of a page although one line has no colon', async () => {
  const { fields } = await importShape(
    'a.md',
    '# Mail is late\n\n**Severity: SEV-2**\n**Services:** postgresql\n**Customer-facing?** yes\n**Status:** done\n\n## Summary\n\nBy an hour.',
  );
  expect(fields).toContain('severity: sev2');
});

test('offers the section about the impact next to a short line about it', async () => {
  const { fields, offers } = await importShape(
    'a.md',
    '# Mail is late\n\n- **Impact:** mail was late\n- **Status:** done\n\n## Details\n\n### Impact\n\n- How many? 2,310 namespaces',
  );
  expect(fields).toContain('impact: mail was late');
  expect(offers).toContain('2,310 namespaces');
});

test('offers no links above the events, and no section that was skipped', async () => {
  const { offers } = await importShape(
    'a.md',
    '# Mail is late\n\n## Timeline\n\n- [Deployments](https://example.org/d)\n\n2024-07-09 (UTC)\n\n- 06:12 the disk is full\n\n## Five whys\n\n_skipped, see root cause_',
  );
  expect(offers).not.toContain('Deployments');
  expect(offers).not.toContain('skipped');
  expect(offers).toContain('the disk is full');
});

test('reads a severity with its word after a dash', async () => {
  const { fields } = await importShape(
    'a.md',
    '# Mail is late\n\n**Severity:** SEV2 - major\n\n## Summary\n\nBy an hour.',
  );
  expect(fields).toContain('severity: sev2');
});
