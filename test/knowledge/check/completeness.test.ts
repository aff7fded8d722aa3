import { describe, expect, test } from 'vitest';
import { listCompletenessParts, measureCompleteness } from '../../../src/knowledge/check/completeness.ts';
import { type PostmortemData, postmortemSchema } from '../../../src/knowledge/schema/postmortem.ts';

const EVENT = { at: '2018-03-10', kind: 'trigger', text: 'The machine was rebooted.' };
const ACTION = {
  text: 'Start Redis with the machine',
  type: 'prevent',
  owner: 'Operations',
  status: 'open',
  doneWhen: 'It is up after a reboot.',
};

const COMPLETE = {
  title: 'Redis was gone',
  summary: 'Redis did not come back after a reboot.',
  kind: 'incident',
  status: 'reviewed',
  severity: 'sev2',
  organization: 'Example',
  started: '2018-03-10',
  duration: 'PT1H',
  detection: { method: 'alert', gap: 'The alert was off.' },
  trigger: 'maintenance',
  factors: [{ text: 'Redis was started by hand.', category: 'configuration' }],
  impact: 'Nobody could log in.',
  services: ['redis'],
  tags: ['not-reboot-safe'],
  signals: ['Could not connect to Redis'],
  everydayWords: 'I cannot sign in.',
  mitigations: [{ action: 'restart', worked: 'yes', text: 'Redis was started.' }],
  timeline: [EVENT, EVENT, EVENT],
  lessons: { learned: ['survive-a-reboot'] },
  wentWell: ['The alert came soon.'],
  wentWrong: ['Nobody knew the machine.'],
  actions: [ACTION],
  sources: [{ title: 'Channel log' }],
};

function measure(change: Readonly<Record<string, unknown>> = {}) {
  const data: PostmortemData = postmortemSchema.parse({ ...COMPLETE, ...change });
  const { percent, missing } = measureCompleteness(data);
  return [percent, ...missing.map(({ field }) => field)];
}

test('a postmortem with all parts is 100 % complete', () => {
  expect(measure()).toEqual([100]);
});

describe('a share of all weights is rounded down', () => {
  test('32 of 33 are 96 %, not 97 %', () => {
    expect(listCompletenessParts().reduce((sum, { weight }) => sum + weight, 0)).toBe(33);
    expect(measure({ sources: [] })).toEqual([96, 'sources']);
  });

  test('none of them is 0 %', () => {
    const { title, summary, kind, status, organization, started, impact } = COMPLETE;
    const required = { title, summary, kind, status, organization, started, impact };
    const unknown = { severity: 'unknown', detection: { method: 'unknown' }, trigger: 'unknown' };
    const { percent, missing } = measureCompleteness(postmortemSchema.parse({ ...required, ...unknown }));
    expect(percent).toBe(0);
    expect(missing).toEqual(listCompletenessParts());
  });
});

describe('a part', () => {
  const missing: [part: string, percent: number, change: Readonly<Record<string, unknown>>][] = [
    ['signals', 90, { signals: [] }],
    ['mitigations', 90, { mitigations: [] }],
    ['factors', 90, { factors: [] }],
    ['lessons', 90, { lessons: {} }],
    ['timeline', 93, { timeline: [EVENT, EVENT] }],
    ['services', 93, { services: [] }],
    ['tags', 93, { tags: [] }],
    ['trigger', 93, { trigger: 'unknown' }],
    ['detection.method', 93, { detection: { method: 'unknown', gap: 'The alert was off.' } }],
    ['severity', 96, { severity: 'unknown' }],
    ['duration', 96, { duration: undefined }],
    ['detection.gap', 96, { detection: { method: 'alert' } }],
    ['wentWell', 96, { wentWell: [] }],
    ['wentWrong', 96, { wentWrong: [] }],
    ['actions.owner', 96, { actions: [{ ...ACTION, owner: undefined }] }],
    ['actions.owner', 96, { actions: [ACTION, { ...ACTION, owner: 'unknown' }] }],
    ['actions.doneWhen', 96, { actions: [{ ...ACTION, doneWhen: undefined }] }],
    ['actions.doneWhen', 96, { actions: [ACTION, { ...ACTION, doneWhen: 'unknown' }] }],
    ['everydayWords', 96, { everydayWords: undefined }],
    ['sources', 96, { sources: [] }],
  ];
  test.each(missing)('%s is missing: %d %', (part, percent, change) => {
    expect(measure(change)).toEqual([percent, part]);
  });

  test('without actions, their owners and what ends them are missing too', () => {
    expect(measure({ actions: [] })).toEqual([87, 'actions', 'actions.owner', 'actions.doneWhen']);
  });

  test.each([
    ['a confirmed lesson', { lessons: { confirmed: ['survive-a-reboot'] } }],
    ['the time when it was over', { duration: undefined, resolved: '2018-03-10' }],
    ['luck in place of what went well', { wentWell: [], lucky: ['Somebody was awake.'] }],
    ['surprises in place of what went wrong', { wentWrong: [], surprises: ['Redis had a lock.'] }],
    ['done without a criterion', { actions: [{ ...ACTION, status: 'done', doneWhen: undefined }] }],
    ['dropped without a criterion', { actions: [{ ...ACTION, status: 'dropped', doneWhen: undefined }] }],
  ])('is there by %s', (_name, change) => {
    expect(measure(change)).toEqual([100]);
  });
});
