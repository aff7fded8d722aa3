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
  expect(stdout).not.toContain('not on the list');
  expect(stderr).toContain('not on the list, because the chosen services or tags do not need it');
}, 30_000);

test('writes a PDF to a file, on the paper size of --paper', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'checklist-')), 'redis.pdf');
  const { code, stdout } = await checklist('redis-process-dead', '-f', 'pdf', '-p', 'letter', '-o', file);
  expect([code, stdout]).toEqual([0, '']);
  const bytes = new Uint8Array(await readFile(file));
  expect((await readPages(bytes))[0]).toContain('Redis: the process is dead');
  expect(Buffer.from(bytes).toString('latin1')).toContain('/MediaBox [0 0 612 792]');
}, 30_000);

test('--binder writes every checklist to one PDF', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'checklist-')), 'binder.pdf');
  expect((await checklist('--binder', '-p', 'a4', '-o', file)).code).toBe(0);
  const text = (await readPages(new Uint8Array(await readFile(file)))).join(' ');
  for (const title of ['Redis: the process is dead', 'Planned reboot', 'Stale lock file']) {
    expect(text.split(title).length).toBeGreaterThan(2);
  }
}, 60_000);

test('--list prints the id and title of every checklist', async () => {
  const { code, stdout } = await checklist('--list');
  expect(code).toBe(0);
  expect(stdout).toContain('planned-reboot\tPlanned reboot\n');
  expect(stdout).toContain('services/redis\tRedis\n');
}, 30_000);

test('reports wrong use and offers the nearest name; exits with 1 if no item fits', async () => {
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
    [['--service', 'ubuntu'], 1, ''],
  ];
  const results = await runCommandLines(
    cases.map(([words]) => ({ words: ['checklist', ...words], content: 'content' })),
  );
  expect(results.map(({ code, stderr }) => ({ code, stderr }))).toEqual(
    cases.map(([, code, stderr]) => ({ code, stderr })),
  );
}, 30_000);
