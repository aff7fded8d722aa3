/** `kb new` in a pseudo-terminal and without one: from the first question to a page that passes the check. */
import { readdir, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NewFolder } from './new-folder.ts';
import { CTRL_C, DOWN, ENTER, SPACE, Terminal } from './terminal.ts';

let folder: NewFolder;
beforeAll(async () => {
  folder = await NewFolder.make();
});
afterAll(() => folder.remove());

const FILE = 'postmortems/2024-05-03-redis-did-not-come-back-after-a-failover.mdx';

const WRITTEN = `---
title: Redis did not come back after a failover
summary: TODO one to three sentences for someone in a hurry
kind: incident
status: draft
visibility: internal
severity: sev2
organization: Example
started: 2024-05-03T14:30+02:00
resolved: 2024-05-03T15:10+02:00
detection:
  method: unknown # TODO how it was noticed: alert, dashboard, customer-report, employee-report, external-party, audit, test, chance
trigger: unknown # TODO what set it off: code-deploy, config-change, data-or-schema-change, maintenance, traffic, provider, capacity, hardware, expiry-or-time, security, manual-operation, none-known
factors:
  - text: TODO what made it possible, never a person
    category: unknown # TODO its kind: software, configuration, deployment, dependency, infrastructure, network, data-store, capacity, cascading, observability, security, documentation, coordination, process
impact: TODO who saw what, and how much of it
services:
  - postgresql
  - redis
  # TODO name kafka here once it stands in vocabulary/services.yaml
tags:
  - not-reboot-safe
signals:
  - "ERROR: no master"
  - READONLY You can't write against a read only replica.
mitigations:
  - action: restart
    worked: "no"
    text: Restarted Redis
  - action: unknown # TODO what it was: rollback, restart, failover, scale, shed-load, config-change, hotfix, restore-data, drain, manual-repair, wait, none
    worked: "yes"
    text: Promoted the replica by hand
timeline:
  - at: 2024-05-03T14:30+02:00
    kind: trigger
    text: TODO how it began; then what followed, in order
  - at: 2024-05-03T15:10+02:00
    kind: recovery
    text: TODO how it ended
lessons:
  learned:
    - survive-a-reboot
actions:
  - text: TODO what is to be done, beginning with a verb
    type: unknown # TODO its aim: prevent, detect, mitigate, document, process
    owner: unknown # TODO the role or team that does it
    status: open
    doneWhen: TODO how one can tell that it is done
---

## What happened

TODO what happened, in the order in which it did

## What was done

TODO what was tried, what came of it, and what ended it
`;

const GAPS = [
  '3:10 unfinished: Unexpected mark of a gap `TODO one to three sentences for someone in a hurry`, expected the text itself',
  '12:21 unfinished: Unexpected mark of a gap `TODO how it was noticed: alert, dashboard, customer-report, employee-report, ex…`, expected the value without the comment',
  '13:20 unfinished: Unexpected mark of a gap `TODO what set it off: code-deploy, config-change, data-or-schema-change, mainte…`, expected the value without the comment',
];

const PASSES = { code: 0, stdout: '0 errors, 0 warnings in 1 file\n' };

