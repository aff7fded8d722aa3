/** `kb check` as a process: what it prints, its exit code, what it changes. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { type CommandResult, runKb } from './run-kb.ts';

// Each test starts processes, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 });

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Creates a folder with the small content in `content/`, and these files over it. */
function createFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'hindsight check '));
  folders.push(folder);
  cpSync('test/fixtures/bad/base', join(folder, 'content'), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, 'content', path, '..'), { recursive: true });
    writeFileSync(join(folder, 'content', path), text);
  }
  return folder;
}

function check(folder: string, ...words: string[]): Promise<CommandResult> {
  return runKb(['check', ...words], { cwd: folder, env: { SOURCE_DATE_EPOCH: '1795219200' } });
}

/** Removes the messages from a report: `test/fixtures/bad/` tests them. */
function withoutMessages(text: string): string {
  return text.replace(/^(.*:\d+:\d+ {2}).*(?= {2}\([a-z-]+\)$)/gm, '$1…');
}

const LESSON_PATH = 'lessons/survive-a-reboot.mdx';
const LESSON = readFileSync(`test/fixtures/bad/base/${LESSON_PATH}`, 'utf8');
const ALIAS_LESSON = LESSON.replace('services: [redis]', 'services: [ES]');
const ALIAS = { [LESSON_PATH]: ALIAS_LESSON };

describe('exit code', () => {
  test('is 0 without problems, and only the summary is printed', async () => {
    expect(await check(createFolder())).toEqual({
      code: 0,
      stdout: '0 errors, 0 warnings in 9 files\n',
      stderr: '',
    });
  });

  test('is 1 with an error', async () => {
    const { code, stdout } = await check(createFolder(ALIAS));
    expect(code).toBe(1);
    expect(withoutMessages(stdout)).toBe(`\
content/lessons/survive-a-reboot.mdx:5:12  …  (known-service)
  Did you mean \`elasticsearch\`?
  | services: [ES]
  |            ^^

known-service  https://example.org/kb/rules/#known-service

1 error, 0 warnings in 9 files
`);
  });

  test('is 1 with more warnings than allowed', async () => {
    const folder = createFolder({ [LESSON_PATH]: LESSON.replace('Machines', 'Machiens') });
    expect((await check(folder, '--max-warnings', '1')).code).toBe(0);
    expect((await check(folder, '--max-warnings', '0')).code).toBe(1);
  });
});

test('prints the same with the results of the last check and without, also when something changed', async () => {
  const folder = createFolder(ALIAS);
  const cold = await check(folder, '--no-cache');
  expect(await check(folder)).toEqual(cold);
  expect(await check(folder)).toEqual(cold);
  writeFileSync(join(folder, 'content', LESSON_PATH), LESSON);
  expect((await check(folder)).code).toBe(0);
});

describe('the selection of files', () => {
  test('checks only the named file, against the whole content', async () => {
    const folder = createFolder({ ...ALIAS, 'notes/second.mdx': 'broken' });
    const { stdout } = await check(folder, 'content/lessons/survive-a-reboot.mdx');
    expect(stdout).toMatch(/^content\/lessons\/survive-a-reboot\.mdx:5:12 {2}.* {2}\(known-service\)\n/);
    expect(stdout).toMatch(/\n1 error, 0 warnings in 1 file\n$/);
  });

  test('reports the same problems of a file whether it is checked alone or with all others', async () => {
    const folder = createFolder({
      ...ALIAS,
      'notes/second.mdx': LESSON.replace('reason:', 'because:'),
      'postmortems/2018-03-11-again.mdx':
        '---\ntitle: Again\nlessons:\n  learned: [survive-a-reboott]\n---\n',
      'allowed-secrets.yaml': '- file: notes/redis.mdx\n  fingerprint: 3fa9c1\n  reason: It is public.\n',
    });
    const listProblems = async (...words: string[]) =>
      JSON.parse((await check(folder, '--format', 'json', ...words)).stdout).problems as { path: string }[];
    const all = await listProblems();
    const paths = [...new Set(all.map(({ path }) => path))];
    expect(paths).toHaveLength(4);
    expect((await Promise.all(paths.map((path) => listProblems(path)))).flat()).toEqual(all);
  });

  describe('--changed', () => {
    /** A folder with a commit on `main`. */
    function createRepository(files?: Readonly<Record<string, string>>): string {
      const folder = createFolder(files);
      const git = (...words: string[]) =>
        execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...words], {
          cwd: folder,
        });
      git('init', '-q', '-b', 'main');
      git('add', '.');
      git('commit', '-qm', 'Start');
      return folder;
    }

    test('checks what differs from a commit', async () => {
      const folder = createRepository();
      expect((await check(folder, '--changed')).stdout).toBe('0 errors, 0 warnings in 0 files\n');
      writeFileSync(join(folder, 'content', LESSON_PATH), ALIAS_LESSON);
      expect((await check(folder, '--changed', 'main')).stdout).toMatch(/\n1 error, 0 warnings in 1 file\n$/);
    });

    test('reports what a change breaks in other files, and nothing else of them', async () => {
      const folder = createRepository({
        ...ALIAS,
        'notes/second.mdx': readFileSync('test/fixtures/bad/base/notes/redis.mdx', 'utf8')
          .replace(/lessons: .*\n/, '')
          .replace('title:', 'titel:'),
      });
      rmSync(join(folder, 'content/lessons/test-failover.mdx'));
      const deleted = await check(folder, '--changed');
      expect(withoutMessages(deleted.stdout)).toMatch(
        /^content\/notes\/redis\.mdx:7:11 {2}… {2}\(known-lesson\)\n/,
      );
      expect(deleted.stdout).toMatch(/\n1 error, 0 warnings in 0 files\n$/);
      expect(deleted.code).toBe(1);
    });

    test('reports what a pull request tells git to ignore', async () => {
      const folder = createRepository();
      writeFileSync(join(folder, 'content', LESSON_PATH), ALIAS_LESSON);
      writeFileSync(join(folder, 'content/notes/x.txt'), '');
      writeFileSync(join(folder, 'content/.gitignore'), '*\n');
      writeFileSync(join(folder, '.git/info/exclude'), '*\n');
      const { stdout } = await check(folder, '--changed', '--format', 'json');
      const { problems } = JSON.parse(stdout) as { problems: { path: string; rule: string }[] };
      expect(problems.map(({ path, rule }) => `${path} ${rule}`)).toEqual([
        'content/.gitignore allowed-path',
        'content/lessons/survive-a-reboot.mdx known-service',
        'content/notes/x.txt allowed-path',
      ]);
    });

    test('exits with 2 and one sentence if git cannot tell', async () => {
      const folder = createRepository();
      expect(await check(folder, '--changed', 'nowhere')).toEqual({
        code: 2,
        stdout: '',
        stderr:
          'There is no commit, branch or tag `nowhere` in this git repository. Check the name, or fetch it.\n',
      });
    });
  });
});

