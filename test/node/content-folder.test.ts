import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { runRules } from '../../src/knowledge/check/run-rules.ts';
import { createMaskedContent } from '../../src/knowledge/source/masked-content.ts';
import { formatFolderPath, getContentFolder, readContentFiles } from '../../src/node/content-files.ts';
import { readContent, readSite } from '../../src/node/content-folder.ts';
import { inspectPictures } from '../../src/node/pictures/inspect-pictures.ts';
import { SMALL_CONTEXT } from '../knowledge/small-content.ts';

/** Without the fields that have defaults. */
const SITE = 'title: T\ndescription: D\naddress: https://example.org/\n';

let folder = '';

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hindsight-content-'));
  await write('site.yaml', SITE);
  await write('lessons/b.mdx', '---\nstatement: Grüße\n---\n');
  await write('lessons/a.mdx', '\ufeff---\nstatement: a\n---\n');
  await write('lessons/latin.mdx', new Uint8Array([0x47, 0xfc]));
  await write('notes/graph.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  await write('.git/config', 'hidden');
  await write('notes/.draft.mdx', 'hidden');
  await write('notes/.hidden/a.mdx', 'hidden');
  await write('README.md', 'stray');
  await symlink('/etc/hostname', join(folder, 'lessons', 'link.mdx'));
  await symlink('/etc', join(folder, 'outside'));
});

afterAll(() => rm(folder, { recursive: true }));
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('readContent', () => {
  test('reads text files, and lists all others, in a fixed order', async () => {
    expect(await readContentFiles(folder)).toEqual([
      { path: 'README.md' },
      { path: 'lessons/a.mdx', text: '---\nstatement: a\n---\n' },
      { path: 'lessons/b.mdx', text: '---\nstatement: Grüße\n---\n' },
      { path: 'lessons/latin.mdx', readError: 'Unexpected bytes that are not UTF-8, expected text' },
      { path: 'lessons/link.mdx', readError: 'Unexpected link or device, expected a file' },
      { path: 'notes/.draft.mdx' },
      { path: 'notes/.hidden' },
      { path: 'notes/graph.png' },
      { path: 'outside', readError: 'Unexpected link or device, expected a file' },
      { path: 'site.yaml', text: SITE },
    ]);
  });

  test.runIf(process.platform === 'linux')(
    'reports names that are not UTF-8, and reads the rest',
    async () => {
      const other = await mkdtemp(join(tmpdir(), 'hindsight-names-'));
      const name = (text: string) => Buffer.concat([Buffer.from(`${other}/`), Buffer.from(text, 'latin1')]);
      await mkdir(name('f\xff'));
      await writeFile(name('f\xff/a.png'), '');
      await writeFile(name('\xff.png'), '');
      await writeFile(name('\xff.mdx'), '');
      await writeFile(join(other, '\uFFFD.txt'), '');
      await writeFile(join(other, 'site.yaml'), SITE);
      const readError = 'Unexpected name that is not UTF-8, expected one that is';
      expect(await readContentFiles(other)).toEqual([
        { path: 'f\uFFFD', readError },
        { path: 'site.yaml', text: SITE },
        { path: '\uFFFD.mdx', readError },
        { path: '\uFFFD.png', readError },
        { path: '\uFFFD.txt' },
      ]);
      await rm(other, { recursive: true });
    },
  );

  const LEFT_BEHIND = [
    ...[
      'a.mdx~',
      '#a.mdx#',
      '.#a.mdx',
      '.a.mdx.swp',
      '.a.mdx.un~',
      '4913',
      'a.mdx.new',
      'a.mdx.orig',
      'a.mdx.bak',
    ],
    ...[
      'a.mdx.tmp-1700000000',
      'a.mdx.3141592',
      'a_BACKUP_4711.mdx',
      'a.mdx___jb_tmp___',
      '~$a.mdx',
      '.~lock.a.mdx#',
    ],
    ...[
      'sedAb3dEf',
      '.goutputstream-AB12CD',
      '.DS_Store',
      '._a.mdx',
      'Thumbs.db',
      'desktop.ini',
      '.nfs000000001a2b',
    ],
    '.a.mdx.4711.0.tmp',
  ];
  test.each(LEFT_BEHIND)('ignores %s, which an editor or the system left', async (name) => {
    await write(`notes/${name}`, 'x');
    const paths = (await readContentFiles(folder)).map(({ path }) => path);
    await rm(join(folder, 'notes', name));
    expect(paths).not.toContain(`notes/${name}`);
  });

  test.each(['2026-01-01-sedation.mdx', 'a.new.mdx', '1234', 'x.mdx.txt', 'old.mdx', 'save.yaml', 'new'])(
    'does not take %s for a file of an editor',
    async (name) => {
      await write(`notes/${name}`, 'x');
      const paths = (await readContentFiles(folder)).map(({ path }) => path);
      await rm(join(folder, 'notes', name));
      expect(paths).toContain(`notes/${name}`);
    },
  );

  test('lists files of editors that git tracks, as files that do not belong here', async () => {
    const other = await mkdtemp(join(tmpdir(), 'hindsight-tracked-'));
    const git = (...words: string[]) => execFileSync('git', ['-C', other, ...words], { stdio: 'pipe' });
    await mkdir(join(other, 'notes'));
    await writeFile(join(other, 'site.yaml'), SITE);
    for (const name of ['a.mdx~', 'a_BACKUP_123.mdx', 'a_BASE_1.png', '.a.mdx.swp', 'own.mdx.bak'])
      await writeFile(join(other, 'notes', name), 'x');
    await symlink('/dev/zero', join(other, 'notes/a_BASE_2.png'));
    git('init', '-q');
    expect((await readContentFiles(other)).map(({ path }) => path)).toEqual(['site.yaml']);
    git('add', '-f', 'notes/a.mdx~', 'notes/a_BACKUP_123.mdx', 'notes/a_BASE_1.png', 'notes/a_BASE_2.png');
    git('add', '-f', 'notes/.a.mdx.swp');
    git('config', 'core.fsmonitor', 'touch monitored; false');
    const files = await inspectPictures(await readContentFiles(other), other);
    vi.stubEnv('PATH', '');
    expect((await readContentFiles(other)).map(({ path }) => path)).toEqual(['site.yaml']);
    vi.unstubAllEnvs();
    expect(files.slice(0, -1)).toEqual([
      { path: 'notes/.a.mdx.swp' },
      { path: 'notes/a.mdx~' },
      { path: 'notes/a_BACKUP_123.mdx' },
      { path: 'notes/a_BASE_1.png' },
      { path: 'notes/a_BASE_2.png', readError: 'Unexpected link or device, expected a file' },
    ]);
    const content = await createMaskedContent(files, 'content');
    expect(content.files.map(({ type }) => type)).toEqual([
      ...['stray', 'stray', 'stray', 'stray', 'unreadable'],
      'site',
    ]);
    const [problem] = runRules(content, {
      ...SMALL_CONTEXT,
      files: content.files.filter(({ path }) => path.endsWith('~')),
    });
    expect(existsSync(join(other, 'monitored'))).toBe(false);
    expect(problem).toMatchObject({
      rule: 'allowed-path',
      message:
        'Unexpected backup or temporary file `notes/a.mdx~` that git tracks, expected no such file in the repository',
    });
    await rm(other, { recursive: true });
  });

  test('does not read a file longer than 1 MB', async () => {
    await write('notes/huge.mdx', 'x'.repeat(1_000_001));
    const huge = (await readContentFiles(folder)).find(({ path }) => path === 'notes/huge.mdx');
    await rm(join(folder, 'notes/huge.mdx'));
    expect(huge).toEqual({
      path: 'notes/huge.mdx',
      readError: 'Unexpected size of 1000001 bytes, expected at most 1000000',
    });
  });

  test('names the folder relative to the current one', async () => {
    const { root, files } = await readContent(folder);
    expect(root).toBe(folder.split('/').at(-1));
    expect(files.map(({ path, type }) => `${path.slice(root.length + 1)} ${type}`)).toEqual([
      'README.md stray',
      'lessons/a.mdx document',
      'lessons/b.mdx document',
      'lessons/latin.mdx unreadable',
      'lessons/link.mdx unreadable',
      'notes/.draft.mdx stray',
      'notes/.hidden stray',
      'notes/graph.png picture',
      'outside unreadable',
      'site.yaml site',
    ]);
  });

  test('reports a folder that does not exist', async () => {
    await expect(readContent(join(folder, 'nowhere'))).rejects.toThrow(
      /^There is no content folder `.*nowhere`\. Set HINDSIGHT_CONTENT/,
    );
  });
});

