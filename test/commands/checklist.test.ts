import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPages } from '../pdf/read-pdf.ts';
import { runCommandLines } from './run-command-lines.ts';
import { runKb } from './run-kb.ts';

const checklist = (...words: string[]) => runKb(['checklist', ...words]);

test('prints a checklist, and with --explain how it was made on standard error', async () => {
  const { code, stdout, stderr } = await checklist('planned-reboot', '--service', 'redis', '--explain');
  expect(code).toBe(0);
  expect(stdout).toContain('Planned reboot: Redis\n');
  expect(stdout).toContain('[ ] Read the role of every Redis server');
  expect(stdout).toContain(
    'Not needed for the chosen services and recurring issues:\n- List the directories',
  );
  expect(stderr).toContain('- Not on this list: “Compare your own /etc/hosts with DNS”. Not needed');
}, 30_000);

test('prints a checklist for one organization, and names the items of others', async () => {
  const { code, stdout } = await checklist('deploy', '--organization', 'gnome');
  expect(code).toBe(0);
  expect(stdout).toContain('Organization: GNOME\n');
  expect(stdout).toContain('Belongs to Oma:\n- Read the generated run list before it is applied.');
}, 30_000);

test('writes a PDF to a file, on the paper size of --paper', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'checklist-')), 'redis.pdf');
  const { code, stdout } = await checklist('redis-process-dead', '-f', 'pdf', '-p', 'letter', '-o', file);
  expect([code, stdout]).toEqual([0, '']);
  const bytes = new Uint8Array(await readFile(file));
  expect((await readPages(bytes))[0]).toContain('Redis: the process is dead');
  expect(Buffer.from(bytes).toString('latin1')).toContain('/MediaBox [0 0 612 792]');
}, 30_000);

test('--binder writes emergency procedures and activities to one PDF', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'checklist-')), 'binder.pdf');
  expect((await checklist('--binder', '-p', 'a4', '-o', file)).code).toBe(0);
  const text = (await readPages(new Uint8Array(await readFile(file)))).join(' ');
  for (const title of ['Redis: the process is dead', 'Planned reboot']) {
    expect(text.split(title).length).toBeGreaterThan(2);
  }
  expect(text).not.toContain('Stale lock file');
}, 60_000);

test('--list prints the id and title of every checklist', async () => {
  const { code, stdout } = await checklist('--list');
  expect(code).toBe(0);
  expect(stdout).toContain('planned-reboot\tPlanned reboot\n');
  expect(stdout).toContain('services/redis\tRedis\n');
}, 30_000);

test('reports wrong use and offers the nearest name; exits with 1 if a list would be too short', async () => {
  const cases: [words: string[], code: number, stderr: string][] = [
    [
      ['planned-rebot'],
      2,
      'Unknown list `planned-rebot`, expected an activity or a procedure; the nearest is `planned-reboot`. To list all, run `npm run kb -- checklist --list`.\n',
    ],
    [
      ['--service', 'redsi'],
      2,
      'Unknown service `redsi`, expected the id of a service; the nearest is `redis`. To list all, run `npm run kb -- checklist --list`.\n',
    ],
    [
      ['deploy', '--organization', 'gnmoe'],
      2,
      'Unknown organization `gnmoe`, expected the id of an organization; the nearest is `gnome`. To list all, run `npm run kb -- checklist --list`.\n',
    ],
    [
      ['--service', 'ubuntu'],
      1,
      'There is no list for `ubuntu`: no check is about it, and a list has at least 4. See https://hindsight.example.org/services/ubuntu/\n',
    ],
  ];
  const results = await runCommandLines(
    cases.map(([words]) => ({ words: ['checklist', ...words], content: 'content' })),
  );
  expect(results.map(({ code, stderr }) => ({ code, stderr }))).toEqual(
    cases.map(([, code, stderr]) => ({ code, stderr })),
  );
}, 30_000);
