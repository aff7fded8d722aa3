import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createLinkResolver } from '../../../src/knowledge/graph/link-resolver.ts';
import { KINDS } from '../../../src/knowledge/schema/kinds.ts';
import {
  createAddresses,
  extractSitePrefix,
  findTakenAddress,
  LIST_SEGMENTS,
} from '../../../src/knowledge/source/addresses.ts';

/** Every address there is, one of each. */
function all(base?: string): string[] {
  const to = createAddresses(base);
  return [
    to.home,
    to.search,
    to.guide,
    to.rules,
    to.searchIndex,
    to.entry({ kind: 'postmortem', id: 'a' }),
    to.entry({ kind: 'note', id: 'a' }),
    to.entry({ kind: 'procedure', id: 'a#b' }),
    to.entry({ kind: 'lesson', id: 'a' }),
    to.entry({ kind: 'tag', id: 'a' }),
    to.entry({ kind: 'service', id: 'a' }),
    to.entry({ kind: 'activity', id: 'a' }),
    to.list('activity'),
    to.listPage('postmortem', 1),
    to.listPage('postmortem', 2),
    to.entryList({ kind: 'tag', id: 'a' }, 'postmortems'),
    to.entryList({ kind: 'tag', id: 'a' }, 'postmortems', 3),
    to.checklistSourcePart('deploy-1'),
    to.rule('no-code'),
    to.picture('notes/a.png'),
    to.searchFor('421 & "deferred"', { kind: 'note', year: '2018' }),
    to.resolve('/lessons/'),
    to.resolve('https://example.org/'),
    to.resolve('#below'),
  ];
}

const AT_ROOT = [
  '/',
  '/search/',
  '/guide/',
  '/rules/',
  '/pagefind/',
  '/postmortems/a/',
  '/notes/a/',
  '/notes/a/#b',
  '/lessons/a/',
  '/tags/a/',
  '/services/a/',
  '/checklists/a/',
  '/checklists/',
  '/postmortems/',
  '/postmortems/page/2/',
  '/tags/a/postmortems/',
  '/tags/a/postmortems/3/',
  '/checklists/source/deploy-1.json',
  '/rules/#no-code',
  '/pictures/notes/a.png',
  '/search/?q=421+%26+%22deferred%22&kind=note&year=2018',
  '/lessons/',
  'https://example.org/',
  '#below',
];

test('every thing has one address', () => {
  expect(all()).toEqual(AT_ROOT);
});

test('under a prefix all of them move, but for those of others', () => {
  const moved = AT_ROOT.map((address) => (address.startsWith('/') ? `/kb${address}` : address));
  expect(all('/kb/')).toEqual(moved);
  expect(all('/kb')).toEqual(moved);
});

test('addresses with a relative prefix name the files of pages', () => {
  const files = AT_ROOT.map((address) =>
    address
      .replace(/^\//, '../')
      .replace(/(?<=\/)(?=$|[?#])/, (_, at) =>
        at > 3 && /pagefind|https/.test(address) ? '' : 'index.html',
      ),
  );
  expect(all('../')).toEqual(files);
  const to = createAddresses('./');
  expect([
    to.home,
    to.guidePage('notes'),
    to.checklist('a'),
    to.checklistBuilder(new URLSearchParams('a=b')),
  ]).toEqual([
    './index.html',
    './guide/notes/index.html',
    './checklists/a/index.html',
    './checklists/build/index.html?a=b',
  ]);
  expect(['/notes/a/?b#c', '/', '/#a', '/favicon.svg', '#a'].map(to.resolve)).toEqual([
    './notes/a/index.html?b#c',
    './index.html',
    './index.html#a',
    './favicon.svg',
    '#a',
  ]);
});

test('the prefix of a site is found in the addresses of its entries', () => {
  const ref = { kind: 'procedure', id: 'a#b' } as const;
  for (const prefix of ['/', '/kb/', 'https://kb.example.org/', './', '../../'])
    expect(extractSitePrefix(createAddresses(prefix).entry(ref), ref)).toBe(prefix);
  expect(extractSitePrefix('/notes/a/#c', ref)).toBe('');
});

test('a search for nothing is the search page', () => {
  expect(createAddresses().searchFor('')).toBe('/search/');
  expect(createAddresses().searchFor('', { tag: 'a b' })).toBe('/search/?tag=a+b');
});

test('link to entries by title, and to pictures next to the body', () => {
  const links = createLinkResolver(
    { kind: 'note', id: 'n' },
    createAddresses('/kb/'),
    ({ id }) => (id === 'a' ? 'The title' : undefined),
    (activity) => activity === 'emergency',
  );
  expect(links.sheet('restart', 'emergency')).toBe('/kb/checklists/procedures/n/restart/');
  expect(links.sheet('restart', 'deploy')).toBeUndefined();
  expect(links.entry({ kind: 'lesson', id: 'a' })).toEqual({ title: 'The title', href: '/kb/lessons/a/' });
  expect(links.entry({ kind: 'lesson', id: 'b' })).toBeUndefined();
  expect(links.picture('graph.png')).toBe('/kb/pictures/notes/graph.png');
  expect(links.resolve('/tags/')).toBe('/kb/tags/');
});

test('the address of each page next to those of entries is taken', () => {
  const pages = KINDS.flatMap((kind) =>
    kind === 'procedure'
      ? []
      : readdirSync(`src/pages/${LIST_SEGMENTS[kind]}`).map((name) => ({ kind, name })),
  );
  const fixed = pages
    .map(({ kind, name }) => ({ kind, id: name.replace(/\..*$/s, '') }))
    .filter(({ id }) => id !== 'index' && !id.startsWith('['));
  expect(fixed).toContainEqual({ kind: 'activity', id: 'build' });
  expect(fixed.filter((ref) => findTakenAddress(ref) === undefined)).toEqual([]);
  expect(findTakenAddress({ kind: 'activity', id: 'build' })).toBe('/checklists/build');
  expect(findTakenAddress({ kind: 'service', id: 'build' })).toBeUndefined();
});
