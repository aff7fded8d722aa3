import { describe, expect, test } from 'vitest';
import { SECTIONS } from '../../src/offline/offline-files.ts';
import { planOfflineFiles, type SiteFile } from '../../src/offline/plan-files.ts';

const file = (path: string, size = 10): SiteFile => ({ path, size });
const POSTMORTEMS = ['postmortems/c/', 'postmortems/b/', 'postmortems/a/'];

function plan(files: readonly SiteFile[], { budget = 1_000, pictures = {} } = {}) {
  return planOfflineFiles(files, {
    postmortems: POSTMORTEMS,
    pictures: new Map(Object.entries(pictures)),
    budget,
  });
}

function listPaths({ sections }: ReturnType<typeof plan>): string[] {
  return SECTIONS.flatMap((section) => sections[section].map(({ path }) => path));
}

describe('the order of the download', () => {
  test('is: what pages need, procedures and checklists, search, lists, postmortems', () => {
    const planned = plan(
      [
        'postmortems/a/',
        'postmortems/b/',
        'postmortems/c/',
        'lessons/x/',
        'postmortems/',
        'pagefind/search-start.bin',
        'search/',
        'checklists/source.json',
        'checklists/source/redis.json',
        'checklists/deploy.a4.pdf',
        'checklists/deploy/',
        'notes/redis/',
        '_astro/page.js',
        'theme.js',
        'icons/icon-192.png',
        'offline/',
        '',
      ].map((path) => file(path)),
    );
    expect(planned.sections).toEqual({
      shell: ['offline/', '', '_astro/page.js', 'theme.js', 'icons/icon-192.png'].map((path) => file(path)),
      procedures: ['checklists/deploy/', 'notes/redis/', 'checklists/deploy.a4.pdf'].map((path) =>
        file(path),
      ),
      builder: ['checklists/source.json', 'checklists/source/redis.json'].map((path) => file(path)),
      search: ['search/', 'pagefind/search-start.bin'].map((path) => file(path)),
      lists: ['lessons/x/', 'postmortems/'].map((path) => file(path)),
      postmortems: ['postmortems/c/', 'postmortems/b/', 'postmortems/a/'].map((path) => file(path)),
    });
  });

  test('leaves out files that no page loads', () => {
    const unused = [
      '_headers',
      '.well-known/security.txt',
      'sw.js',
      'offline-files.json',
      'pagefind/pagefind-ui.js',
      'pagefind/pagefind-component-ui.css',
      'pagefind/pagefind-modular-ui.js',
      'pagefind/pagefind-highlight.js',
      'pagefind/wasm.unknown.pagefind',
      'pagefind/content-hash.txt',
    ];
    const used = ['pagefind/pagefind.js', 'pagefind/pagefind-worker.js', 'pagefind/wasm.en.pagefind'];
    expect(listPaths(plan([...unused, ...used].map((path) => file(path))))).toEqual(used);
  });
});

describe('the budget', () => {
  test('leaves out the oldest postmortems, and none that is newer than one that is kept', () => {
    const files = [
      file('notes/redis/', 20),
      file('postmortems/a/', 1),
      file('postmortems/b/', 50),
      file('postmortems/c/', 30),
    ];
    expect(plan(files, { budget: 101 })).toMatchObject({ leftOut: [], size: 101 });
    const planned = plan(files, { budget: 99 });
    expect(planned).toMatchObject({ leftOut: ['postmortems/b/', 'postmortems/a/'], size: 50 });
    expect(listPaths(planned)).toEqual(['notes/redis/', 'postmortems/c/']);
  });

  test('never leaves out procedures, checklists or lists', () => {
    const files = [
      'notes/redis/',
      'checklists/deploy.a4.pdf',
      'postmortems/',
      'postmortems/page/2/',
      'postmortems/a/',
    ];
    const planned = plan(
      files.map((path) => file(path)),
      { budget: 1 },
    );
    expect(listPaths(planned)).toEqual(files.slice(0, -1));
    expect(planned.size).toBe(40);
  });

  test('counts a picture with the newest postmortem that has it, unless another page has it too', () => {
    const files = [
      file('notes/redis/'),
      file('pictures/redis.png'),
      file('pictures/b.png'),
      file('pictures/a.png'),
      ...POSTMORTEMS.map((path) => file(path)),
    ];
    const pictures = {
      'notes/redis/': ['pictures/redis.png'],
      'postmortems/c/': ['pictures/b.png'],
      'postmortems/b/': ['pictures/b.png', 'pictures/redis.png'],
      'postmortems/a/': ['pictures/a.png'],
    };
    expect(plan(files, { budget: 50, pictures })).toMatchObject({ leftOut: ['postmortems/a/'], size: 50 });
    expect(listPaths(plan(files, { budget: 50, pictures }))).toEqual([
      'notes/redis/',
      'pictures/redis.png',
      'postmortems/c/',
      'pictures/b.png',
      'postmortems/b/',
    ]);
  });
});
