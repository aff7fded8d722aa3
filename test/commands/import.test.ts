/** `kb import` as a process. */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommandLines } from './run-command-lines.ts';
import { runKb } from './run-kb.ts';

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

const kb = (...words: string[]) => runKb(['import', ...words], { content: at('content') });

const drafts = () => readdir(at('content', 'postmortems')).catch(() => []);

test('writes drafts from a folder of posts once, and never overwrites them', async () => {
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

test('reports a file in another format, and imports the others', async () => {
  await mkdir(at('json'));
  await writeFile(at('json', 'a.json'), '{');
  await writeFile(at('json', 'b.json'), '{"postmortemId": "1", "title": "B"}');
  const { code, stdout } = await kb(at('json'), '--format', 'opsgenie');
  expect(code).toBe(1);
  expect(stdout).toContain('1 draft written, 1 not imported.\n');
  expect(await drafts()).toContain('b.mdx');
}, 30_000);

test('guesses the format of each file from its content, and prints it', async () => {
  const content = at('guessed');
  await cp(at('content', 'site.yaml'), join(content, 'site.yaml'));
  await cp(at('content', 'vocabulary'), join(content, 'vocabulary'), { recursive: true });
  await mkdir(at('several', '_posts'), { recursive: true });
  await writeFile(
    at('several', '_posts', '2018-03-10-disk.md'),
    '---\ntitle: Disk full\n---\nIt was full.\n',
  );
  await writeFile(at('several', 'a.md'), '# Mail is late\n\nBy an hour.\n');
  await writeFile(at('several', 'b.md'), '# Shop is down\n\nFor an hour.\n');
  await writeFile(at('several', 'c.json'), '{"data": {"postmortemId": "1", "title": "Queue is full"}}');
  await writeFile(at('several', 'd.json'), '{"name": "a package"}');
  await writeFile(at('several', 'empty.md'), '\n');
  await writeFile(at('several', 'e.css'), 'p { color: red }');
  const { code, stdout } = await runKb(['import', at('several')], { content });
  expect(stdout).toMatch(/^Read 2 files as Markdown, 1 file as a Jekyll post, 1 file as Opsgenie JSON\.\n/);
  expect(stdout).toMatch(/d\.json {2}has no format that can be recognised\. Name it with `--format`\n/);
  expect(stdout).toContain('empty.md  is empty\n');
  expect(stdout).toContain('4 drafts written, 2 not imported.\n');
  expect(code).toBe(1);

  const single = await runKb(['import', at('several', 'c.json')], { content });
  expect(single).toMatchObject({
    code: 0,
    stdout: 'Read as Opsgenie JSON.\n\nNothing to do, 1 imported before.\n',
  });
}, 30_000);

test('reports wrong use with what to do', async () => {
  const cases: [words: string[], stderr: string | RegExp][] = [
    [['nowhere', '--format', 'text'], 'Cannot read `nowhere`: it does not exist. Check the path.\n'],
    [
      ['package.json', '--format', 'wiki'],
      /^Option '--format <format>' argument 'wiki' is invalid\. Allowed choices are corpus, markdown,.*\.\n$/,
    ],
    [['package.json'], '`package.json` has no format that can be recognised. Name it with `--format`.\n'],
    [
      ['package.json', '--format', 'text', '--mapping', 'x.yaml'],
      'Use --mapping only with the formats markdown, csv, excel. The other formats have fixed fields.\n',
    ],
    [
      ['content/dictionary.txt', '--mapping', 'jira'],
      'Use --mapping only with the formats markdown, csv, excel. The other formats have fixed fields.\n',
    ],
    [
      ['package.json', '--format', 'markdown', '--mapping', 'x.yaml'],
      'Cannot read `x.yaml`: it does not exist. Check the path.\n',
    ],
    [
      ['schemas', '--format', 'mail'],
      /^There are no files for the format mail in `schemas`\. Expected names like .*\.\n$/,
    ],
  ];
  const results = await runCommandLines(
    cases.map(([words]) => ({ words: ['import', ...words], content: at('content') })),
  );
  expect(results).toEqual(
    cases.map(([, stderr]) => ({
      code: 2,
      stdout: '',
      stderr: typeof stderr === 'string' ? stderr : expect.stringMatching(stderr),
    })),
  );
}, 30_000);

test('reports a problem in a mapping with its position and the nearest field', async () => {
  await writeFile(at('mapping.yaml'), 'fields:\n  begin: startd\n');
  const { code, stderr } = await kb(at('posts'), '--format', 'markdown', '--mapping', at('mapping.yaml'));
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /mapping\.yaml:2:10 {2}Unexpected `startd`, expected one of title, summary, .*\n {2}Did you mean `started`\?\n/,
  );
}, 30_000);

test('reports a file that is nested too deeply, and imports those before and after it', async () => {
  const files: Record<string, Record<string, string>> = {
    markdown: { 'deep.md': '<div>'.repeat(10_000), 'cut.md': '---\na: [\n---\n# Cut frontmatter\n' },
    html: { 'deep.html': '<ul><li>'.repeat(1_500), 'empty.html': '<b></b>'.repeat(20_000) },
    opsgenie: { 'deep.json': '[['.repeat(1_000), 'cut.json': '{"postmortemId": "\u001b[31mpass' },
  };
  const good: Record<string, (name: string) => string> = {
    markdown: (name) => `# ${name}\n\nIt was full.\n`,
    html: (name) => `<h1>${name}</h1><p>It was full.`,
    opsgenie: (name) => JSON.stringify({ postmortemId: name, title: name }),
  };
  for (const [format, bad] of Object.entries(files)) {
    await mkdir(at(format));
    const extension = Object.keys(bad)[0]?.split('.')[1];
    for (const [name, text] of Object.entries(bad)) await writeFile(at(format, name), text);
    for (const name of ['alpha', 'omega'])
      await writeFile(at(format, `${name}.${extension}`), good[format]?.(`${format} ${name}`) ?? '');
    const { code, stdout, stderr } = await kb(at(format), '--format', format);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain(`deep.${extension}  Unexpected nesting, expected at most 200 levels\n`);
    expect(stdout).not.toContain('\u001b');
    expect(await drafts()).toEqual(expect.arrayContaining([`${format}-alpha.mdx`, `${format}-omega.mdx`]));
  }
}, 60_000);

test('does not start a page from a file that is nested too deeply', async () => {
  await writeFile(at('deep.html'), '<div>'.repeat(10_000));
  const { code, stderr } = await runKb(['new', 'note', '--from', at('deep.html')], {
    content: at('content'),
  });
  expect(code).toBe(2);
  expect(stderr).toBe(
    `Cannot use \`${at('deep.html')}\` as html. Unexpected nesting, expected at most 200 levels.\n`,
  );
}, 30_000);

test('copies the pictures next to a source, but none from outside its folder', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  await mkdir(at('pages', 'img'), { recursive: true });
  await writeFile(at('pages', 'img', 'load.png'), png);
  await writeFile(at('outside.png'), png);
  await writeFile(at('pages', 'fake.png'), 'no picture');
  await writeFile(
    at('pages', 'pictures.md'),
    '# Pictures of a queue\n\n![Load by hour](img/load.png) ![Load by day](../outside.png) ![Load by week](fake.png)\n',
  );
  const { code, stdout } = await kb(at('pages'), '--format', 'markdown');
  expect({ code, stdout }).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('pictures-of-a-queue-load.png'),
  });
  expect((await drafts()).filter((name) => name.endsWith('.png'))).toEqual(['pictures-of-a-queue-load.png']);
  expect(await readFile(at('content', 'postmortems', 'pictures-of-a-queue-load.png'))).toEqual(png);
  const text = await readFile(at('content', 'postmortems', 'pictures-of-a-queue.mdx'), 'utf8');
  expect(text).toContain('![Load by hour](./pictures-of-a-queue-load.png) Load by day (`../outside.png`)');
}, 30_000);

test('refuses binary files and JSON of another tool, and imports the others', async () => {
  await mkdir(at('mixed'));
  await writeFile(at('mixed', 'a.md'), Buffer.from('PK\u0003\u0004word'));
  await writeFile(at('mixed', 'b.md'), '# Pages of text\n\nText.\n');
  const { code, stdout } = await kb(at('mixed'), '--format', 'markdown');
  expect(code).toBe(1);
  expect(stdout).toContain(
    'a.md  Unexpected content of a Word, Excel or OpenDocument file, or another ZIP archive, expected text.',
  );
  expect(await drafts()).toContain('pages-of-text.mdx');

  await writeFile(
    at('status.json'),
    '{"incidents": [{"id": "1", "name": "x", "created_at": "2023-11-02T08:05:00Z", "incident_updates": []}]}',
  );
  const other = await kb(at('status.json'), '--format', 'pagerduty');
  expect(other.code).toBe(1);
  expect(other.stdout).toContain('which looks like one of Statuspage, expected one of PagerDuty');
}, 30_000);
