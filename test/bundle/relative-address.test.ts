import { describe, expect, test } from 'vitest';
import { getRootAddress, toFileAddress, toFolderAddress } from '../../src/bundle/relative-address.ts';

const PAGE = 'guide/notes/index.html';

test('the root is as many folders up as the page is below it', () => {
  expect(['index.html', 'notes/index.html', PAGE].map(getRootAddress)).toEqual(['./', '../', '../../']);
});

describe('the address of a file', () => {
  const cases: [served: string, file: string][] = [
    ['/kb/', '../../index.html'],
    ['/kb/notes/a/', '../../notes/a/index.html'],
    ['/kb/notes/a/#b', '../../notes/a/index.html#b'],
    ['/kb/search/?q=a%20b#c', '../../search/index.html?q=a%20b#c'],
    ['/kb/favicon.svg', '../../favicon.svg'],
    ['../lessons/', '../../guide/lessons/index.html'],
    ['./', '../../guide/notes/index.html'],
    ['?q=a', '../../guide/notes/index.html?q=a'],
    ['#here', '#here'],
    ['/elsewhere/', '/elsewhere/'],
    ['/kb', '/kb'],
    ['https://example.org/kb/', 'https://example.org/kb/'],
    ['//example.org/kb/', '//example.org/kb/'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['http://[', 'http://['],
  ];
  for (const [served, file] of cases)
    test(`of ${served} is ${file}`, () => expect(toFileAddress(served, PAGE, '/kb/')).toBe(file));
});

test('the address of a folder stays one', () => {
  expect(toFolderAddress('/kb/', PAGE, '/kb/')).toBe('../../');
  expect(toFolderAddress('/pagefind/', 'index.html', '/')).toBe('./pagefind/');
  expect(toFolderAddress('https://example.org/', PAGE, '/kb/')).toBe('https://example.org/');
});
