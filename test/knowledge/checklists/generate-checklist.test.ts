import { expect, test } from 'vitest';
import type { Checklist } from '../../../src/knowledge/checklists/checklist.ts';
import type { ChecklistChoice } from '../../../src/knowledge/checklists/checklist-choice.ts';
import { describeEvidence } from '../../../src/knowledge/checklists/checklist-wording.ts';
import { generateChecklist } from '../../../src/knowledge/checklists/generate-checklist.ts';
import { createSource, type SmallLesson } from './small-source.ts';

const TODAY = '2026-11-21';

function list(
  lessons: Record<string, SmallLesson>,
  choice: Partial<ChecklistChoice> = { activity: 'deploy' },
): Checklist {
  return generateChecklist(createSource(lessons), { services: [], tags: [], ...choice }, TODAY);
}

/** Returns each block title and each item as one line. */
function lines({ blocks }: Checklist): string[] {
  return blocks.flatMap(({ title, items }) => [
    `# ${title}`,
    ...items.map(({ text, expect: value, evidence }) =>
      [`${text}: ${value}`, describeEvidence(evidence)].filter(Boolean).join(' | '),
    ),
  ]);
}

test('groups checks of several lessons by pause point, with their evidence', () => {
  const lessons = {
    locks: { evidence: ['gnome', 'raffle relearned'], checks: ['deploy before: Remove the locks → none'] },
    mail: {
      evidence: ['gnome confirmed', 'oma taught'],
      checks: ['deploy after: Start mail slowly → no deferral', 'emergency now: Stop mail → no mail'],
    },
  };
  expect(lines(list(lessons))).toEqual([
    '# Before it goes out',
    'Remove the locks: none | GNOME 2009-12 · Rafflecopter 2015-03, relearned',
    '# After it went out',
    'Start mail slowly: no deferral | GNOME 2009-12, confirmed · Oma, note',
  ]);
});

test('sorts by number of postmortems, then relearned first, then newest first, and does not count notes', () => {
  const check = (words: string) => [`deploy before: ${words} → yes`];
  const lessons = {
    a: { evidence: ['oma taught'], checks: check('Read a note') },
    b: { evidence: ['gnome'], checks: check('Read the old') },
    c: { evidence: ['raffle'], checks: check('Read the new') },
    d: { evidence: ['gnome relearned'], checks: check('Read the old again') },
    e: { evidence: ['learn', 'gnome'], checks: check('Read two') },
    f: { evidence: ['learn'], checks: check('Read the undated') },
  };
  expect(lines(list(lessons)).map((line) => line.split(':')[0])).toEqual([
    '# Before it goes out',
    'Read two',
    'Read the old again',
    'Read the new',
    'Read the old',
    'Read the undated',
    'Read a note',
  ]);
});

