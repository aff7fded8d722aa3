import { expect, test } from 'vitest';
import type { Checklist } from '../../../src/knowledge/checklists/checklist.ts';
import type { ChecklistChoice } from '../../../src/knowledge/checklists/checklist-choice.ts';
import {
  describeAudience,
  describeItemEvidence,
  formatItemText,
  groupLessonEvidence,
} from '../../../src/knowledge/checklists/checklist-wording.ts';
import { generateChecklist } from '../../../src/knowledge/checklists/generate-checklist.ts';
import { createSource, type SmallLesson } from './small-source.ts';

const TODAY = '2026-11-21';

function list(
  lessons: Record<string, SmallLesson>,
  choice: Partial<ChecklistChoice> = { activity: 'deploy' },
  settings: Parameters<typeof createSource>[1] = {},
): Checklist {
  return generateChecklist(createSource(lessons, settings), { services: [], tags: [], ...choice }, TODAY);
}

/** Returns each block title and each item as one line. */
function lines({ blocks }: Checklist): string[] {
  return blocks.flatMap(({ title, items }) => [
    `# ${title}`,
    ...items.map((item) =>
      [[formatItemText(item), item.expect].filter(Boolean).join(': '), describeItemEvidence(item)]
        .filter(Boolean)
        .join(' | '),
    ),
  ]);
}

/** Returns what is not on the list, with the reasons. */
function omissions({ omitted }: Checklist): string[] {
  return omitted.map((item) => `${formatItemText(item)} | ${item.why}`);
}

test('groups checks by pause point, each with its own evidence, and leaves that of the lesson with the lesson', () => {
  const result = list({
    locks: {
      evidence: ['gnome', 'raffle relearned', 'oma taught'],
      checks: [
        'deploy before: Remove the locks → none [gnome, raffle]',
        'deploy before: Read the limits → high',
      ],
    },
    mail: {
      evidence: ['gnome confirmed'],
      checks: ['deploy after: Start mail slowly → no deferral [gnome]', 'emergency now: Stop mail → no mail'],
    },
  });
  expect(lines(result)).toEqual([
    '# Before it goes out',
    'Remove the locks: none | Missing at: GNOME 2009-12 · Missing again at: Rafflecopter 2015-03',
    'Read the limits: high',
    '# After it went out',
    'Start mail slowly: no deferral | Proved right at: GNOME 2009-12',
  ]);
  const [, limits] = result.blocks[0]?.items ?? [];
  expect(
    limits?.lessons
      .flatMap(groupLessonEvidence)
      .map(({ words, evidence }) => [words, ...evidence.map(({ id }) => id)]),
  ).toEqual([
    ['Lesson learned at', 'gnome'],
    ['Lesson learned again at', 'raffle'],
    ['Lesson taught in', 'oma'],
  ]);
});

test('puts checks in the order of their places, whatever their evidence, and those without a place last', () => {
  const lessons = {
    a: { evidence: ['gnome', 'raffle'], checks: ['deploy before: Read the last → yes [gnome, raffle]'] },
    b: {
      evidence: ['gnome'],
      checks: [
        'deploy before: #two Read the second → yes',
        'deploy before: #one Read the first → yes [gnome]',
      ],
    },
    c: { checks: ['deploy before: #three Read the third → yes'] },
  };
  const places = { 'deploy before': ['b/one', 'b/two', 'c/three'] };
  expect(lines(list(lessons, undefined, { places })).map((line) => line.split(':')[0])).toEqual([
    '# Before it goes out',
    'Read the first',
    'Read the second',
    'Read the third',
    'Read the last',
  ]);
});

