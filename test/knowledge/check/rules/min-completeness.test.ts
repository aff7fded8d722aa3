import { expect, test } from 'vitest';
import { measureCompleteness } from '../../../../src/knowledge/check/completeness.ts';
import { postmortemSchema } from '../../../../src/knowledge/schema/postmortem.ts';
import { POSTMORTEM_FIELDS, POSTMORTEM_HEAD, runRule, SMALL_FILES } from '../../small-content.ts';

const { percent, missing } = measureCompleteness(postmortemSchema.parse(POSTMORTEM_FIELDS));

const check = (minimum: number, head = POSTMORTEM_HEAD) =>
  runRule('min-completeness', {
    'site.yaml': SMALL_FILES['site.yaml'].replace('completeness: 0', `completeness: ${minimum}`),
    'postmortems/a.mdx': head,
  });

test('accepts exactly the minimum, and warns below it', () => {
  expect(check(percent)).toEqual([]);
  expect(check(percent + 1)).toMatchObject([
    {
      line: 2,
      column: 1,
      message: `Unexpected completeness of ${percent}%, expected at least ${percent + 1}%`,
    },
  ]);
});

test('names the five most important missing parts, and counts the others', () => {
  const labels = missing.map(({ label }) => label);
  expect(labels.length).toBeGreaterThan(6);
  expect(check(100)[0]?.hint).toBe(
    `Still missing: ${labels.slice(0, 5).join('; ')}; and ${labels.length - 5} more.`,
  );
});

const ALMOST_COMPLETE = `\
factors: [{ text: T, category: process }]
signals: [S]
everydayWords: W
mitigations: [{ action: restart, worked: "yes", text: T }]
lessons: { learned: [a] }
services: [redis]
tags: [not-reboot-safe]
timeline: [${Array.from({ length: 3 }, () => '{ at: 2018-03-10, kind: trigger, text: T }').join(', ')}]
actions: [{ text: T, type: prevent, status: done, owner: O, doneWhen: D }]
wentWell: [W]
duration: PT1H
`;

test('names all of five missing parts', () => {
  const hint = (fields: string) => check(100, POSTMORTEM_HEAD.replace(/---\n$/, `${fields}---\n`))[0]?.hint;
  const all = hint(ALMOST_COMPLETE);
  expect(all?.split('; ')).toHaveLength(5);
  expect(all).not.toContain('more');
  expect(hint(ALMOST_COMPLETE.replace('duration: PT1H\n', ''))).toMatch(/; and 1 more\.$/);
});

test('checks nothing if the settings are missing or the fields have errors', () => {
  expect(
    runRule('min-completeness', { 'site.yaml': 'title: T\n', 'postmortems/a.mdx': POSTMORTEM_HEAD }),
  ).toEqual([]);
  expect(check(100, POSTMORTEM_HEAD.replace('severity: unknown', 'severity: bad'))).toEqual([]);
});
