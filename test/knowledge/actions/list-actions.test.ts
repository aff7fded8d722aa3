import { describe, expect, test } from 'vitest';
import { generateContent } from '../../../bench/content/generate-content.ts';
import { describeAge, describeRepeats } from '../../../src/knowledge/actions/action-wording.ts';
import {
  countGroups,
  isOutstanding,
  isOverdue,
  listActions,
} from '../../../src/knowledge/actions/list-actions.ts';
import { countRoles } from '../../../src/knowledge/actions/owner-roles.ts';
import { createGeneratedKnowledge } from '../../bench/generated-knowledge.ts';
import { createStories, type Story } from './story-with-actions.ts';

const TODAY = '2026-11-28';

describe('isOverdue', () => {
  test.each([
    ['2026-11-27', true],
    ['2026-11-28', false],
    ['2026-11', false],
    ['2026-10', true],
    ['2026', false],
    ['2025', true],
    // Approximate ones reach as far again as they are long.
    ['2026-11-27~', false],
    ['2026-11-26~', true],
    ['2026-10~', false],
    ['2025~', false],
    // The year may be any.
    ['XXXX-03-21', false],
    ['202X', false],
    // In the time zone of the author.
    ['2026-11-27T23:00:00-05:00', true],
    ['2026-11-28T00:00:00+14:00', false],
    ['9999~', false],
  ])('finds an open action that is due %s overdue: %s', (due, expected) => {
    expect(isOverdue({ status: 'open', due }, TODAY)).toBe(expected);
    expect(isOverdue({ status: 'in-progress', due }, TODAY)).toBe(expected);
  });

  test.each(['done', 'dropped', 'unknown'] as const)('finds no action overdue that is %s', (status) => {
    expect(isOverdue({ status, due: '2020-01-01' }, TODAY)).toBe(false);
  });

  test('finds no action overdue that has no due date', () => {
    expect(isOverdue({ status: 'open' }, TODAY)).toBe(false);
  });
});

describe('listActions', () => {
  test('sorts by group, then by due date, and closed ones by the latest', () => {
    const knowledge = createStories({
      older: {
        started: '2020-01-01',
        actions: [
          { text: 'done early', status: 'done', closed: '2020-02' },
          { text: 'open, no date' },
          { text: 'in progress', status: 'in-progress', due: '2027' },
          { text: 'overdue since 2026', status: 'in-progress', due: '2026-01-01' },
          { text: 'dropped', status: 'dropped', dropped: 'It was shut down.' },
          { text: 'unknown', status: 'unknown', due: '2020-01-01' },
        ],
      },
      newer: {
        started: '2025-01-01',
        actions: [
          { text: 'done, no date', status: 'done' },
          { text: 'done late', status: 'done', closed: '2026-02-03' },
          { text: 'open until 2027', due: '2027' },
          { text: 'overdue since 2025', due: '2025-02' },
        ],
      },
    });
    const actions = listActions(knowledge, TODAY);
    expect(actions.map(({ action }) => action.text)).toEqual([
      'overdue since 2025',
      'overdue since 2026',
      'open until 2027',
      'open, no date',
      'in progress',
      'unknown',
      'done late',
      'done early',
      'done, no date',
      'dropped',
    ]);
    expect(actions.filter(isOutstanding)).toHaveLength(5);
    expect(countGroups(actions).map(({ group, count }) => `${group} ${count}`)).toEqual([
      'overdue 2',
      'open 2',
      'in-progress 1',
      'unknown 1',
      'done 3',
      'dropped 1',
    ]);
  });

  test('reads roles that differ in case and spaces as one, and gives each an id for addresses', () => {
    const owners = [
      'Payments team',
      ' payments  TEAM',
      'a/b',
      'unknown',
      undefined,
      '決済',
      '!!!',
      'x'.repeat(400),
      'con',
    ];
    const knowledge = createStories({
      one: { started: '2020', actions: owners.map((owner) => (owner ? { owner } : {})) },
    });
    const roles = countRoles(listActions(knowledge, TODAY));
    expect(roles.map(({ title, count }) => `${title.slice(0, 20)} ${count}`)).toEqual([
      '!!! 1',
      'a/b 1',
      'con 1',
      'Payments team 2',
      `${'x'.repeat(20)} 1`,
      '決済 1',
      'Owner not known 2',
    ]);
    expect(new Set(roles.map(({ id }) => id)).size).toBe(roles.length);
    for (const { id } of roles) expect(id).toMatch(/^[\p{L}\p{N}_-]{1,60}$/u);
  });

  test('is empty without postmortems', () => {
    expect(listActions(createStories({}), TODAY)).toEqual([]);
  });

  test('counts 2,000 postmortems as their files do', async () => {
    const expected = new Map<string, number>();
    for (const { path, text } of generateContent(2_000)) {
      if (!path.startsWith('postmortems/')) continue;
      const [, fields = ''] = /^actions:\n((?: .*\n)+)/m.exec(text) ?? [];
      for (const [, status = ''] of fields.matchAll(/^ +status: (\S+)$/gm)) {
        expected.set(status, (expected.get(status) ?? 0) + 1);
      }
    }
    expect(expected.size).toBe(3);
    const actions = listActions(await createGeneratedKnowledge(2_000), TODAY);
    expect(new Map(countGroups(actions).map(({ group, count }) => [group, count]))).toEqual(expected);
    expect(countRoles(actions).reduce((sum, { count }) => sum + count, 0)).toBe(actions.length);
  }, 240_000);
});

