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

/** Each block with its items, in a line each. */
function lines({ blocks }: Checklist): string[] {
  return blocks.flatMap(({ title, items }) => [
    `# ${title}`,
    ...items.map(({ text, expect: value, evidence }) =>
      [`${text}: ${value}`, describeEvidence(evidence)].filter(Boolean).join(' | '),
    ),
  ]);
}

test('checks of several lessons stand by pause point, with their evidence', () => {
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

test('of equal numbers, what was learned again comes first, then what is newer; notes do not count', () => {
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

test('two lessons that ask the same are one item with both as evidence', () => {
  const made = list({
    a: { evidence: ['gnome'], checks: ['deploy before: Remove the locks → none'] },
    b: { evidence: ['raffle'], checks: ['deploy before: Remove locks → None.'] },
  });
  expect(lines(made)).toEqual([
    '# Before it goes out',
    'Remove locks: None. | GNOME 2009-12 · Rafflecopter 2015-03',
  ]);
  expect(made.blocks[0]?.items[0]?.lessons.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(made.explanation.at(-1)).toEqual({
    kind: 'merged',
    sentence: '“Remove locks” is asked by 2 lessons and stands here once, with the evidence of all.',
    lessons: ['a', 'b'],
  });
});

test('what does not fit nine is cut, counted, and named', () => {
  const checks = Array.from(
    { length: 11 },
    (_, index) => `deploy before: Read part ${String.fromCharCode(97 + index)} → yes`,
  );
  const made = list({
    strong: { evidence: ['gnome'], checks: ['deploy before: Read the part that hurt → yes'] },
    weak: { checks },
  });
  expect(made.blocks[0]?.items.map(({ text }) => text)).toHaveLength(9);
  expect(made.blocks[0]?.items[0]?.text).toBe('Read the part that hurt');
  expect(made.blocks[0]?.cut.map(({ text }) => text)).toEqual(['Read part i', 'Read part j', 'Read part k']);
  expect(made.explanation.find(({ kind }) => kind === 'cut')?.sentence).toBe(
    '“Before it goes out” would have 12 items; a pause point holds 9. Cut, as the least dangerous: “Read part i”, “Read part j”, “Read part k”.',
  );
});

test('a replaced lesson, a check without a verb or without a value is left out and named', () => {
  const made = list({
    old: { replacedBy: 'A better one.', checks: ['deploy before: Read the old way → none'] },
    noun: { checks: ['deploy before: File limits → high'] },
    blank: { checks: ['deploy before: Read the limits →  '] },
  });
  expect(made.blocks).toEqual([]);
  expect(made.explanation.map(({ sentence }) => sentence).slice(1)).toEqual([
    '“Read the old way” is left out: its lesson was replaced by “A better one.”.',
    '“File limits” is left out: it does not begin with a verb, so it does not say what to do.',
    '“Read the limits” is left out: it does not say which value to expect.',
  ]);
});

const NARROWED = {
  general: { services: ['mysql'], checks: ['deploy before: Count the users → few'] },
  redis: { checks: ['deploy before: Read the role → master (redis)'] },
  nginx: {
    tags: ['stale-lock'],
    checks: ['deploy before: Read the pool → full (nginx)', 'emergency now: Read the log → short'],
  },
};

test('an activity narrowed to a service keeps what names no service of its own', () => {
  const made = list(NARROWED, { activity: 'deploy', services: ['redis'] });
  expect(lines(made)).toEqual(['# Before it goes out', 'Count the users: few', 'Read the role: master']);
  expect(made.explanation.at(-1)?.sentence).toBe(
    '1 check of this activity is left out, because the choice of services or tags does not call for it: “Read the pool”.',
  );
});

test('a service alone takes what concerns it, at every moment, each block naming its activity', () => {
  expect(lines(list(NARROWED, { services: ['mysql', 'nginx'] }))).toEqual([
    '# Deploy: before it goes out',
    'Count the users: few',
    'Read the pool: full',
  ]);
});

test('a tag takes the checks of the lessons that answer it; blocks of two modes say their own', () => {
  const made = list(NARROWED, { tags: ['stale-lock'] });
  expect(lines(made)).toEqual([
    '# Deploy: before it goes out',
    'Read the pool: full',
    '# Emergency: in the first minutes',
    'Read the log: short',
  ]);
  expect([made.mode, ...made.blocks.map(({ id, mode }) => `${id} ${mode}`)]).toEqual([
    'mixed',
    'deploy-before do-confirm',
    'emergency-now read-do',
  ]);
});

test('a list is named for what was chosen, and stands at its own address or at the builder', () => {
  const named = (choice: Partial<ChecklistChoice>) => {
    const { id, title, address } = list(NARROWED, choice);
    return [id, title, address];
  };
  const site = 'https://example.org/kb/checklists';
  expect(named({ activity: 'deploy' })).toEqual(['deploy', 'Deploy', `${site}/deploy/`]);
  expect(named({ services: ['redis'] })).toEqual(['services/redis', 'redis', `${site}/services/redis/`]);
  expect(named({ tags: ['stale-lock'] })).toEqual([
    'tags/stale-lock',
    'Stale lock',
    `${site}/tags/stale-lock/`,
  ]);
  expect(named({ activity: 'deploy', services: ['redis', 'mysql'] })).toEqual([
    'build',
    'Deploy: redis and mysql',
    `${site}/build/?activity=deploy&service=mysql&service=redis`,
  ]);
});

test('the objective and the completion line follow from the choice', () => {
  const { objective, completion } = list(NARROWED);
  expect([objective, completion]).toEqual(['Bring a release out.', 'Say: “Checklist complete: Deploy.”']);
  expect(list(NARROWED, { tags: ['stale-lock'] }).objective).toBe(
    'Keep this from coming back: A lock outlives its owner.',
  );
  expect(list(NARROWED, { services: ['redis', 'nginx'] }).objective).toBe(
    'Keep what has gone wrong with redis and nginx from going wrong again.',
  );
});

test('the revision is the newest date behind the items that are shown', () => {
  expect(
    list({ a: { evidence: ['gnome', 'raffle'], checks: ['deploy before: Read it → yes'] } }).revised,
  ).toBe('March 2015');
  expect(
    list({ a: { evidence: ['learn'], checks: ['deploy before: Read it → yes'] } }).revised,
  ).toBeUndefined();
});

test('owners are those of the lessons, or else of the site', () => {
  const checks = ['deploy before: Read it → yes'];
  const others = ['deploy after: Read it → yes'];
  const owned = list({
    a: { owner: 'web team', checks },
    b: { owner: 'ops', checks: others },
    c: { checks },
  });
  expect(owned.owner).toBe('ops, web team');
  const site = { address: 'https://example.org/', owner: 'everyone' };
  expect(
    generateChecklist(createSource({ a: { checks } }, site), { services: [], tags: [] }, TODAY).owner,
  ).toBe('everyone');
});

test('a list is overdue from the day after the earliest of its review dates', () => {
  const lessons = {
    a: { reviewBy: { words: 'June 2027', lastDay: '2027-06-30' }, checks: ['deploy before: Read it → yes'] },
    b: { reviewBy: { words: 'May 2026', lastDay: '2026-05-31' }, checks: ['deploy after: Read it → yes'] },
  };
  const on = (today: string) =>
    generateChecklist(createSource(lessons), { services: [], tags: [] }, today).reviewBy;
  expect(on('2026-05-31')).toEqual({ date: 'May 2026', overdue: false });
  expect(on('2026-06-01')).toEqual({ date: 'May 2026', overdue: true });
});

test('the procedures for the same work are named with their addresses', () => {
  expect(list(NARROWED).procedures).toEqual([
    { id: 'oma#restart', title: 'Restart it', address: 'https://example.org/kb/notes/oma/#restart' },
  ]);
  expect(list(NARROWED, { activity: 'deploy', services: ['nginx'] }).procedures).toEqual([]);
  expect(list(NARROWED, { tags: ['stale-lock'] }).procedures).toEqual([]);
});
