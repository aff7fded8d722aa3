/** The command as it is typed. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;
const at = (...path: string[]) => join(folder, ...path);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hindsight-import-'));
  await cp('content/site.yaml', at('content', 'site.yaml'));
  await cp('content/vocabulary', at('content', 'vocabulary'), { recursive: true });
  await mkdir(at('posts'));
  await writeFile(
    at('posts', '2018-03-10-disk.md'),
    '---\ntitle: Disk full\ntags: redis\n---\nIt was full.\n',
  );
  await writeFile(at('posts', 'README.md'), 'About this folder.\n');
});
afterAll(() => rm(folder, { recursive: true }));

function kb(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { ...process.env, HINDSIGHT_CONTENT: at('content'), NO_COLOR: '1' };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['src/commands/kb.ts', 'import', ...args],
      { env },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      },
    );
  });
}

const drafts = () => readdir(at('content', 'postmortems')).catch(() => []);

test('a folder of posts becomes drafts, once, and nothing that a person changed is overwritten', async () => {
  const dryRun = await kb(at('posts'), '--format', 'jekyll', '--dry-run');
  expect(dryRun).toMatchObject({ code: 0, stderr: '' });
  expect(dryRun.stdout).toContain('1 draft to be written.\n');
  expect(await drafts()).toEqual([]);

  const first = await kb(at('posts'), '--format', 'jekyll');
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toContain('1 draft written.\n');
  expect(await drafts()).toEqual(['disk-full.mdx']);
  const draft = at('content', 'postmortems', 'disk-full.mdx');
  const edited = `${await readFile(draft, 'utf8')}\nMore, by hand.\n`;
  await writeFile(draft, edited);

  expect(await kb(at('posts'), '--format', 'jekyll')).toEqual({
    code: 0,
    stdout: 'Nothing to do, 1 imported before.\n',
    stderr: '',
  });
  expect(await readFile(draft, 'utf8')).toBe(edited);
}, 30_000);

test('a file that is not of its format is said, and the others are imported', async () => {
  await mkdir(at('json'));
  await writeFile(at('json', 'a.json'), '{');
  await writeFile(at('json', 'b.json'), '{"postmortemId": "1", "title": "B"}');
  const { code, stdout } = await kb(at('json'), '--format', 'opsgenie');
  expect(code).toBe(1);
  expect(stdout).toContain('1 draft written, 1 not imported.\n');
  expect(await drafts()).toContain('b.mdx');
}, 30_000);

test.each([
  [
    'a source that is not there',
    ['nowhere', '--format', 'text'],
    'Unknown source `nowhere`, expected a file or a folder',
  ],
  [
    'a format that is not known',
    ['package.json', '--format', 'wiki'],
    'Allowed choices are corpus, markdown,',
  ],
  ['no format', ['package.json'], "required option '--format <name>' not specified"],
  [
    'a mapping for another format',
    ['package.json', '--format', 'text', '--mapping', 'x.yaml'],
    'expected it with `--format markdown`',
  ],
  [
    'a mapping that is not there',
    ['package.json', '--format', 'markdown', '--mapping', 'x.yaml'],
    'Unknown file `x.yaml`, expected the mapping',
  ],
  [
    'a folder without files of the format',
    ['schemas', '--format', 'mail'],
    'No files for the format mail in `schemas`',
  ],
])(
  '%s is wrong use',
  async (_, args, message) => {
    const { code, stderr } = await kb(...args);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  },
  30_000,
);

test('a fault in a mapping is said with its place and the nearest right thing', async () => {
  await writeFile(at('mapping.yaml'), 'fields:\n  begin: startd\n');
  const { code, stderr } = await kb(at('posts'), '--format', 'markdown', '--mapping', at('mapping.yaml'));
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /mapping\.yaml:2:10 {2}Unexpected `startd`, expected one of id, title, .*\n {2}Did you mean `started`\?\n/,
  );
}, 30_000);
