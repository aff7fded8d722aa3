import { execFile } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPages } from '../pdf/read-pdf.ts';

interface Run {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs `kb checklist` on the project's own content. */
function kb(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['src/commands/kb.ts', 'checklist', ...args], (problem, out, error) => {
      resolve({ code: problem ? Number(problem.code) : 0, out, error });
    });
  });
}

test('a list goes to the standard output, what was done to it to the standard error', async () => {
  const { code, out, error } = await kb('planned-reboot', '--service', 'redis', '--explain');
  expect(code).toBe(0);
  expect(out).toContain('Planned reboot: Redis\n');
  expect(out).toContain('[ ] Read the role of every Redis server');
  expect(out).not.toContain('not on the list');
  expect(error).toContain('not on the list, because the chosen services or tags do not need it');
}, 30_000);

test('a PDF goes to a pipe or a file, on the paper that is asked for', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'checklist-')), 'redis.pdf');
  const { code, out } = await kb('redis-process-dead', '-f', 'pdf', '-p', 'letter', '-o', file);
  expect([code, out]).toEqual([0, '']);
  const bytes = new Uint8Array(await readFile(file));
  expect((await readPages(bytes))[0]).toContain('Redis: the process is dead');
  expect(Buffer.from(bytes).toString('latin1')).toContain('/MediaBox [0 0 612 792]');
}, 30_000);

test('the binder holds every list', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'checklist-')), 'binder.pdf');
  expect((await kb('--binder', '-p', 'a4', '-o', file)).code).toBe(0);
  const text = (await readPages(new Uint8Array(await readFile(file)))).join(' ');
  for (const title of ['Redis: the process is dead', 'Planned reboot', 'Stale lock file']) {
    expect(text.split(title).length).toBeGreaterThan(2);
  }
}, 60_000);

test('every list is named by --list', async () => {
  const { code, out } = await kb('--list');
  expect(code).toBe(0);
  expect(out).toContain('planned-reboot\tPlanned reboot\n');
  expect(out).toContain('services/redis\tRedis\n');
}, 30_000);

test('wrong use says what was expected, and exits 2; a choice that no check fits exits 1', async () => {
  expect(await kb('planned-rebot')).toEqual({
    code: 2,
    out: '',
    error:
      'Unknown list `planned-rebot`, expected an activity or a procedure; the nearest is `planned-reboot`\n',
  });
  expect((await kb('--service', 'ubuntu')).code).toBe(1);
}, 30_000);
