/** `kb new` in a pseudo-terminal: from the first question to a page that passes the check. */
import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { NewFolder } from './new-folder.ts';
import { FILE, fillGaps, GAPS, PASSES, WRITTEN } from './new-postmortem.ts';
import { CTRL_C, DOWN, ENTER, SPACE, Terminal } from './terminal.ts';

// Each command is a process of its own, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000 });

let folder: NewFolder;
beforeAll(async () => {
  folder = await NewFolder.make();
});
afterAll(() => folder.remove());

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
    await terminal.see('Every service comes back by itself after a reboot. (survive-a-reboot, about redis)');
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
  expect(gaps).toEqual(GAPS);

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
