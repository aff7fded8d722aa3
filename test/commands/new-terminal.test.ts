/** `kb new` in a pseudo-terminal, from the first question to a page that passes the check. */
import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fillGaps, GAPS, NEW_PAGE_TEXT, PAGE_PATH, PASSING_RESULT } from './new-postmortem-page.ts';
import { CTRL_C, DOWN, ENTER, ESC, SPACE, Terminal } from './pty-terminal.ts';
import { TempContentFolder } from './temp-content-folder.ts';

// Each command is a process, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 });

let folder: TempContentFolder;
beforeAll(async () => {
  folder = await TempContentFolder.create();
});
afterAll(() => folder.remove());

test('creates a postmortem from answers, which passes the check once its TODOs are filled in', async () => {
  const terminal = new Terminal(['new', 'postmortem'], { content: folder.path });
  try {
    await terminal.waitForText('What happened to what? One line');
    terminal.type(`Redis did not come back after a failover${ENTER}`);

    await terminal.waitForText('Which services were involved?');
    terminal.type('pg');
    await terminal.waitForText('● postgresql (PG)');
    terminal.type(ENTER);
    await terminal.waitForText('Another service?');
    terminal.type('reddis');
    await terminal.waitForText('● redis (reddis)');
    terminal.type(ENTER);
    await terminal.waitForText('Another service?');
    terminal.type('kafka');
    await terminal.waitForText('● kafka: unknown service; use it, and mark it to be added');
    terminal.type(ENTER);
    await terminal.waitForText('Another service?');
    await terminal.waitForText('● No more');
    terminal.type(ENTER);
    await terminal.waitForText('There is no service `kafka` yet; it is marked in the file');

    await terminal.waitForText('What did you see?');
    terminal.type("ERROR: no master\r\n\r\nREADONLY You can't write against a read only replica.");
    await terminal.waitForText('read only replica.');
    terminal.type(ENTER + ENTER);

    await terminal.waitForText('Seen before: 2018-03-10-redis-gone');
    await terminal.waitForText('the same service `redis`');
    await terminal.waitForText('These lessons may cover it already. Which of them did it teach again?');
    await terminal.waitForText('Make every service survive a reboot (survive-a-reboot, about redis)');
    terminal.type(SPACE + ENTER);

    await terminal.waitForText('Is it a case of a recurring issue?');
    terminal.type('reboot');
    await terminal.waitForText('● not-reboot-safe');
    terminal.type(ENTER);
    await terminal.waitForText('Another tag?');
    terminal.type(ENTER);

    await terminal.waitForText('When did it start?');
    terminal.type(`2024-05-03 14:30${ENTER}`);
    await terminal.waitForText('Unexpected `2024-05-03 14:30` without its offset from UTC');
    await terminal.waitForText('`2024-05-03 14:30 +02:00`');
    terminal.type(` +02:00${ENTER}`);
    await terminal.waitForText('When was it over?');
    terminal.type(`15:10${ENTER}`);
    await terminal.waitForText('15:10 is 2024-05-03T15:10+02:00');

    await terminal.waitForText('How bad was it');
    terminal.type(DOWN + ENTER);

    await terminal.waitForText('What was tried?');
    terminal.type('Restarted Redis\rPromoted the replica by hand');
    await terminal.waitForText('by hand');
    terminal.type(ENTER + ENTER);
    await terminal.waitForText('Did it help? Restarted Redis');
    terminal.type(DOWN + DOWN + ENTER);
    await terminal.waitForText('Did it help? Promoted the replica by hand');
    terminal.type(ENTER);

    await terminal.waitForText('What happened, in one to three sentences');
    terminal.type(ENTER);
    await terminal.waitForText('What would a caller say');
    terminal.type(`Nobody can sign in${ENTER}`);
    await terminal.waitForText("File name (this becomes the page's permanent address)");
    terminal.type(ENTER);

    await terminal.waitForText('16 TODOs left to fill in. Run the check to list them:');
    await terminal.waitForText('npm run check -- ');
    expect(await terminal.waitForExit()).toBe(0);
  } finally {
    terminal.kill();
  }
  expect(await folder.read(PAGE_PATH)).toBe(NEW_PAGE_TEXT);

  expect(await folder.listProblems(PAGE_PATH)).toEqual(GAPS);

  expect(await fillGaps(PAGE_PATH, folder)).toMatchObject(PASSING_RESULT);
});

