import { describe, expect, test } from 'vitest';
import { LESSON_HEAD, NOTE_HEAD, POSTMORTEM_HEAD, runRule } from '../../small-content.ts';

const FILES = {
  'lessons/b.mdx': `${LESSON_HEAD}## Why\n`,
  'notes/redis.mdx': `${NOTE_HEAD}## Größe\n\n<Procedure id="restart" title="T" activity="emergency">\n\n1. Do it.\n\n</Procedure>\n`,
  'postmortems/2018-03-10-outage.mdx': POSTMORTEM_HEAD,
};

/** Returns the messages about a link, each with its hint. */
function checkLink(address: string, path = 'lessons/a.mdx', head = LESSON_HEAD): string[] {
  const files = { ...FILES, [path]: `${head}## On this page\n\n[text](${address})\n` };
  return runRule('known-link-target', files).map(({ message, hint }) =>
    hint ? `${message}. ${hint}` : message,
  );
}

describe('accepts a link to', () => {
  test.each([
    '/',
    '/search/?q=/../x',
    '/?q=redis',
    '/guide/',
    '/guide/anything/below/',
    '/search/',
    '/search/?q=a/b#results',
    '/rules/',
    '/rules/#known-link-target',
    '/lessons/',
    '/lessons',
    '/lessons/b/',
    '/lessons/b',
    '/lessons/b/?from=search',
    '/lessons/b/#why',
    '/lessons/b/#',
    '/lessons/b/?from=search#why',
    '/notes/redis/#restart',
    '/notes/redis/#größe',
    '/notes/redis/#gr%C3%B6%C3%9Fe',
    '/postmortems/2018-03-10-outage/#timeline',
    '/lessons/b/#checks',
    '/tags/not-reboot-safe/',
    '/tags/not-reboot-safe/#cases',
    '/services/redis/',
    '/checklists/emergency/',
    '/organizations/example/',
    '#on-this-page',
    '#note-1',
    '//example.org/lessons/nowhere/',
    'https://example.org/lessons/nowhere/',
    'mailto:a@example.org',
    'b.mdx',
  ])('%s', (address) => {
    expect(checkLink(address)).toEqual([]);
  });
});

const KNOWN_PAGES =
  'expected one of /search/, /guide/, /rules/, /postmortems/, /notes/, /lessons/, /tags/, /services/, /checklists/, /organizations/, or a page below one of them';
const ON_PAGE = 'expected the anchor of a heading or procedure on this page';
const onPage = (id: string) => `expected the anchor of a heading or procedure on the page \`${id}\``;

describe('rejects a link to', () => {
  test.each([
    ['/lesson/', `Unknown page \`/lesson/\`, ${KNOWN_PAGES}. Did you mean \`/lessons/\`?`],
    ['/lesson/b/', `Unknown page \`/lesson/b/\`, ${KNOWN_PAGES}. Did you mean \`/lessons/\`?`],
    ['/search/redis/', `Unknown page \`/search/redis/\`, ${KNOWN_PAGES}. Did you mean \`/search/\`?`],
    ['/toString/', `Unknown page \`/toString/\`, ${KNOWN_PAGES}`],
    [
      '/notes/reddis/#restart',
      'Unknown page `/notes/reddis/#restart`, expected the address of a note. Did you mean `/notes/redis/`?',
    ],
    ['/lessons/nowhere/', 'Unknown page `/lessons/nowhere/`, expected the address of a lesson'],
    [
      '/lessons/b/c/',
      'Unknown page `/lessons/b/c/`, expected the address of a lesson. Did you mean `/lessons/b/`?',
    ],
    ['/lessons/b/#wy', `Unknown anchor \`#wy\`, ${onPage('b')}. Did you mean \`#why\`?`],
    ['/lessons/b/#timeline', `Unknown anchor \`#timeline\`, ${onPage('b')}`],
    ['/notes/redis/#timeline', `Unknown anchor \`#timeline\`, ${onPage('redis')}`],
    ['/postmortems/2018-03-10-outage/#checks', `Unknown anchor \`#checks\`, ${onPage('2018-03-10-outage')}`],
    ['#on-this-pag', `Unknown anchor \`#on-this-pag\`, ${ON_PAGE}. Did you mean \`#on-this-page\`?`],
    ['#why', `Unknown anchor \`#why\`, ${ON_PAGE}`],
    ['#%E0%A4%A', `Unknown anchor \`#%E0%A4%A\`, ${ON_PAGE}`],
    ['#a-note-1', `Unknown anchor \`#a-note-1\`, ${ON_PAGE}`],
  ])('%s', (address, message) => {
    expect(checkLink(address)).toEqual([message]);
  });
});

test('checks the address of a definition', () => {
  const files = { 'lessons/a.mdx': `${LESSON_HEAD}[text][a]\n\n[a]: /nowhere/\n` };
  expect(runRule('known-link-target', files)).toMatchObject([{ line: 8, column: 1 }]);
});

test.each(['/guide/../x', '/guide/%2E./x', '/lessons/b/..', '/./lessons/b/', '/lessons/../lessons/b/#why'])(
  'rejects the steps up or nowhere in %s',
  (address) => {
    expect(checkLink(address)).toEqual([
      `Unexpected \`.\` or \`..\` in \`${address}\`, expected the address of the page itself`,
    ]);
  },
);
