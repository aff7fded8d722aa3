import { execFile } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { checkOutputFile, checkSiteFolder } from '../../src/node/output-places.ts';
import { writeFileList } from '../../src/node/written-files.ts';
import { runKb } from '../commands/run-kb.ts';

let scratch: string;

beforeEach(() => {
  scratch = realpathSync(mkdtempSync(join(tmpdir(), 'hindsight site folder ')));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(scratch, { recursive: true });
});

function createFolder(name: string, ...files: string[]): string {
  const folder = join(scratch, name);
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
  mkdirSync(folder, { recursive: true });
  return folder;
}

function createBuild(name: string): string {
  const folder = createFolder(name, 'index.html', 'pages/a.html', 'pagefind/content-hash.txt');
  writeFileList(folder);
  return folder;
}

function createLink(name: string, target: string): string {
  symlinkSync(target, join(scratch, name));
  return join(scratch, name);
}

describe('the folder of a build is refused if it', () => {
  const reasons: Readonly<Record<string, readonly [reason: string, getFolder: () => string]>> = {
    'is the project': ['it is this project', () => '.'],
    'contains the project': ['it contains this project', () => '..'],
    'is a root': ['it is the root of the file system', () => '/'],
    'is the home folder': ['', homedir],
    'contains the home folder': ['', () => dirname(homedir())],
    'is the content folder': ['it is the content folder', () => 'content'],
    'is inside the content folder': ['it is inside the content folder', () => 'content/new/site'],
    'is src': ['it is the `src` folder of this project', () => 'src'],
    'is inside src': ['it is inside the `src` folder of this project', () => 'src/pages/../site'],
    'is inside .git': ['it belongs to git', () => join(scratch, '.git/site')],
    'is .git': ['it belongs to git', () => createFolder('.git')],
    'is a repository': [
      'it contains a git repository',
      () => createFolder('pages', '.git/HEAD', 'pagefind/content-hash.txt'),
    ],
    'has other files': [
      'it has files that no build of this site wrote',
      () => createFolder('x', 'precious.txt'),
    ],
    'has a hidden file': [
      'it has files that no build of this site wrote',
      () => createFolder('x', '.precious'),
    ],
    'has another site': [
      'it has files that no build of this site wrote',
      () => createFolder('x', 'index.html', '_astro/a.css', 'pagefind/pagefind-entry.json'),
    ],
    'has an earlier build and another file': [
      'it has files that no build of this site wrote, such as `pages/precious.txt`',
      () => {
        const folder = createBuild('x');
        writeFileSync(join(folder, 'pages/precious.txt'), '');
        return folder;
      },
    ],
    'has an earlier build and a link': [
      'it has files that no build of this site wrote, such as `link`',
      () => {
        const folder = createBuild('x');
        symlinkSync(scratch, join(folder, 'link'));
        return folder;
      },
    ],
    'has a site without a list of its files': [
      'it has a site without `.hindsight-files`, the list of what a build wrote. If it has nothing else, delete `',
      () => createFolder('x', 'index.html', 'pagefind/content-hash.txt'),
    ],
    'is next to a folder with the name that a build uses': [
      '.x.next/precious.txt` is in the way',
      () => {
        createFolder('.x.next', 'precious.txt');
        return join(scratch, 'x');
      },
    ],
    'is next to a folder with the name for an earlier build': [
      '.x.previous/precious.txt` is in the way',
      () => {
        createFolder('.x.previous', 'precious.txt');
        return createBuild('x');
      },
    ],
    'is a link to the content folder': [
      'it is the content folder',
      () => createLink('link', join(process.cwd(), 'content')),
    ],
    'is below a link to the content folder': [
      'it is inside the content folder',
      () => join(createLink('link', join(process.cwd(), 'content')), 'site'),
    ],
  };
  for (const [name, [reason, getFolder]] of Object.entries(reasons)) {
    test(name, () => expect(() => checkSiteFolder(getFolder())).toThrow(reason || /is|contains/));
  }

  test('contains the content folder, which is elsewhere', () => {
    vi.stubEnv('HINDSIGHT_CONTENT', createFolder('site/content', 'site.yaml'));
    expect(() => checkSiteFolder(join(scratch, 'site'))).toThrow('it contains the content folder');
  });
});

test('the folder of a build can be new, empty, or an earlier build', () => {
  for (const folder of [
    join(scratch, 'new/site'),
    createFolder('empty'),
    createBuild('earlier'),
    join(createLink('link', createFolder('contents')), 'site'),
  ]) {
    expect(() => checkSiteFolder(folder)).not.toThrow();
  }
});

test('a build into a folder with other files ends with exit code 2 before it starts', async () => {
  const folder = createFolder('precious', 'a.txt');
  const { code, stderr } = await runKb(['build', '--outDir', folder]);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: `Cannot build into \`${folder}\`, because a build replaces it: it has files that no build of this site wrote, such as \`a.txt\`. Choose a new folder, or an empty one.\n`,
  });
});

test('a build by Astro itself does not empty a folder with other files', { timeout: 120_000 }, async () => {
  const folder = createBuild('site');
  writeFileSync(join(folder, 'precious.txt'), '');
  const build = promisify(execFile)('astro', ['build', '--outDir', folder]);
  await expect(build).rejects.toMatchObject({
    stderr: expect.stringContaining('it has files that no build of this site wrote, such as `precious.txt`.'),
  });
  expect(readdirSync(folder)).toEqual([
    '.hindsight-files',
    'index.html',
    'pagefind',
    'pages',
    'precious.txt',
  ]);
});

test('a file for output is refused if it is or becomes a source of the site', () => {
  for (const file of [
    'content/site.yaml',
    'content/new.pdf',
    'src/pages/x.md',
    '.git/config',
    createLink('link.pdf', join(process.cwd(), 'content/site.yaml')),
  ]) {
    expect(() => checkOutputFile(file)).toThrow(`Cannot write \`${file}\`: it `);
  }
  for (const file of ['/dev/null', 'binder.pdf', join(scratch, 'a.pdf')]) {
    expect(() => checkOutputFile(file)).not.toThrow();
  }
});

test('a checklist is not written over content', async () => {
  const { code, stderr } = await runKb(['checklist', '--list', '--out', 'content/site.yaml']);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'Cannot write `content/site.yaml`: it is inside the content folder. Choose another place.\n',
  });
});