describe('readSite', () => {
  test('reads the settings without other files', async () => {
    expect(await readSite(folder)).toEqual({
      title: 'T',
      description: 'D',
      address: 'https://example.org/',
      paper: 'a4',
      sections: ['What happened', 'What was done'],
      completeness: 50,
      offlineBudget: 50,
      knowledgeBases: [],
      ticketLinks: [],
      visibility: 'internal',
      internalFields: [],
      rules: [],
    });
  });

  test('reports missing settings with the rule', async () => {
    await expect(readSite(join(folder, 'lessons'))).rejects.toThrow(
      /lessons\/site\.yaml:1:1 {2}Missing file, expected the settings of the site {2}\(allowed-path\)/,
    );
  });
});

describe('getContentFolder and formatFolderPath', () => {
  test('use HINDSIGHT_CONTENT, or `content` if it is not set', () => {
    vi.stubEnv('HINDSIGHT_CONTENT', folder);
    expect(getContentFolder()).toBe(folder);
    vi.stubEnv('HINDSIGHT_CONTENT', '');
    expect(getContentFolder()).toBe(join(process.cwd(), 'content'));
    vi.stubEnv('HINDSIGHT_CONTENT', undefined);
    expect(getContentFolder()).toBe(join(process.cwd(), 'content'));
  });

  test('show a path below the current folder, and otherwise the name of the folder', () => {
    expect(formatFolderPath(join(process.cwd(), 'test', 'fixtures', 'a'))).toBe('test/fixtures/a');
    expect(formatFolderPath('/somewhere/else/knowledge')).toBe('knowledge');
  });
});