test('writes no file after Ctrl-C, and prints a command to continue with', async () => {
  const before = await readdir(folder.resolvePath('postmortems'));
  const terminal = new Terminal(['new', 'postmortem', '--severity', 'sev3'], { content: folder.path });
  try {
    await terminal.waitForText('What happened to what?');
    terminal.type(`The mail server isn't there${ENTER}`);
    await terminal.waitForText('Which services were involved?');
    terminal.type('es');
    await terminal.waitForText('● elasticsearch (ES)');
    terminal.type(ENTER);
    await terminal.waitForText('Another service?');
    terminal.type(ENTER);
    await terminal.waitForText('What did you see?');
    terminal.type(CTRL_C);
    await terminal.waitForText('Nothing was written. To continue from here:');
    await terminal.waitForText(
      String.raw`npm run kb -- new postmortem --title 'The mail server isn'\''t there' --service elasticsearch`,
    );
    await terminal.waitForText(' --severity sev3');
    expect(await terminal.waitForExit()).toBe(130);
  } finally {
    terminal.kill();
  }
  expect(await readdir(folder.resolvePath('postmortems'))).toEqual(before);
});

test('goes back to the previous question with Esc, from every kind of prompt, with what you typed there', async () => {
  const terminal = new Terminal(['new', 'postmortem'], { content: folder.path });
  const goBackTo = async (text: string) => {
    terminal.type(ESC);
    await terminal.waitForText(text);
  };
  try {
    await terminal.waitForText('Esc: back to the previous question.');
    await terminal.waitForText('What happened to what?');
    // The first question has none before it.
    await goBackTo('What happened to what?');
    terminal.type(`The mail server is gone${ENTER}`);
    await terminal.waitForText('Which services were involved?');
    terminal.type('es');
    await terminal.waitForText('● elasticsearch (ES)');
    terminal.type(ENTER);
    await terminal.waitForText('Another service?');
    // The services are one question.
    await goBackTo('What happened to what?');
    await terminal.waitForText('The mail server is gone');
    terminal.type(` again${ENTER}`);
    await terminal.waitForText('Which services were involved?');
    terminal.type(ENTER);
    await terminal.waitForText('What did you see?');
    terminal.type('No route to host');
    await terminal.waitForText('No route to host');
    terminal.type(ENTER + ENTER);
    await terminal.waitForText('Is it a case of a recurring issue?');
    await goBackTo('What did you see?');
    await terminal.waitForText('No route to host');
    terminal.type(CTRL_C);
    await terminal.waitForText('To continue from here:');
    await terminal.waitForText("new postmortem --title 'The mail server is gone again'");
    expect(await terminal.waitForExit()).toBe(130);
    expect(terminal.screen).not.toContain('--signal');
    expect(terminal.screen).not.toContain('--service');
  } finally {
    terminal.kill();
  }
});

test('writes no lesson if you choose one that exists', async () => {
  const before = await readdir(folder.resolvePath('lessons'));
  const terminal = new Terminal(['new', 'lesson'], { content: folder.path });
  try {
    await terminal.waitForText('What should others do?');
    terminal.type(`Start services again after a reboot${ENTER}`);
    await terminal.waitForText('What is the lesson?');
    terminal.type(`Services come back by themselves after each reboot${ENTER}`);
    await terminal.waitForText('Is this already covered by one of these lessons?');
    await terminal.waitForText('survive-a-reboot: Make every service survive a reboot');
    terminal.type(DOWN + ENTER);
    await terminal.waitForText('Nothing was written. Lesson survive-a-reboot covers it');
    expect(await terminal.waitForExit()).toBe(0);
  } finally {
    terminal.kill();
  }
  expect(await readdir(folder.resolvePath('lessons'))).toEqual(before);
});
