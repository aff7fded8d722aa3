/** `npm run check` as a process: what it prints, what it exits with, what it changes. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';

// Each test starts processes, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

/** A folder of its own with the small content in `content/`, and these files over it. */
function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'hindsight check '));
  made.push(folder);
  cpSync('test/fixtures/bad/base', join(folder, 'content'), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, 'content', path, '..'), { recursive: true });
    writeFileSync(join(folder, 'content', path), text);
  }
  return folder;
}

function run(folder: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(process.cwd(), 'src/commands/check.mjs'), ...words],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, HINDSIGHT_CONTENT: 'content', NO_COLOR: '1', SOURCE_DATE_EPOCH: '1795219200' },
    },
  );
  return { status, stdout, stderr };
}

/** Cuts the messages out of a report: `test/fixtures/bad/` has them. */
function withoutMessages(text: string): string {
  return text.replace(/^(.*:\d+:\d+ {2}).*(?= {2}\([a-z-]+\)$)/gm, '$1…');
}

const LESSON = readFileSync('test/fixtures/bad/base/lessons/survive-a-reboot.mdx', 'utf8');
const ALIAS = { 'lessons/survive-a-reboot.mdx': LESSON.replace('services: [redis]', 'services: [ES]') };

describe('what it exits with', () => {
  test('0 where nothing is wrong', () => {
    expect(run(folderWith())).toEqual({ status: 0, stdout: '0 errors, 0 warnings in 8 files\n', stderr: '' });
  });

  test('1 where there is an error', () => {
    const { status, stdout } = run(folderWith(ALIAS));
    expect(status).toBe(1);
    expect(withoutMessages(stdout)).toBe(`\
content/lessons/survive-a-reboot.mdx:5:12  …  (known-service)
  Did you mean \`elasticsearch\`?
  | services: [ES]
  |            ^^

known-service  https://example.org/kb/rules/#known-service

1 error, 0 warnings in 8 files
`);
  });

  test('1 where there are more warnings than are let pass', () => {
    const folder = folderWith({ 'lessons/survive-a-reboot.mdx': LESSON.replace('Machines', 'Machiens') });
    expect(run(folder).status).toBe(0);
    expect(run(folder, '--max-warnings', '1').status).toBe(0);
    expect(run(folder, '--max-warnings', '0').status).toBe(1);
  });
});

describe('wrong use exits with 2 and one sentence', () => {
  test.each([
    [['nothing.mdx'], 'There is no file nothing.mdx.\n'],
    [['../outside.mdx'], 'There is no file ../outside.mdx.\n'],
    [['/etc/hosts'], '/etc/hosts does not lie in the content folder content.\n'],
    [
      ['--format', 'xml'],
      "option '--format <FORMAT>' argument 'xml' is invalid. Allowed choices are terminal, github, sarif, json, markdown.\n",
    ],
    [
      ['--max-warnings', 'few'],
      "option '--max-warnings <N>' argument 'few' is invalid. Expected a whole number.\n",
    ],
    [['--changed', 'main', 'content/site.yaml'], 'Expected either files or --changed, and not both.\n'],
  ])('%j', (words, stderr) => {
    expect(run(folderWith(), ...words)).toEqual({ status: 2, stdout: '', stderr });
  });

  test('no content folder', () => {
    const folder = folderWith();
    rmSync(join(folder, 'content'), { recursive: true });
    const { status, stderr } = run(folder);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^There is no content folder .*content\.\n$/);
  });

  test('no git repository', () => {
    const { status, stderr } = run(folderWith(), '--changed');
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^.*content lies in no git repository, so that nothing can be said to have changed\.\n$/,
    );
  });
});

describe('which files are judged', () => {
  test('only those that are named, against the whole', () => {
    const folder = folderWith({ ...ALIAS, 'notes/second.mdx': 'broken' });
    const { stdout } = run(folder, 'content/lessons/survive-a-reboot.mdx');
    expect(stdout).toMatch(/^content\/lessons\/survive-a-reboot\.mdx:5:12 {2}.* {2}\(known-service\)\n/);
    expect(stdout).toMatch(/\n1 error, 0 warnings in 1 file\n$/);
  });

  test('of each of them it says the same as when all are judged', () => {
    const folder = folderWith({
      ...ALIAS,
      'notes/second.mdx': LESSON.replace('reason:', 'because:'),
      'postmortems/2018-03-11-again.mdx':
        '---\ntitle: Again\nlessons:\n  learned: [survive-a-reboott]\n---\n',
      'allowed-secrets.yaml': '- file: notes/redis.mdx\n  fingerprint: 3fa9c1\n  reason: It is public.\n',
    });
    const problemsOf = (...words: string[]) =>
      JSON.parse(run(folder, '--format', 'json', ...words).stdout).problems as { path: string }[];
    const all = problemsOf();
    const paths = [...new Set(all.map(({ path }) => path))];
    expect(paths).toHaveLength(4);
    expect(paths.flatMap((path) => problemsOf(path))).toEqual(all);
  });

  test('what git says differs: changed, new, and not yet known to it', () => {
    const folder = folderWith();
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...words], { cwd: folder });
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-qm', 'Start');
    expect(run(folder, '--changed').stdout).toBe('0 errors, 0 warnings in 0 files\n');
    writeFileSync(
      join(folder, 'content/lessons/survive-a-reboot.mdx'),
      ALIAS['lessons/survive-a-reboot.mdx'],
    );
    expect(run(folder, '--changed').stdout).toMatch(/\n1 error, 0 warnings in 1 file\n$/);
    git('commit', '-qam', 'Change');
    expect(run(folder, '--changed').stdout).toBe('0 errors, 0 warnings in 0 files\n');
    expect(run(folder, '--changed', 'HEAD~1').stdout).toMatch(/in 1 file\n$/);
    writeFileSync(join(folder, 'content/notes/a new one.mdx'), 'broken');
    expect(run(folder, '--changed', 'HEAD~1').stdout).toMatch(/in 2 files\n$/);
    rmSync(join(folder, 'content/lessons/test-failover.mdx'));
    const { stdout } = run(folder, '--changed');
    expect(withoutMessages(stdout)).toContain('content/notes/redis.mdx:7:11  …  (known-lesson)\n');
    expect(stdout).toMatch(/in 8 files\n$/);
    expect(run(folder, '--changed', 'nowhere')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'There is no commit, branch or tag `nowhere` in this git repository.\n',
    });
  });
});