describe('--fix', () => {
  test('fixes, lists what it fixed, and reports the rest', async () => {
    const lesson = ALIAS_LESSON.replace('reboot when', 'rebooot when');
    const folder = createFolder({ [LESSON_PATH]: lesson });
    const { code, stdout } = await check(folder, '--fix');
    expect(code).toBe(0);
    expect(withoutMessages(stdout)).toBe(`\
Fixed content/lessons/survive-a-reboot.mdx:5:12  …  (known-service)

content/lessons/survive-a-reboot.mdx:15:10  …  (known-word)
  Did you mean \`reboot\`?
  | Machines rebooot when nobody is there.
  |          ^^^^^^^

known-word  https://example.org/kb/rules/#known-word

0 errors, 1 warning in 9 files
`);
    expect(readFileSync(join(folder, 'content', LESSON_PATH), 'utf8')).toBe(
      lesson.replace('[ES]', '[elasticsearch]'),
    );
  });

  test('changes no other byte, including a byte order mark and line breaks', async () => {
    const lesson = `\ufeff${ALIAS_LESSON.replaceAll('\n', '\r\n')}`;
    const folder = createFolder({ [LESSON_PATH]: lesson });
    expect((await check(folder, '--fix')).code).toBe(0);
    expect(readFileSync(join(folder, 'content', LESSON_PATH), 'utf8')).toBe(
      lesson.replace('[ES]', '[elasticsearch]'),
    );
  });

  test('lists fixes on standard error if the output is for a program', async () => {
    const { stdout, stderr } = await check(createFolder(ALIAS), '--fix', '--format', 'json');
    expect(JSON.parse(stdout).errors).toBe(0);
    expect(stderr).toMatch(/^Fixed content\/lessons\/survive-a-reboot\.mdx:5:12 /);
  });
});

describe('unusual files', () => {
  test('rejects links out of the folder', async () => {
    const folder = createFolder();
    writeFileSync(join(folder, 'outside.mdx'), 'outside');
    symlinkSync(join(folder, 'outside.mdx'), join(folder, 'content/notes/inside.mdx'));
    symlinkSync('/etc', join(folder, 'content/notes/etc'));
    const { code, stdout } = await check(folder);
    expect(code).toBe(1);
    expect(withoutMessages(stdout)).toContain('content/notes/etc:1:1  …  (no-unreadable-file)\n');
    expect(withoutMessages(stdout)).toContain('content/notes/inside.mdx:1:1  …  (no-unreadable-file)\n');
    expect(stdout).toMatch(/\n2 errors, 0 warnings in 11 files\n$/);
  });

  test('prints a name with a line break on one line', async () => {
    const { code, stdout } = await check(createFolder({ 'notes/two\nlines and spaces.mdx': 'text' }));
    expect(code).toBe(1);
    expect(withoutMessages(stdout)).toContain(
      'content/notes/two�lines and spaces.mdx:1:1  …  (valid-file-name)\n',
    );
  });

  test('rejects bytes that are not UTF-8, and files that are too large', async () => {
    const folder = createFolder();
    writeFileSync(join(folder, 'content/notes/latin.mdx'), Buffer.from([0x2d, 0x2d, 0x2d, 0xe9, 0xff]));
    writeFileSync(join(folder, 'content/notes/large.mdx'), Buffer.alloc(20_000_000, 'a'));
    const { code, stdout } = await check(folder);
    expect(code).toBe(1);
    expect(withoutMessages(stdout)).toContain('content/notes/latin.mdx:1:1  …  (no-unreadable-file)\n');
    expect(withoutMessages(stdout)).toContain('content/notes/large.mdx:1:1  …  (no-unreadable-file)\n');
  });
});
