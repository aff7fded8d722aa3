import { expect, test } from 'vitest';
import type { IndexFiles } from '../../src/integrations/pagefind-files.ts';
import { buildIndex } from '../../src/integrations/pagefind-index.ts';
import { sortFilters } from '../../src/integrations/sort-filters.ts';
import { createDocument } from '../knowledge/search/small-documents.ts';

const DOCUMENTS = Array.from({ length: 40 }, (_, index) =>
  createDocument({
    id: `document-${index}`,
    title: `Document ${index}`,
    filters: {
      kind: ['postmortem'],
      service: [`Service ${index}`, `Service ${index % 7}`],
      tag: [`Tag ${index}`],
    },
  }),
);

const toHex = (files: IndexFiles) =>
  Object.fromEntries([...files].map(([path, content]) => [path, Buffer.from(content).toString('hex')]));

test('two indexes of the same documents are equal, byte by byte', async () => {
  const [first, second] = [await buildIndex(DOCUMENTS), await buildIndex(DOCUMENTS)];
  expect(Object.keys(toHex(first)).toSorted()).toEqual(Object.keys(toHex(second)).toSorted());
  expect(toHex(first)).toEqual(toHex(second));
});

test('sorted filters stay as they are', async () => {
  const files = await buildIndex(DOCUMENTS);
  expect(toHex(sortFilters(files))).toEqual(toHex(files));
});

test('an index in another format is reported', async () => {
  const files = await buildIndex(DOCUMENTS);
  const [filter = ''] = [...files.keys()].filter((path) => path.endsWith('.pf_filter'));
  expect(() => sortFilters(new Map(files).set(filter, new Uint8Array([1, 2])))).toThrow();
  expect(() => sortFilters(new Map())).toThrow('Pagefind');
});
