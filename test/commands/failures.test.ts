/** Failures outside of a command: a full disk, a missing folder. Each gives a message that tells you what to do. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type CommandLine, runCommandLines } from './run-command-lines.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let scratch: string;
let content: string;

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'hindsight failures '));
  content = createContent('content');
  writeFileSync(join(scratch, 'file'), 'text');
});
afterAll(() => rmSync(scratch, { recursive: true }));

function createContent(name: string): string {
  const folder = join(scratch, name);
  cpSync('test/fixtures/bad/base', folder, { recursive: true });
  return folder;
}

const LESSON = [
  '--title',
  'Rehearse restores',
  '--statement',
  'Restores are rehearsed',
  '--reason',
  'Untested backups fail.',
];
const SOURCE = join(process.cwd(), 'test/fixtures/imported');

/** A command line of each command that reads the content and succeeds. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  check: [],
  search: ['redis'],
  show: ['service:redis'],
  checklist: ['planned-reboot'],
  new: ['lesson', ...LESSON, '--dry-run'],
  import: [SOURCE, '--format', 'corpus', '--dry-run'],
  similar: [join(process.cwd(), 'test/fixtures/bad/base/postmortems/2018-03-10-redis-gone.mdx')],
  actions: [],
  vocab: [],
  rename: ['--kind', 'service', 'redis', 'valkey', '--dry-run'],
  review: [],
  schemas: [],
};

/** Schemas are written to the current folder. */
function lines(folder: string): CommandLine[] {
  return Object.entries(COMMANDS).map(([name, words]) => ({
    words: [name, ...words],
    content: folder,
    cwd: scratch,
  }));
}

function byCommand<Value>(values: readonly Value[]): Record<string, Value> {
  return Object.fromEntries(Object.keys(COMMANDS).map((name, index) => [name, values[index] as Value]));
}

/** `comment` needs the environment of CI, and the others take so long that they have tests of their own. */
const OTHER_COMMANDS = ['comment', 'build', 'bundle'];

test('covers every other command', async () => {
  const [help] = await runCommandLines([{ words: ['--help'], content }]);
  const names = [...(help?.stdout ?? '').matchAll(/^ {2}([a-z]+)\b/gm)].map(([, name]) => name);
  expect(names).toEqual(expect.arrayContaining([...Object.keys(COMMANDS), ...OTHER_COMMANDS, 'help']));
  expect(names).toHaveLength(Object.keys(COMMANDS).length + OTHER_COMMANDS.length + 1);
});

test('succeeds without a failure', async () => {
  const results = await runCommandLines(lines(content));
  for (const [name, result] of Object.entries(byCommand(results)))
    expect([name, result.code, result.stdout.length > 0]).toEqual([name, 0, true]);
});

test('reports a content folder that does not exist, or is a file', async () => {
  const missing = join(scratch, 'nowhere');
  const file = join(scratch, 'file');
  const results = await runCommandLines([...lines(missing), ...lines(file)]);
  const advice = 'Set HINDSIGHT_CONTENT to the folder that contains your content.\n';
  const messages = [
    ...lines(missing).map(() => `There is no content folder \`${missing}\`. ${advice}`),
    ...lines(file).map(() => `\`${file}\` is a file, expected the content folder. ${advice}`),
  ];
  expect(results).toEqual(messages.map((stderr) => ({ code: 2, stdout: '', stderr })));
});

test('ends silently if nobody reads the output, as with `| head`', async () => {
  const pdf: CommandLine = { words: ['checklist', '--binder'], content };
  const problems: CommandLine = { words: ['search', 'flibbertigibbet'], content };
  const results = await runCommandLines([...lines(content), pdf, problems], 'closed');
  const codes = [...Object.keys(COMMANDS).map(() => 0), 0, 1];
  expect(results.map(({ code }) => code)).toEqual(codes);
  // `new` reports similar pages on standard error.
  expect(results.filter(({ stderr }) => /EPIPE|Error|Cannot/.test(stderr))).toEqual([]);
});

test('reports a full disk on standard output', async () => {
  const results = await runCommandLines(lines(content), 'full');
  const message = 'Cannot write `standard output`: the disk is full. Free some space and try again.\n';
  for (const [name, { code, stderr }] of Object.entries(byCommand(results)))
    expect([name, code, stderr.slice(-message.length)]).toEqual([name, 2, message]);
});

test('works with broken content as far as possible, and otherwise tells you to run the check', async () => {
  const folder = createContent('broken');
  writeFileSync(join(folder, 'notes/broken.mdx'), '---\ntitle: "Broken\n---\n<what now\n');
  const results = byCommand(await runCommandLines(lines(folder)));
  expect(Object.entries(results).map(([name, { code, stderr }]) => [name, code, stderr])).toEqual([
    ['check', 1, ''],
    ['search', 0, 'Not searched because of errors: 1 file. Run `npm run check` to list them.\n'],
    ['show', 0, 'Not searched because of errors: 1 file. Run `npm run check` to list them.\n'],
    ['checklist', 1, 'The content has errors. Run `npm run check` to list them, and fix them first.\n'],
    ['new', 0, ''],
    ['import', 0, ''],
    ['similar', 0, ''],
    ['actions', 1, 'The content has errors. Run `npm run check` to list them, and fix them first.\n'],
    ['vocab', 0, ''],
    ['rename', 0, ''],
    ['review', 0, ''],
    ['schemas', 0, ''],
  ]);
});

