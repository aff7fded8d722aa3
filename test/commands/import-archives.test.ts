/** `kb import` of archives and of files with pictures in them, as a process. */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWordFile, p, r } from '../knowledge/import/word-file.ts';
import { runKb } from './run-kb.ts';

let folder: string;
const at = (...path: string[]) => join(folder, ...path);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hindsight-archives-'));
  await cp('content/site.yaml', at('content', 'site.yaml'));
  await cp('content/vocabulary', at('content', 'vocabulary'), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));

const kb = (...words: string[]) => runKb(['import', ...words], { content: at('content') });

const PNG = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const [ID, OTHER_ID] = ['1c6cfdfcadfc4422b719a0d7a4cc5001', '2d6cfdfcadfc4422b719a0d7a4cc5002'];

test('imports an export of Notion with its links and pictures, and does nothing the second time', async () => {
  const part = zipSync({
    [`Mail is late ${ID}.md`]: strToU8(
      `# Mail is late\n\nSeverity: SEV2\n\nLike [the shop](Shop%20is%20down%20${OTHER_ID}.md).\n\n![The load of the relay by hour](Mail%20is%20late%20${ID}/load.png)\n`,
    ),
    [`Mail is late ${ID}/load.png`]: PNG,
    [`Shop is down ${OTHER_ID}.md`]: strToU8('# Shop is down\n\nIt was full.\n'),
    'broken.md': Uint8Array.of(0, 1, 2, 3),
  });
  await writeFile(at('Export.zip'), zipSync({ 'ExportBlock-0a-Part-1.zip': part }));
  const first = await kb(at('Export.zip'));
  expect(first.stdout).toMatch(/^Read 2 files as Markdown\.\n/);
  expect(first.stdout).toMatch(/Export\.zip\/broken\.md {2}Unexpected content of a binary file/);
  expect(first.stdout).toContain('2 drafts written, 1 not imported.\n');
  expect(first.code).toBe(1);
  const draft = await readFile(at('content', 'postmortems', 'mail-is-late.mdx'), 'utf8');
  expect(draft).toMatch(/^severity: sev2$/m);
  expect(draft).toContain('[the shop](/postmortems/shop-is-down/)');
  expect(draft).toContain('![The load of the relay by hour](./mail-is-late-load.png)');
  expect(new Uint8Array(await readFile(at('content', 'postmortems', 'mail-is-late-load.png')))).toEqual(PNG);

  const second = await kb(at('Export.zip'));
  expect(second.stdout).toContain('Nothing to do, 2 imported before, 1 not imported.\n');
}, 60_000);

test('copies no picture from outside of an archive', async () => {
  await mkdir(at('downloads'), { recursive: true });
  await writeFile(at('downloads', 'private.png'), PNG);
  const page = (address: string) =>
    strToU8(`# The relay is full\n\nIt was full.\n\n![The load of the relay](${address})\n`);
  await writeFile(
    at('downloads', 'pages.zip'),
    zipSync({ 'a/relay.md': page('../../private.png'), 'a/b/relay-2.md': page('../../../private.png') }),
  );
  const { stdout } = await kb(at('downloads', 'pages.zip'));
  expect(stdout).toContain('2 drafts written.\n');
  expect((await readdir(at('content', 'postmortems'))).filter((name) => name.includes('private'))).toEqual(
    [],
  );
}, 60_000);

test('reports each file of an archive on one line, whatever its name contains', async () => {
  await mkdir(at('names'));
  const entries = {
    'a\n0 drafts written.\r\n.md': strToU8('# The queue is slow\n\nIt was full.\n'),
    'b\u2028\u001b[2K\tx.md': Uint8Array.of(0, 1, 2, 3),
    'c\n.docx': createWordFile(`<w:p>${r('The disk was slow.')}</w:p>`),
    'd\n.docx': strToU8('no archive'),
    'e\n.zip': zipSync({ 'f\n.md': strToU8('# The relay is slow\n\nIt was full.\n') }),
  };
  await writeFile(at('names', 'x.zip'), zipSync(entries));
  await writeFile(at('names', 'g\n.md'), '# The cache is slow\n\nIt was full.\n');
  const { stdout } = await kb(at('names'));
  const lines = stdout.split('\n').filter((line) => /x\.zip|g\p{So}\.md/u.test(line));
  const names = lines.map((line) => line.replace(/.*names\//, '').replace(/(?<=\.(?:md|docx)) {2}.*/, ''));
  expect(names.sort()).toEqual([
    'g�.md',
    'x.zip/a�0 drafts written.��.md',
    'x.zip/b��[2K�x.md',
    'x.zip/c�.docx',
    'x.zip/d�.docx',
    'x.zip/e�.zip/f�.md',
  ]);
  expect(stdout).not.toMatch(/^(?:0 drafts|\.md|\.docx)/m);
}, 60_000);

test('imports a Word file with a picture in it, and the files of a folder with archives', async () => {
  const picture = `<w:p><w:r><w:drawing><wp:inline><wp:docPr descr="The load of the queue by hour"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="i1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
  const word = createWordFile(p('The queue was full.') + picture, {
    links: [['i1', 'image', 'media/image1.png']],
    files: { 'word/media/image1.png': PNG },
  });
  await mkdir(at('mixed'));
  await writeFile(at('mixed', 'Queue #1 is full.docx'), word);
  await writeFile(
    at('mixed', 'more.zip'),
    zipSync({ 'report.docx': createWordFile(`<w:p>${r('The disk was full.')}</w:p>`) }),
  );
  await writeFile(at('mixed', 'cut.docx'), word.subarray(0, 200));
  await writeFile(at('mixed', 'bomb.zip'), zipSync({ 'a.md': new Uint8Array(60_000_000) }));
  const { stdout, code } = await kb(at('mixed'));
  expect(stdout).toMatch(/^Read 2 files as Word \(\.docx\)\.\n/);
  expect(stdout).toMatch(/cut\.docx {2}Unexpected end or content of an archive/);
  expect(stdout).toMatch(/bomb\.zip\/a\.md {2}Unexpected file that is \d+ times larger when unpacked/);
  expect(stdout).toContain('2 drafts written, 2 not imported.\n');
  expect(code).toBe(1);
  const names = await readdir(at('content', 'postmortems'));
  const draft = names.find((name) => name.startsWith('queue') && name.endsWith('.mdx')) ?? '';
  expect(await readFile(at('content', 'postmortems', draft), 'utf8')).toMatch(
    /!\[The load of the queue by hour\]\(\.\/queue.*\.png\)/,
  );
}, 60_000);

test('imports every sample of an office format, and does nothing the second time', async () => {
  // The others are the same incidents, as another program writes them.
  const isCopy = (path: string) => /incidents-libreoffice/.test(path);
  await cp('test/fixtures/office', at('office'), { recursive: true, filter: (path) => !isCopy(path) });
  const first = await kb(at('office'));
  expect(first.stdout).toMatch(/^Read 3 files as Word \(\.docx\), 3 files as PDF, /);
  expect(first.stdout).toContain('\n12 drafts written.\n');
  expect(first).toMatchObject({ code: 0, stderr: '' });
  const second = await kb(at('office'));
  expect(second.stdout).toContain('Nothing to do, 12 imported before.\n');
  expect(second.code).toBe(0);
}, 60_000);