test('describes the age of an incident as precisely as its date', () => {
  const stories = createStories({
    day: { started: '2026-11-20' },
    today: { started: TODAY },
    year: { started: '2018' },
    unknown: { started: 'XXXX-03-21' },
    future: { started: '2027' },
  });
  const ages = ['day', 'today', 'year', 'unknown', 'future'].map((id) =>
    describeAge(stories.get('postmortem', id), TODAY),
  );
  expect(ages).toEqual(['8 days ago', 'today', '8 to 9 years ago', undefined, undefined]);
});

type Action = Readonly<Record<string, unknown>>;

describe('what happened again before an action was done', () => {
  const LESSON = { lessons: ['start-at-boot'] };

  function find(action: Action, later: Partial<Story>, first: Partial<Story> = {}) {
    const knowledge = createStories({
      first: { started: '2020-03-10', tags: ['not-reboot-safe', 'manual-step'], actions: [action], ...first },
      later: { started: '2021-05-01', ...later },
    });
    const [listed] = listActions(knowledge, TODAY);
    return listed?.repeats.map(({ postmortem, lessons, tags }) => [postmortem.id, lessons, tags]);
  }

  test('is a later incident that taught the same lesson', () => {
    expect(find(LESSON, { learned: ['start-at-boot'] })).toEqual([['later', ['start-at-boot'], []]]);
  });

  test('is a later case of an issue that the lesson answers', () => {
    expect(find(LESSON, { tags: ['not-reboot-safe'] })).toEqual([['later', [], ['not-reboot-safe']]]);
    expect(find(LESSON, { tags: ['manual-step'] })).toEqual([]);
  });

  test('is a later case of any issue of the postmortem if the action has no lesson', () => {
    expect(find({}, { tags: ['manual-step'] })).toEqual([['later', [], ['manual-step']]]);
  });

  test.each([
    ['another lesson', {}, { learned: ['test-backups'] }],
    ['a lesson that was known and worked', {}, { learned: [], confirmed: ['start-at-boot'] }],
    ['an earlier incident', {}, { started: '2019' }],
    ['an incident on the same day', {}, { started: '2020-03-10' }],
    ['an incident that may be earlier', {}, { started: '2020' }],
    ['an incident of an unknown year', {}, { started: 'XXXX-05-01' }],
    ['an incident of another organization', {}, { organization: 'elsewhere' }],
    ['planned maintenance', {}, { kind: 'maintenance' }],
    ['a drill', {}, { kind: 'drill' }],
    ['a near miss', {}, { kind: 'near-miss' }],
    ['an action whose status is not known', { status: 'unknown' }, {}],
    ['an action that was done on an unknown day', { status: 'done' }, {}],
    ['an action that was dropped on an unknown day', { status: 'dropped', dropped: 'Shut down.' }, {}],
    ['an action that was done before', { status: 'done', closed: '2021-04-30' }, {}],
    ['an action that was done on that day', { status: 'done', closed: '2021-05-01' }, {}],
    ['an action that may have been done before', { status: 'done', closed: '2021' }, {}],
  ])('is not %s', (_, action, later) => {
    expect(find({ ...LESSON, ...action }, { learned: ['start-at-boot'], ...later })).toEqual([]);
  });

  test('is not an incident of an organization that is not known', () => {
    const owner = { organization: 'unknown' };
    expect(find(LESSON, { learned: ['start-at-boot'], ...owner }, owner)).toEqual([]);
  });

  test('is not part of the incident itself', () => {
    const during = { learned: ['start-at-boot'], started: '2020-03-12' };
    expect(find(LESSON, during, { resolved: '2020-03-15' })).toEqual([]);
    expect(find(LESSON, during, { resolved: '2020-03-11' })).toHaveLength(1);
  });

  test('is an incident before the day on which the action was closed', () => {
    const later = { learned: ['start-at-boot'] };
    expect(find({ ...LESSON, status: 'done', closed: '2021-06' }, later)).toHaveLength(1);
    expect(find({ ...LESSON, status: 'dropped', dropped: 'Shut down.', closed: '2022' }, later)).toHaveLength(
      1,
    );
  });

  test('is described by what is certain', () => {
    const describe = (status: 'open' | 'in-progress' | 'done' | 'dropped', count: number) =>
      describeRepeats({ action: { status }, repeats: Array.from({ length: count }) });
    expect(describe('open', 1)).toBe('Happened again once, and this is not done');
    expect(describe('in-progress', 2)).toBe('Happened again 2 times, and this is not done');
    expect(describe('done', 2)).toBe('Happened again 2 times before this was done');
    expect(describe('dropped', 1)).toBe('Happened again once before this was dropped');
  });
});