test('searches the rest of the content if an entry that it names is missing or has no title', async () => {
  const mistakes: [file: string, from: RegExp, to: string][] = [
    ['postmortems/2018-03-10-redis-gone.mdx', /services: \[redis\]/, 'services: [redsi]'],
    ['postmortems/2018-03-10-redis-gone.mdx', /- survive-a-reboot/, '- survive-a-robot'],
    ['vocabulary/services.yaml', /title: /g, 'titel: '],
    ['vocabulary/organizations.yaml', /title: /g, 'titel: '],
    ['vocabulary/tags.yaml', /title: /g, 'titel: '],
    ['vocabulary/activities.yaml', /- id: /g, '- idd: '],
  ];
  const commandLines = mistakes.flatMap(([file, from, to], index) => {
    const folder = createContent(`mistake-${index}`);
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(from, to));
    return [
      ['search', 'reboot'],
      ['show', 'survive-a-reboot'],
    ].map((words): CommandLine => ({ words, content: folder }));
  });
  const results = await runCommandLines(commandLines);
  for (const { code, stdout, stderr } of results)
    expect([code, stdout.includes('eboot'), stderr.includes('    at ')]).toEqual([0, true, false]);
});

describe('an output that cannot be written', () => {
  test('is reported by every command that writes, and leaves nothing behind', async () => {
    const folder = createContent('blocked');
    for (const name of ['lessons', 'postmortems', 'vocabulary']) {
      rmSync(join(folder, name), { recursive: true });
      writeFileSync(join(folder, name), 'A file instead of a folder');
    }
    const blocked = join(scratch, 'blocked-schemas');
    mkdirSync(blocked);
    writeFileSync(join(blocked, 'schemas'), '');
    const before = readdirSync(folder, { recursive: true });
    const out = (path: string): CommandLine => ({ words: ['checklist', '--list', '-o', path], content });
    const results = await runCommandLines([
      out(join(scratch, 'nowhere', 'list.txt')),
      out(join(scratch, 'file', 'list.txt')),
      out(scratch),
      out('/dev/full'),
      { words: ['new', 'lesson', ...LESSON], content: folder },
      { words: ['import', SOURCE, '--format', 'corpus'], content: folder },
      { words: ['schemas'], content, cwd: blocked },
    ]);
    const messages = [
      `Cannot write \`${join(scratch, 'nowhere', 'list.txt')}\`: there is no folder \`${join(scratch, 'nowhere')}\`. Create it, or choose another place.\n`,
      `Cannot write \`${join(scratch, 'file', 'list.txt')}\`: part of its path is a file. Choose another path.\n`,
      `Cannot write \`${scratch}\`: it is a folder. Choose the name of a file.\n`,
      'Cannot write `/dev/full`: the disk is full. Free some space and try again.\n',
      `Cannot write \`${join(folder, 'lessons')}\`: it is a file, expected a folder. Remove it, or choose another place.\n`,
      `Cannot write \`${join(folder, 'postmortems')}\`: it is a file, expected a folder. Remove it, or choose another place.\n`,
      'Cannot write `schemas`: it is a file, expected a folder. Remove it, or choose another place.\n',
    ];
    expect(results).toEqual(messages.map((stderr) => ({ code: 2, stdout: '', stderr })));
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });

  test('keeps a device, and the permissions of a file that exists', async () => {
    const file = join(scratch, 'list.txt');
    writeFileSync(file, 'before', { mode: 0o600 });
    const results = await runCommandLines([
      { words: ['checklist', '--list', '-o', '/dev/null'], content },
      { words: ['checklist', '--list', '-o', file], content },
    ]);
    expect(results.map(({ code }) => code)).toEqual([0, 0]);
    expect(spawnSync('stat', ['-c', '%F %a', '/dev/null', file], { encoding: 'utf8' }).stdout).toBe(
      'character special file 666\nregular file 600\n',
    );
    expect(readFileSync(file, 'utf8')).toContain('planned-reboot');
  });
});

describe('a full disk', () => {
  /** A file system that is full but for what a few small files need. Needs the right to mount. */
  let disk: string;
  let isMounted: boolean;

  beforeAll(() => {
    disk = join(scratch, 'disk');
    mkdirSync(disk);
    isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk]).status === 0;
    if (!isMounted) return;
    cpSync('test/fixtures/bad/base', join(disk, 'content'), { recursive: true });
    spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'filling')}`, 'bs=4096']);
  });
  afterAll(() => {
    if (isMounted) spawnSync('umount', [disk]);
  });

  test('is reported by every command that writes content, which stays as it was', async (context) => {
    if (!isMounted) return context.skip('this machine does not allow a mount; /dev/full is tested above');
    const folder = join(disk, 'content');
    const lesson = join(folder, 'lessons/survive-a-reboot.mdx');
    writeFileSync(lesson, readFileSync(lesson, 'utf8').replace('services: [redis]', 'services: [ES]   '));
    const read = () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'utf8')]);
    const before = read();
    const results = await runCommandLines([
      { words: ['check', '--fix'], content: folder },
      { words: ['new', 'lesson', ...LESSON], content: folder },
      { words: ['import', SOURCE, '--format', 'corpus'], content: folder },
      { words: ['rename', '--kind', 'lesson', 'survive-a-reboot', 'come-back'], content: folder },
      { words: ['vocab', 'rename', 'not-reboot-safe', 'reboot'], content: folder },
    ]);
    for (const { code, stdout, stderr } of results) {
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(
        /^(?:Lesson .*\n)?Cannot write `.*`: the disk is full\. Free some space and try again\.\n$/,
      );
    }
    expect(read()).toEqual(before);
  });
});