describe('--fix', () => {
  test('mends, lists what it mended, and reports the rest', () => {
    const lesson = ALIAS['lessons/survive-a-reboot.mdx'].replace('reboot when', 'rebooot when');
    const folder = folderWith({ 'lessons/survive-a-reboot.mdx': lesson });
    const { status, stdout } = run(folder, '--fix');
    expect(status).toBe(0);
    expect(withoutMessages(stdout)).toBe(`\
Mended content/lessons/survive-a-reboot.mdx:5:12  …  (known-service)

content/lessons/survive-a-reboot.mdx:14:10  …  (known-word)
  Did you mean \`reboot\`?
  | Machines rebooot when nobody is there.
  |          ^^^^^^^

known-word  https://example.org/kb/rules/#known-word

0 errors, 1 warning in 8 files
`);
    expect(readFileSync(join(folder, 'content/lessons/survive-a-reboot.mdx'), 'utf8')).toBe(
      lesson.replace('[ES]', '[elasticsearch]'),
    );
  });

  test('leaves every other byte alone, the mark at the beginning and the line breaks too', () => {
    const lesson = `\ufeff${ALIAS['lessons/survive-a-reboot.mdx'].replaceAll('\n', '\r\n')}`;
    const folder = folderWith({ 'lessons/survive-a-reboot.mdx': lesson });
    expect(run(folder, '--fix').status).toBe(0);
    expect(readFileSync(join(folder, 'content/lessons/survive-a-reboot.mdx'), 'utf8')).toBe(
      lesson.replace('[ES]', '[elasticsearch]'),
    );
  });

  test('leaves the output to the report in other formats', () => {
    const { stdout, stderr } = run(folderWith(ALIAS), '--fix', '--format', 'json');
    expect(JSON.parse(stdout).errors).toBe(0);
    expect(stderr).toMatch(/^Mended content\/lessons\/survive-a-reboot\.mdx:5:12 /);
  });
});

describe('the disk', () => {
  test('a link out of the folder is not followed', () => {
    const folder = folderWith();
    writeFileSync(join(folder, 'outside.mdx'), 'outside');
    symlinkSync(join(folder, 'outside.mdx'), join(folder, 'content/notes/inside.mdx'));
    symlinkSync('/etc', join(folder, 'content/notes/etc'));
    const { status, stdout } = run(folder);
    expect(status).toBe(1);
    expect(withoutMessages(stdout)).toContain('content/notes/etc:1:1  …  (no-unreadable-file)\n');
    expect(withoutMessages(stdout)).toContain('content/notes/inside.mdx:1:1  …  (no-unreadable-file)\n');
    expect(stdout).toMatch(/\n2 errors, 0 warnings in 10 files\n$/);
  });

  test('a name with spaces and a line break stays on its line', () => {
    const { status, stdout } = run(folderWith({ 'notes/two\nlines and spaces.mdx': 'text' }));
    expect(status).toBe(1);
    expect(withoutMessages(stdout)).toContain(
      'content/notes/two�lines and spaces.mdx:1:1  …  (valid-file-name)\n',
    );
  });

  test('bytes that are no UTF-8, and a file that is too large, are refused with their place', () => {
    const folder = folderWith();
    writeFileSync(join(folder, 'content/notes/latin.mdx'), Buffer.from([0x2d, 0x2d, 0x2d, 0xe9, 0xff]));
    writeFileSync(join(folder, 'content/notes/large.mdx'), Buffer.alloc(20_000_000, 'a'));
    const { status, stdout } = run(folder);
    expect(status).toBe(1);
    expect(withoutMessages(stdout)).toContain('content/notes/latin.mdx:1:1  …  (no-unreadable-file)\n');
    expect(withoutMessages(stdout)).toContain('content/notes/large.mdx:1:1  …  (no-unreadable-file)\n');
  });
});