test('merges the same question of two lessons into one item with the evidence of both checks', () => {
  const result = list({
    a: { evidence: ['gnome'], checks: ['deploy before: Remove the locks → none [gnome]'] },
    b: { evidence: ['raffle'], checks: ['deploy before: Remove locks → None. [raffle]'] },
  });
  expect(lines(result)).toEqual([
    '# Before it goes out',
    'Remove the locks: none | Missing at: GNOME 2009-12, Rafflecopter 2015-03',
  ]);
  expect(result.blocks[0]?.items[0]?.lessons.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(result.explanation.at(-1)).toEqual({
    kind: 'merged',
    sentence: '“Remove the locks” is asked by 2 lessons. It is listed once, with all their evidence.',
    lessons: ['a', 'b'],
  });
});

const letters = (count: number) =>
  Array.from({ length: count }, (_, index) => String.fromCharCode(97 + index));

test('names the items beyond the ninth: those with the least evidence', () => {
  const result = list({
    many: {
      evidence: ['gnome'],
      checks: letters(10).map(
        (letter) => `deploy before: Read part ${letter} → yes${letter > 'h' ? ' [gnome]' : ''}`,
      ),
    },
  });
  expect(result.blocks[0]?.items.map(({ text }) => text.slice(-1)).join('')).toBe('abcdefgij');
  expect(omissions(result)).toEqual([
    'Read part h | “Before it goes out” has room for 9 items, and others have more evidence',
  ]);
});

test('keeps the first nine of a READ-DO block, and names the rest', () => {
  const result = list(
    {
      many: {
        evidence: ['gnome'],
        checks: letters(10).map(
          (letter) => `emergency now: Do part ${letter} → done${letter > 'h' ? ' [gnome]' : ''}`,
        ),
      },
    },
    { activity: 'emergency' },
  );
  expect(result.blocks[0]?.items.map(({ text }) => text.slice(-1)).join('')).toBe('abcdefghi');
  expect(omissions(result)).toEqual([
    'Do part j | “In the first minutes” has room for 9 items, and others come first',
  ]);
});

test.each([
  ...['Page the on-call engineer', 'Cordon the node', 'Reroute the traffic', 'Bounce the pods'],
  ...[
    'kubectl drain node-1',
    'File limits',
    'Überprüfe die Sperren',
    'Starte den Dienst neu',
    '確認する：バックアップ',
  ],
])('lists a check that starts with an unknown verb, or is in another language: %s', (text) => {
  const lessons = { a: { checks: [`deploy before: ${text} → ok`] } };
  expect(lines(list(lessons))).toEqual(['# Before it goes out', `${text}: ok`]);
});

test('lists a check without a value', () => {
  const result = list({
    a: { checks: ['deploy before: Read the limits → ', 'deploy after: Read the log →  '] },
  });
  expect(lines(result)).toEqual([
    '# Before it goes out',
    'Read the limits',
    '# After it went out',
    'Read the log',
  ]);
});

test('names the checks of replaced lessons and of unknown pause points', () => {
  const result = list({
    old: { replacedBy: 'A better one', checks: ['deploy before: Read the old way → none'] },
    lost: { checks: ['deploy afterwards: Read the log → short'] },
  });
  expect(result.blocks).toEqual([]);
  expect(omissions(result)).toEqual([
    'Read the old way | Its lesson was replaced by “A better one”',
    'Read the log | Its activity has no pause point “afterwards”',
  ]);
});

const OWNED = {
  a: {
    checks: [
      'deploy before: Read the log → short',
      'deploy before: Count the workers → ten @oma',
      'deploy before: Read the mirrors → all @gnome',
    ],
  },
};

test('without a home, has the items of all organizations, each with its name', () => {
  const result = list(OWNED);
  expect(lines(result)).toEqual([
    '# Before it goes out',
    'Read the log: short',
    'Oma: Count the workers: ten',
    'GNOME: Read the mirrors: all',
  ]);
  expect(result.organization).toBeUndefined();
  expect(describeAudience(result)).toBe(
    'Organization: all. If an item is for only one, it starts with its name.',
  );
});

test('with a home, has its items and the general ones, and names the others', () => {
  const result = list(OWNED, undefined, { home: 'gnome' });
  expect(lines(result)).toEqual(['# Before it goes out', 'Read the log: short', 'Read the mirrors: all']);
  expect(omissions(result)).toEqual(['Count the workers | Belongs to Oma']);
  expect(describeAudience(result)).toBe('Organization: GNOME');
  expect(result.id).toBe('deploy');
});

test('can be for another organization than the home', () => {
  const result = list(OWNED, { activity: 'deploy', organization: 'oma' }, { home: 'gnome' });
  expect(lines(result)).toEqual(['# Before it goes out', 'Read the log: short', 'Count the workers: ten']);
  expect(omissions(result)).toEqual(['Read the mirrors | Belongs to GNOME']);
  expect(describeAudience(result)).toBe('Organization: Oma');
  expect([result.id, result.address]).toEqual([
    'build',
    'https://example.org/kb/checklists/build/?activity=deploy&organization=oma',
  ]);
});

test('can include the items of others, marked', () => {
  const result = list(OWNED, { activity: 'deploy', others: true }, { home: 'gnome' });
  expect(lines(result)).toEqual([
    '# Before it goes out',
    'Read the log: short',
    'At Oma: Count the workers: ten',
    'Read the mirrors: all',
  ]);
  expect(omissions(result)).toEqual([]);
  expect(describeAudience(result)).toBe(
    'Organization: GNOME. Items of others are included and start with “At”.',
  );
  expect(result.address).toContain('?activity=deploy&others=include');
});

test('a question of one organization and of everyone is for everyone; of two organizations, it names both', () => {
  const lessons = {
    a: { checks: ['deploy before: Read it → one @oma', 'deploy after: Read it → one @oma'] },
    b: { checks: ['deploy before: Read it → one', 'deploy after: Read it → one @gnome'] },
  };
  expect(lines(list(lessons))).toEqual([
    '# Before it goes out',
    'Read it: one',
    '# After it went out',
    'GNOME, Oma: Read it: one',
  ]);
});

test('begins with the general practice of the activity, as a block of its own', () => {
  const source = { title: 'The SRE book', url: 'https://sre.google/' };
  const opening = [
    { text: 'Say that it is an incident', source },
    { text: 'Say who leads', expect: 'one name', source },
  ];
  const lessons = { a: { checks: ['emergency now: Read the log → short', 'deploy after: Read it → yes'] } };
  const result = list(lessons, { activity: 'emergency' }, { opening });
  expect(lines(result)).toEqual([
    '# First',
    'Say that it is an incident | General practice: The SRE book',
    'Say who leads: one name | General practice: The SRE book',
    '# In the first minutes',
    'Read the log: short',
  ]);
  expect(lines(list(lessons, { activity: 'deploy' }, { opening }))[0]).toBe('# After it went out');
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
  expect(omissions(result)).toEqual([
    'Read the pool | Not needed for the chosen services and recurring issues',
  ]);
});

test('with services only, takes their checks of all activities and names the activity in each block', () => {
  const result = list(FILTERED, { services: ['mysql', 'nginx'] });
  expect(lines(result)).toEqual([
    '# Deploy: before it goes out',
    'Count the users: few',
    'Read the pool: full',
  ]);
  expect(omissions(result)).toEqual([]);
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
  expect(describe({ services: ['redis'] })).toEqual(['build', 'redis', `${site}/build/?service=redis`]);
  expect(describe({ activity: 'deploy', services: ['redis', 'mysql'] })).toEqual([
    'build',
    'Deploy: redis and mysql',
    `${site}/build/?activity=deploy&service=mysql&service=redis`,
  ]);
});

test('a list for one service or one issue has a page if it has at least four items', () => {
  const describe = (count: number, choice: Partial<ChecklistChoice>) => {
    const checks = letters(count).map((letter) => `deploy before: Read ${letter} → yes (redis)`);
    const { id, address } = list({ a: { tags: ['stale-lock'], checks } }, choice);
    return [id, address.replace('https://example.org/kb/checklists/', '')];
  };
  expect(describe(3, { services: ['redis'] })).toEqual(['build', 'build/?service=redis']);
  expect(describe(4, { services: ['redis'] })).toEqual(['services/redis', 'services/redis/']);
  expect(describe(3, { tags: ['stale-lock'] })).toEqual(['build', 'build/?tag=stale-lock']);
  expect(describe(4, { tags: ['stale-lock'] })).toEqual(['tags/stale-lock', 'tags/stale-lock/']);
  expect(describe(1, { activity: 'deploy' })).toEqual(['deploy', 'deploy/']);
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
    generateChecklist(createSource({ a: { checks } }, { site }), { services: [], tags: [] }, TODAY).owner,
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

test('names the procedures for the same work with their addresses, and whose they are', () => {
  const restart = {
    id: 'oma#restart',
    title: 'Restart it',
    address: 'https://example.org/kb/notes/oma/#restart',
    marks: [],
  };
  expect(list(FILTERED).procedures).toEqual([{ ...restart, organization: 'Oma' }]);
  expect(list(FILTERED, undefined, { home: 'oma' }).procedures).toEqual([restart]);
  expect(list(FILTERED, undefined, { home: 'gnome' }).procedures).toEqual([]);
  expect(list(FILTERED, { activity: 'deploy', others: true }, { home: 'gnome' }).procedures).toEqual([
    { ...restart, organization: 'At Oma' },
  ]);
  expect(list(FILTERED, { activity: 'deploy', services: ['nginx'] }).procedures).toEqual([]);
  expect(list(FILTERED, { tags: ['stale-lock'] }).procedures).toEqual([]);
});
