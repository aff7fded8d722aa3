/** `kb new` without a terminal. */
import { readdir, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fillGaps, NEW_PAGE_TEXT, PAGE_PATH, PASSING_RESULT } from './new-postmortem-page.ts';
import { TempContentFolder } from './temp-content-folder.ts';

// Each command is a process, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 });

let folder: TempContentFolder;
beforeAll(async () => {
  folder = await TempContentFolder.create();
});
afterAll(() => folder.remove());

const FLAGS = [
  ...['--title', 'Redis did not come back after a failover', '--service', 'pg', '--service', 'reddis'],
  ...['--service', 'kafka', '--signal', 'ERROR: no master', '--signal'],
  ...["READONLY You can't write against a read only replica.", '--lesson', 'survive-a-reboot'],
  ...['--tag', 'reboot', '--started', '2024-05-03 14:30 +02:00', '--resolved', '15:10', '--severity', 'sev2'],
  ...['--everyday', 'Nobody can sign in'],
  ...['--tried', 'no: Restarted Redis', '--tried', 'yes: Promoted the replica by hand'],
];

test('creates the same file from options, passes the check once its TODOs are filled in, and never overwrites', async () => {
  const dryRun = await folder.run('new', 'postmortem', ...FLAGS, '--dry-run');
  expect(dryRun).toMatchObject({ code: 0, stdout: NEW_PAGE_TEXT });
  expect(await readdir(folder.resolvePath('postmortems'))).toEqual(['2018-03-10-redis-gone.mdx']);

  const made = await folder.run('new', 'postmortem', ...FLAGS);
  expect(made.code).toBe(0);
  expect(made.stderr).toContain('Seen before: 2018-03-10-redis-gone\n');
  expect(made.stdout).toContain('16 TODOs left to fill in. Run the check to list them:\n');
  expect(await folder.read(PAGE_PATH)).toBe(NEW_PAGE_TEXT);

  const again = await folder.run('new', 'postmortem', ...FLAGS);
  expect(again).toMatchObject({ code: 1, stdout: '' });
  expect(again.stderr).toContain(
    'already exists; `2024-05-03-redis-did-not-come-back-after-a-failover-2` is free. Choose the file name with `--id`.\n',
  );
  expect(await folder.read(PAGE_PATH)).toBe(NEW_PAGE_TEXT);
  expect(await fillGaps(PAGE_PATH, folder)).toMatchObject(PASSING_RESULT);
});

test('reports every missing and invalid option at once', async () => {
  const { code, stdout, stderr } = await folder.run(
    ...(['new', 'postmortem', '--service', 'postgrs', '--severity', 'sve2'] as const),
    ...['--resolved', '3/5/2024', '--tag', 'reboot', '--lesson', 'survive-reboot'],
  );
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr.split('\n')).toEqual([
    '--tag: reboot is `not-reboot-safe`',
    expect.stringMatching(/^--service: .*`postgrs`.*\. Did you mean `postgresql`\?$/),
    expect.stringMatching(/^--lesson: .*`survive-reboot`.*\. Did you mean `survive-a-reboot`\?$/),
    expect.stringMatching(/^--resolved: .*`3\/5\/2024`.* EDTF/),
    expect.stringMatching(/^--severity: .*`sve2`.*\. Did you mean `sev2`\?$/),
    'Missing --title, --started. Add them, or run the command in a terminal to be asked.',
    '',
  ]);
});

test('takes answers from an existing text, and keeps all of it in the body', async () => {
  const mail = folder.resolvePath('../notes.md');
  await writeFile(
    mail,
    '---\nseverity: sev3\nservices: [ES]\nticket: OPS-7\n---\n# Search was slow\n\nIt said `ERROR: queue full`. We waited.\n',
  );
  const { code, stdout } = await folder.run(
    ...(['new', 'postmortem', '--from', mail, '--started', '2024-05', '--dry-run'] as const),
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

describe('the organization of a new page', () => {
  const run = (...flags: string[]) =>
    folder.run('new', 'note', '--title', 'How Redis starts', '--summary', 'By hand.', ...flags, '--dry-run');

  test('is the home, and a team can be given without it', async () => {
    const { code, stdout } = await run('--team', 'database');
    expect(code).toBe(0);
    expect(stdout).toContain('organization: example\nteam: database\n');
  });

  test('can be any of its names', async () => {
    const { stdout, stderr } = await run('--organization', 'Example Inc.');
    expect(stdout).toContain('organization: example\n');
    expect(stderr).toContain('--organization: Example Inc. is `example`\n');
  });

  test('is refused with the nearest one if it is mistyped, like a team', async () => {
    expect(await run('--organization', 'exmaple')).toMatchObject({
      code: 2,
      stdout: '',
      stderr:
        '--organization: Unknown organization `exmaple`, expected the id of an organization. Did you mean `example`?\n',
    });
    expect((await run('--team', 'databse')).stderr).toBe(
      '--team: Unknown team `databse`, expected one of database, web. Did you mean `database`?\n',
    );
  });

  test('is marked in the file if the vocabulary has no similar name', async () => {
    const { code, stdout } = await run('--organization', 'flatiron');
    expect(code).toBe(0);
    expect(stdout).toContain(
      'organization: unknown # TODO add flatiron here when it is in vocabulary/organizations.yaml\n',
    );
  });
});