test('merges the same question of two lessons into one item with both as evidence', () => {
  const result = list({
    a: { evidence: ['gnome'], checks: ['deploy before: Remove the locks → none'] },
    b: { evidence: ['raffle'], checks: ['deploy before: Remove locks → None.'] },
  });
  expect(lines(result)).toEqual([
    '# Before it goes out',
    'Remove locks: None. | GNOME 2009-12 · Rafflecopter 2015-03',
  ]);
  expect(result.blocks[0]?.items[0]?.lessons.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(result.explanation.at(-1)).toEqual({
    kind: 'merged',
    sentence: '“Remove locks” is asked by 2 lessons. It is listed once, with all their evidence.',
    lessons: ['a', 'b'],
  });
});

test('cuts items beyond the ninth and names them', () => {
  const checks = Array.from(
    { length: 11 },
    (_, index) => `deploy before: Read part ${String.fromCharCode(97 + index)} → yes`,
  );
  const result = list({
    strong: { evidence: ['gnome'], checks: ['deploy before: Read the part that hurt → yes'] },
    weak: { checks },
  });
  expect(result.blocks[0]?.items.map(({ text }) => text)).toHaveLength(9);
  expect(result.blocks[0]?.items[0]?.text).toBe('Read the part that hurt');
  expect(result.blocks[0]?.cut.map(({ text }) => text)).toEqual([
    'Read part i',
    'Read part j',
    'Read part k',
  ]);
  expect(result.explanation.find(({ kind }) => kind === 'cut')?.sentence).toBe(
    '“Before it goes out” would have 12 items, but a pause point has at most 9. Cut, as the least dangerous to skip: “Read part i”, “Read part j”, “Read part k”.',
  );
});

test('omits checks of replaced lessons, without a verb or without a value, and names them', () => {
  const result = list({
    old: { replacedBy: 'A better one.', checks: ['deploy before: Read the old way → none'] },
    noun: { checks: ['deploy before: File limits → high'] },
    blank: { checks: ['deploy before: Read the limits →  '] },
  });
  expect(result.blocks).toEqual([]);
  expect(result.explanation.map(({ sentence }) => sentence).slice(1)).toEqual([
    '“Read the old way” is not on the list: its lesson was replaced by “A better one.”.',
    '“File limits” is not on the list: it does not start with a verb, so it is not an instruction.',
    '“Read the limits” is not on the list: it has no expected value.',
  ]);
});

const FILTERED = {
  general: { services: ['mysql'], checks: ['deploy before: Count the users → few'] },
  redis: { checks: ['deploy before: Read the role → master (redis)'] },
  nginx: {
    tags: ['stale-lock'],
    checks: ['deploy before: Read the pool → full (nginx)', 'emergency now: Read the log → short'],
  },
};

test('with an activity and a service, keeps checks that name no service', () => {
  const result = list(FILTERED, { activity: 'deploy', services: ['redis'] });
  expect(lines(result)).toEqual(['# Before it goes out', 'Count the users: few', 'Read the role: master']);
  expect(result.explanation.at(-1)?.sentence).toBe(
    '1 check of this activity is not on the list, because the chosen services or tags do not need it: “Read the pool”.',
  );
});

test('with services only, takes their checks of all activities and names the activity in each block', () => {
  expect(lines(list(FILTERED, { services: ['mysql', 'nginx'] }))).toEqual([
    '# Deploy: before it goes out',
    'Count the users: few',
    'Read the pool: full',
  ]);
});

test('with a tag, takes the checks of lessons that answer it, and shows the mode of each block if they differ', () => {
  const result = list(FILTERED, { tags: ['stale-lock'] });
  expect(lines(result)).toEqual([
    '# Deploy: before it goes out',
    'Read the pool: full',
    '# Emergency: in the first minutes',
    'Read the log: short',
  ]);
  expect([result.mode, ...result.blocks.map(({ id, mode }) => `${id} ${mode}`)]).toEqual([
    'mixed',
    'deploy-before do-confirm',
    'emergency-now read-do',
  ]);
});

test('names a list after the choice, and gives it the address of its page or of the builder', () => {
  const describe = (choice: Partial<ChecklistChoice>) => {
    const { id, title, address } = list(FILTERED, choice);
    return [id, title, address];
  };
  const site = 'https://example.org/kb/checklists';
  expect(describe({ activity: 'deploy' })).toEqual(['deploy', 'Deploy', `${site}/deploy/`]);
  expect(describe({ services: ['redis'] })).toEqual(['services/redis', 'redis', `${site}/services/redis/`]);
  expect(describe({ tags: ['stale-lock'] })).toEqual([
    'tags/stale-lock',
    'Stale lock',
    `${site}/tags/stale-lock/`,
  ]);
  expect(describe({ activity: 'deploy', services: ['redis', 'mysql'] })).toEqual([
    'build',
    'Deploy: redis and mysql',
    `${site}/build/?activity=deploy&service=mysql&service=redis`,
  ]);
});

test('derives the objective and the completion line from the choice', () => {
  const { objective, completion } = list(FILTERED);
  expect([objective, completion]).toEqual(['Bring a release out.', 'Say: “Checklist complete: Deploy.”']);
  expect(list(FILTERED, { tags: ['stale-lock'] }).objective).toBe(
    'Keep this from coming back: A lock outlives its owner.',
  );
  expect(list(FILTERED, { services: ['redis', 'nginx'] }).objective).toBe(
    'Keep what has gone wrong with redis and nginx from going wrong again.',
  );
});

test('is revised on the date of its newest evidence', () => {
  expect(
    list({ a: { evidence: ['gnome', 'raffle'], checks: ['deploy before: Read it → yes'] } }).revised,
  ).toBe('March 2015');
  expect(
    list({ a: { evidence: ['learn'], checks: ['deploy before: Read it → yes'] } }).revised,
  ).toBeUndefined();
});

test('takes the owners of the lessons, or else the owner of the site', () => {
  const checks = ['deploy before: Read it → yes'];
  const otherChecks = ['deploy after: Read it → yes'];
  const result = list({
    a: { owner: 'web team', checks },
    b: { owner: 'ops', checks: otherChecks },
    c: { checks },
  });
  expect(result.owner).toBe('ops, web team');
  const site = { address: 'https://example.org/', owner: 'everyone' };
  expect(
    generateChecklist(createSource({ a: { checks } }, site), { services: [], tags: [] }, TODAY).owner,
  ).toBe('everyone');
});

test('is overdue from the day after its earliest review date', () => {
  const lessons = {
    a: { reviewBy: { words: 'June 2027', lastDay: '2027-06-30' }, checks: ['deploy before: Read it → yes'] },
    b: { reviewBy: { words: 'May 2026', lastDay: '2026-05-31' }, checks: ['deploy after: Read it → yes'] },
  };
  const on = (today: string) =>
    generateChecklist(createSource(lessons), { services: [], tags: [] }, today).reviewBy;
  expect(on('2026-05-31')).toEqual({ date: 'May 2026', overdue: false });
  expect(on('2026-06-01')).toEqual({ date: 'May 2026', overdue: true });
});

test('names the procedures for the same work with their addresses', () => {
  expect(list(FILTERED).procedures).toEqual([
    {
      id: 'oma#restart',
      title: 'Restart it',
      address: 'https://example.org/kb/notes/oma/#restart',
      marks: [],
    },
  ]);
  expect(list(FILTERED, { activity: 'deploy', services: ['nginx'] }).procedures).toEqual([]);
  expect(list(FILTERED, { tags: ['stale-lock'] }).procedures).toEqual([]);
});
