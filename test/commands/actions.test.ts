import { expect, test, vi } from 'vitest';
import { runKb } from './run-kb.ts';

// Each command is a process.
vi.setConfig({ testTimeout: 120_000 });

const TODAY = ['--today', '2026-11-28'];
const actions = (...words: string[]) => runKb(['actions', ...words], { content: 'test/fixtures/actions' });

test('lists the actions that somebody has to do, the overdue ones first', async () => {
  const { code, stdout } = await actions(...TODAY);
  expect(code).toBe(0);
  expect(stdout.replace(/x{9,}/g, 'x…')).toBe(`Overdue (1)
  Start Redis at boot
    platform team · due October 2026 · PAY-12
    Happened again once, and this is not done: 2020-11-25-redis-gone-again
    2018-03-10-redis-gone

Open (1)
  Test the reboot of each machine
    Owner not known
    2020-11-25-redis-gone-again

In progress (1)
  Read x…
    Payments team · due 30 November 2026 · in progress · tickets.example.org/browse/x…
    Happened again once, and this is not done: 2020-11-25-redis-gone-again
    2018-03-10-redis-gone

1 overdue, 1 open, 1 in progress, as of 28 November 2026
`);
});

test('exits with 1 if asked to and a listed action is overdue', async () => {
  const [overdue, onTime, notAsked] = await Promise.all([
    actions(...TODAY, '--overdue', '--fail-on-overdue'),
    actions('--today', '2026-10-31', '--overdue', '--fail-on-overdue'),
    actions(...TODAY, '--overdue'),
  ]);
  expect(overdue).toMatchObject({ code: 1, stderr: '' });
  expect(overdue.stdout).toMatch(/^Overdue \(1\)\n[\s\S]*\n1 overdue, as of 28 November 2026\n$/);
  expect(onTime).toMatchObject({ code: 0, stdout: 'No actions, as of 31 October 2026\n' });
  expect(notAsked.code).toBe(0);
});

test('decides about only the actions of one role', async () => {
  const [platform, payments, nobody] = await Promise.all([
    actions(...TODAY, '--owner', 'Platform  Team', '--fail-on-overdue'),
    actions(...TODAY, '--owner', 'payments team', '--fail-on-overdue', '--all'),
    actions(...TODAY, '--owner', 'unknown'),
  ]);
  expect(platform.code).toBe(1);
  expect(platform.stdout).toContain('1 overdue, as of');
  expect(payments.code).toBe(0);
  expect(payments.stdout).toContain('1 in progress, 1 dropped, as of');
  expect(nobody.stdout).toContain('1 open, as of');
});

test('prints JSON', async () => {
  const { stdout } = await actions(...TODAY, '--json', '--overdue');
  expect(JSON.parse(stdout)).toEqual({
    today: '2026-11-28',
    actions: [
      {
        text: 'Start Redis at boot',
        status: 'open',
        isOverdue: true,
        owner: 'platform team',
        due: '2026-10',
        ticket: 'PAY-12',
        ticketAddress: 'https://tickets.example.org/browse/PAY-12',
        lessons: ['start-services-at-boot'],
        postmortem: { id: '2018-03-10-redis-gone', title: 'Redis was gone', started: '2018-03-10' },
        repeats: [
          {
            postmortem: '2020-11-25-redis-gone-again',
            lessons: ['start-services-at-boot'],
            tags: ['not-reboot-safe'],
          },
        ],
      },
    ],
  });
});

test('rejects a role that owns nothing, and a day that is none', async () => {
  const [owner, day, month] = await Promise.all([
    actions('--owner', 'platfrom team', '--fail-on-overdue'),
    actions('--today', '2026-02-30'),
    actions('--today', '2026-11'),
  ]);
  expect(owner).toMatchObject({
    code: 2,
    stderr: 'No action has the owner `platfrom team`. Did you mean `platform team`?\n',
  });
  for (const { code, stderr } of [day, month]) {
    expect(code).toBe(2);
    expect(stderr).toContain('Expected a day such as 2026-11-28.');
  }
});