/** What an author makes of each mark. */
const FILLED: readonly (readonly [mark: string | RegExp, text: string])[] = [
  ['status: draft', 'status: in-review'],
  [
    'TODO one to three sentences for someone in a hurry',
    'After a failover Redis took no writes for 40 minutes.',
  ],
  [/method: unknown # TODO.*/, 'method: alert'],
  [/trigger: unknown # TODO.*/, 'trigger: maintenance'],
  [
    'TODO what made it possible, never a person',
    'The failover was scripted for two servers, and there were three.',
  ],
  [/category: unknown # TODO.*/, 'category: configuration'],
  ['TODO who saw what, and how much of it', 'Nobody could log in.'],
  [/\n {2}# TODO name kafka.*/, ''],
  [/action: unknown # TODO.*/, 'action: manual-repair'],
  ['TODO how it began; then what followed, in order', 'The failover is begun.'],
  ['TODO how it ended', 'The replica takes writes.'],
  ['TODO what is to be done, beginning with a verb', 'Add the third server to the failover script'],
  [/type: unknown # TODO.*/, 'type: prevent'],
  [/owner: unknown # TODO.*/, 'owner: platform team'],
  ['TODO how one can tell that it is done', 'A failover of three servers has been carried out'],
  ['TODO what happened, in the order in which it did', 'The failover left every server without writes.'],
  ['TODO what was tried, what came of it, and what ended it', 'One replica was promoted by hand.'],
];

/** @returns what the check says when nothing but the marks was replaced */
async function fillGaps(file: string, within: NewFolder) {
  let text = await within.read(file);
  for (const [mark, filling] of FILLED) {
    const filled = text.replace(mark, filling);
    expect(filled, `${mark} is not there`).not.toBe(text);
    text = filled;
  }
  await writeFile(within.at(file), text);
  return within.run('check', '--max-warnings', '0', within.at(file));
}

describe('on a terminal', () => {
  test('answers become a postmortem whose gaps the check names, and that passes when they are filled', async () => {
    const terminal = new Terminal(['new', 'postmortem'], { content: folder.path });
    try {
      await terminal.see('What happened to what? One line');
      terminal.type(`Redis did not come back after a failover${ENTER}`);

      await terminal.see('Which services were involved?');
      terminal.type('pg');
      await terminal.see('● postgresql (PG)');
      terminal.type(ENTER);
      await terminal.see('Another service?');
      terminal.type('reddis');
      await terminal.see('● redis (reddis)');
      terminal.type(ENTER);
      await terminal.see('Another service?');
      terminal.type('kafka');
      await terminal.see('● kafka: no service yet; mark it, to be added');
      terminal.type(ENTER);
      await terminal.see('Another service?');
      await terminal.see('● No more');
      terminal.type(ENTER);
      await terminal.see('There is no service `kafka` yet: it is marked in the file');

      await terminal.see('What did you see?');
      terminal.type("ERROR: no master\r\n\r\nREADONLY You can't write against a read only replica.");
      await terminal.see('read only replica.');
      terminal.type(ENTER + ENTER);

      await terminal.see('Seen before: 2018-03-10-redis-gone');
      await terminal.see('the same service `redis`');
      await terminal.see('These lessons may cover it already: which did it teach again?');
      await terminal.see(
        'Every service comes back by itself after a reboot. (survive-a-reboot, about redis)',
      );
      terminal.type(SPACE + ENTER);

      await terminal.see('Is it a case of a recurring issue?');
      terminal.type('reboot');
      await terminal.see('● not-reboot-safe');
      terminal.type(ENTER);
      await terminal.see('Another tag?');
      terminal.type(ENTER);

      await terminal.see('When did it begin?');
      terminal.type(`2024-05-03 14:30${ENTER}`);
      await terminal.see('Unexpected `2024-05-03 14:30` without its offset from UTC');
      await terminal.see('`2024-05-03 14:30 +02:00`');
      terminal.type(` +02:00${ENTER}`);
      await terminal.see('When was it over?');
      terminal.type(`15:10${ENTER}`);
      await terminal.see('15:10 is 2024-05-03T15:10+02:00');

      await terminal.see('How bad was it');
      terminal.type(DOWN + ENTER);

      await terminal.see('What was tried?');
      terminal.type('Restarted Redis\rPromoted the replica by hand');
      await terminal.see('by hand');
      terminal.type(ENTER + ENTER);
      await terminal.see('Did it help? Restarted Redis');
      terminal.type(DOWN + DOWN + ENTER);
      await terminal.see('Did it help? Promoted the replica by hand');
      terminal.type(ENTER);

      await terminal.see('All of it in one to three sentences');
      terminal.type(ENTER);
      await terminal.see('How is the file called?');
      terminal.type(ENTER);

      await terminal.see('16 gaps in it are marked TODO; the check names each.');
      await terminal.see('Next: npm run check -- ');
      expect(await terminal.end()).toBe(0);
    } finally {
      terminal.kill();
    }
    expect(await folder.read(FILE)).toBe(WRITTEN);

    const gaps = await folder.gaps(FILE);
    expect(gaps).toHaveLength(16);
    expect(gaps.slice(0, 3)).toEqual(GAPS);
    expect(gaps.filter((gap) => !gap.includes(' unfinished: '))).toEqual([]);

    expect(await fillGaps(FILE, folder)).toMatchObject(PASSES);
  });

  test('what is broken off leaves no file, and can be gone on with', async () => {
    const before = await readdir(folder.at('postmortems'));
    const terminal = new Terminal(['new', 'postmortem', '--severity', 'sev3'], { content: folder.path });
    try {
      await terminal.see('What happened to what?');
      terminal.type(`The mail server isn't there${ENTER}`);
      await terminal.see('Which services were involved?');
      terminal.type('es');
      await terminal.see('● elasticsearch (ES)');
      terminal.type(ENTER);
      await terminal.see('Another service?');
      terminal.type(ENTER);
      await terminal.see('What did you see?');
      terminal.type(CTRL_C);
      await terminal.see('Nothing was written. To go on from here:');
      await terminal.see(
        String.raw`npm run kb -- new postmortem --title 'The mail server isn'\''t there' --service elasticsearch`,
      );
      await terminal.see(' --severity sev3');
      expect(await terminal.end()).toBe(130);
    } finally {
      terminal.kill();
    }
    expect(await readdir(folder.at('postmortems'))).toEqual(before);
  });

  test('a lesson that is there already is not written a second time', async () => {
    const before = await readdir(folder.at('lessons'));
    const terminal = new Terminal(['new', 'lesson'], { content: folder.path });
    try {
      await terminal.see('What is the lesson?');
      terminal.type(`Services come back by themselves after each reboot${ENTER}`);
      await terminal.see('Does one of these say it already?');
      await terminal.see('survive-a-reboot: Every service comes back by itself after a reboot.');
      terminal.type(DOWN + ENTER);
      await terminal.see('Nothing was written. Lesson survive-a-reboot covers it');
      expect(await terminal.end()).toBe(0);
    } finally {
      terminal.kill();
    }
    expect(await readdir(folder.at('lessons'))).toEqual(before);
  });
});

const FLAGS = [
  ...['--title', 'Redis did not come back after a failover', '--service', 'pg', '--service', 'reddis'],
  ...['--service', 'kafka', '--signal', 'ERROR: no master', '--signal'],
  ...["READONLY You can't write against a read only replica.", '--lesson', 'survive-a-reboot'],
  ...['--tag', 'reboot', '--started', '2024-05-03 14:30 +02:00', '--resolved', '15:10', '--severity', 'sev2'],
  ...['--tried', 'no: Restarted Redis', '--tried', 'yes: Promoted the replica by hand'],
];

describe('without a terminal', () => {
  test('flags alone make the same file, which passes when its gaps are filled, and is never overwritten', async () => {
    const own = await NewFolder.make();
    try {
      const dryRun = await own.run('kb', 'new', 'postmortem', ...FLAGS, '--dry-run');
      expect(dryRun).toMatchObject({ code: 0, stdout: WRITTEN });
      expect(await readdir(own.at('postmortems'))).toEqual(['2018-03-10-redis-gone.mdx']);

      const made = await own.run('kb', 'new', 'postmortem', ...FLAGS);
      expect(made.code).toBe(0);
      expect(made.stderr).toContain('Seen before: 2018-03-10-redis-gone\n');
      expect(made.stdout).toContain('16 gaps in it are marked TODO; the check names each.\n');
      expect(await own.read(FILE)).toBe(WRITTEN);

      const again = await own.run('kb', 'new', 'postmortem', ...FLAGS);
      expect(again).toMatchObject({ code: 1, stdout: '' });
      expect(again.stderr).toContain(
        'is there already; `2024-05-03-redis-did-not-come-back-after-a-failover-2` is free. Say with `--id` how the file is called.\n',
      );
      expect(await own.read(FILE)).toBe(WRITTEN);
      expect(await fillGaps(FILE, own)).toMatchObject(PASSES);
    } finally {
      await own.remove();
    }
  });

  test('everything that is missing or wrong is said at once', async () => {
    const { code, stdout, stderr } = await folder.run(
      ...(['kb', 'new', 'postmortem', '--service', 'postgrs', '--severity', 'sve2'] as const),
      ...['--resolved', '3/5/2024', '--tag', 'reboot', '--lesson', 'survive-reboot'],
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.split('\n')).toEqual([
      '--tag: reboot is `not-reboot-safe`',
      '--service: Unknown service `postgrs`, expected the id of a service. Did you mean `postgresql`?',
      '--lesson: Unknown lesson `survive-reboot`, expected the id of a lesson. Did you mean `survive-a-reboot`?',
      '--resolved: Unexpected `3/5/2024`, expected a time in EDTF: 2018-03-10, 2015-03, 2018-03-10~ (approximate), XXXX-03-21 (year not known) or 2018-03-10T09:30:00-05:00',
      '--severity: Unexpected `sve2`, expected one of sev1, sev2, sev3, sev4, unknown. Did you mean `sev2`?',
      'Missing --title, --started: without a terminal nothing can be asked.',
      '',
    ]);
  });

  test('a text that is there already answers what it can, and stands whole in the body', async () => {
    const mail = folder.at('../notes.md');
    await writeFile(
      mail,
      '---\nseverity: sev3\nservices: [ES]\nticket: OPS-7\n---\n# Search was slow\n\nIt said `ERROR: queue full`. We waited.\n',
    );
    const { code, stdout } = await folder.run(
      ...(['kb', 'new', 'postmortem', '--from', mail, '--started', '2024-05', '--dry-run'] as const),
    );
    expect(code).toBe(0);
    expect(stdout).toContain('title: Search was slow\nsummary: "It said ERROR: queue full. We waited."\n');
    expect(stdout).toContain('severity: sev3\n');
    expect(stdout).toContain('services:\n  - elasticsearch\n');
    expect(stdout).toContain('signals:\n  - "ERROR: queue full"\n');
    expect(stdout).toContain(`## What was done

TODO what was tried, what came of it, and what ended it

## From the source

It said \`ERROR: queue full\`. We waited.

### Kept from the source

- services: ES
- ticket: OPS-7
`);
  });
});
