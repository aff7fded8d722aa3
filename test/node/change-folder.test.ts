import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  changeFolder,
  type FileChange,
  recoverFolder,
  withRecoveredFolder,
} from '../../src/node/change-folder.ts';
import { getChangePath } from '../../src/node/folder-lock.ts';

vi.setConfig({ testTimeout: 120_000 });

const BEFORE = {
  'notes/a.mdx': 'a',
  'notes/c.mdx': 'names a',
  'notes/d.mdx': '\ufeffmark a',
  'other.txt': 'x',
};
const CHANGES: FileChange[] = [
  { path: 'notes/a.mdx', movedTo: 'notes/b.mdx', before: 'a', text: 'b' },
  { path: 'notes/c.mdx', before: 'names a', text: 'names b' },
  { path: 'notes/d.mdx', before: 'mark a', text: 'mark b' },
  { path: 'redirects.yaml', before: undefined, text: 'a: b' },
];
const AFTER = {
  'notes/b.mdx': 'b',
  'notes/c.mdx': 'names b',
  'notes/d.mdx': '\ufeffmark b',
  'other.txt': 'x',
  'redirects.yaml': 'a: b',
};

let folder: string;
let messages: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hindsight-change-'));
  messages = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    messages += text;
    return true;
  });
  writeBefore();
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function writeBefore(): void {
  rmSync(folder, { recursive: true });
  mkdirSync(join(folder, 'notes'), { recursive: true });
  for (const [path, text] of Object.entries(BEFORE)) writeFileSync(join(folder, path), text);
}

function readFolder(): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }): [string, string] => [
      join(parentPath, name).slice(folder.length + 1),
      readFileSync(join(parentPath, name), 'utf8'),
    ]);
  return Object.fromEntries(files.sort());
}

const SCRIPT = join(import.meta.dirname, 'change-process.ts');

function change(killAt: number): { signal: string | null; stdout: string } {
  const words = [SCRIPT, folder, JSON.stringify(CHANGES), String(killAt)];
  const { signal, stdout } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  return { signal, stdout };
}

/** Starts a change that stops at a call, and waits until it is there. */
async function startPaused(pauseAt: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, [SCRIPT, folder, JSON.stringify(CHANGES), '0', String(pauseAt)]);
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return child;
}

async function finish(child: ChildProcess): Promise<number | null> {
  child.stdin?.write('go\n');
  return new Promise((resolve) => child.once('exit', resolve));
}

test('makes all changes and leaves nothing else', async () => {
  await withRecoveredFolder(folder, () => changeFolder(folder, 'rename `a` to `b`', CHANGES));
  expect(readFolder()).toEqual(AFTER);
  expect([existsSync(getChangePath(folder, 'lock')), existsSync(getChangePath(folder, 'journal'))]).toEqual([
    false,
    false,
  ]);
  await recoverFolder(folder);
  expect(messages).toBe('');
});

test('is finished or undone by the next command, wherever the process was killed', async () => {
  const callCount = Number(change(0).stdout);
  expect(callCount).toBeGreaterThan(15);
  const outcomes: string[] = [];
  for (let killAt = 1; killAt <= callCount; killAt++) {
    writeBefore();
    messages = '';
    expect(change(killAt).signal).toBe('SIGKILL');
    await recoverFolder(folder);
    await withRecoveredFolder(folder, async () => {});
    const isMade = JSON.stringify(readFolder()) === JSON.stringify(AFTER);
    expect(readFolder()).toEqual(isMade ? AFTER : BEFORE);
    if (messages !== '') {
      expect(messages).toBe(
        isMade
          ? 'An earlier command was interrupted and is now finished: rename `a` to `b` (4 files).\n'
          : 'An earlier command was interrupted before it changed a file: rename `a` to `b`. Run it again.\n',
      );
    }
    outcomes.push(`${isMade ? 'made' : 'not made'}${messages ? ', reported' : ''}`);
  }
  expect([...new Set(outcomes)]).toEqual(['not made', 'not made, reported', 'made, reported', 'made']);
});

describe('after a crash', () => {
  const MAX_CALLS = 40;
  let killAt = 1;

  /** Kills the process when only the first file is changed. */
  async function crash(): Promise<void> {
    for (; killAt <= MAX_CALLS; killAt++) {
      await withRecoveredFolder(folder, async () => {});
      messages = '';
      writeBefore();
      change(killAt);
      const files = readFolder();
      if ('notes/b.mdx' in files && files['notes/c.mdx'] === BEFORE['notes/c.mdx']) return;
    }
    throw new Error('The first file was never changed alone');
  }

  test('keeps what somebody edited in the meantime, and names it', async () => {
    await crash();
    writeFileSync(join(folder, 'notes/c.mdx'), 'edited');
    await recoverFolder(folder);
    expect(readFolder()).toEqual({ ...AFTER, 'notes/c.mdx': 'edited' });
    expect(messages).toContain('`notes/c.mdx` was edited in the meantime, and stays as it is.\n');
  });

  test('finishes without the temporary files', async () => {
    await crash();
    for (const name of readdirSync(join(folder, 'notes')).filter((each) => each.endsWith('.tmp')))
      rmSync(join(folder, 'notes', name));
    await recoverFolder(folder);
    expect(readFolder()).toEqual(AFTER);
  });

  test('keeps temporary files of others', async () => {
    await crash();
    writeFileSync(join(folder, 'notes/.other.tmp'), 'x');
    await recoverFolder(folder);
    expect(readFolder()).toEqual({ ...AFTER, 'notes/.other.tmp': 'x' });
  });
});

describe('two commands at once', () => {
  const again = () => withRecoveredFolder(folder, async () => readFolder());

  test('wait for each other', async () => {
    for (const pauseAt of [5, 12, 16]) {
      writeBefore();
      const child = await startPaused(pauseAt);
      const waiting = again();
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(await finish(child)).toBe(0);
      expect(await waiting).toEqual(AFTER);
    }
    expect(messages).toBe('');
  });

  test('end the second one with a message if the first one takes too long', async () => {
    const child = await startPaused(8);
    const before = readFolder();
    await expect(again()).rejects.toThrow(
      new RegExp(
        `^Another command \\(process ${child.pid}\\) is changing \`.*\`\\. Wait until it has finished`,
      ),
    );
    expect(readFolder()).toEqual(before);
    expect(await finish(child)).toBe(0);
    expect(readFolder()).toEqual(AFTER);
  });

  test('do not overwrite a file that changed after it was read', async () => {
    writeFileSync(join(folder, 'notes/c.mdx'), 'edited');
    await expect(changeFolder(folder, 'rename `a` to `b`', CHANGES)).rejects.toThrow(
      '`notes/c.mdx` changed while the command ran. Nothing was changed. Try again.',
    );
    expect(readFolder()).toEqual({ ...BEFORE, 'notes/c.mdx': 'edited' });
  });
});
