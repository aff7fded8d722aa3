import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIndex } from 'pagefind';
import { expect, test } from 'vitest';
import { divideIndex, type Filter, type Word } from '../../src/integrations/document-index.ts';
import { joinIndexes } from '../../src/integrations/join-indexes.ts';
import { type IndexFiles, readMeta, unpack } from '../../src/integrations/pagefind-files.ts';
import { buildIndex } from '../../src/integrations/pagefind-index.ts';
import { createPagefindPage } from '../../src/knowledge/search/pagefind-page.ts';
import { createDocument, createTextSection } from '../knowledge/search/small-documents.ts';

const DOCUMENTS = Array.from({ length: 40 }, (_, index) =>
  createDocument({
    id: `document-${index}`,
    title: `Document ${index}`,
    // Words with and without diacritics, letters above U+FFFF, and facts that only some have.
    ...(index % 3 === 0 ? { signals: [`café error ${index}`, 'the 𝒳 naïve queue'] } : {}),
    ...(index % 4 === 0 ? { date: '3 May 2026', severity: 'SEV1' } : {}),
    sections: createTextSection(`cafe ${'naive '.repeat(index % 3)}naïve ﬁles 𐐀 word${index % 5} ${index}`),
    filters: {
      kind: ['postmortem'],
      service: [`Service ${index}`, `Service ${index % 7}`],
      tag: [`Tag ${index}`],
    },
  }),
);

/** Returns the files of Pagefind itself. */
async function runPagefind(documents = DOCUMENTS): Promise<IndexFiles> {
  const { index } = await createIndex({ forceLanguage: 'en' });
  for (const document of documents) await index?.addHTMLFile(createPagefindPage(document));
  const files = (await index?.getFiles())?.files ?? [];
  await index?.deleteIndex();
  return new Map(files.map(({ path, content }) => [path, content]));
}

/** Returns everything that an index knows, without the names of files. */
function readIndex(files: IndexFiles) {
  const [version, pages, parts, filters, sorts, fields] = readMeta(files);
  return {
    version,
    pages: pages.map(([hash, length]) => [unpackText(files.get(`fragment/${hash}.pf_fragment`)), length]),
    words: parts.flatMap(([, , hash]) => unpack<[Word[]]>(files.get(`index/${hash}.pf_index`))[0]),
    filters: filters
      .map(([, hash]) => unpack<Filter>(files.get(`filter/${hash}.pf_filter`)))
      .map(([name, values]) => [name, values.toSorted()])
      .toSorted(),
    sorts,
    fields,
  };
}

const unpackText = (file: Uint8Array | undefined) => Buffer.from(file ?? []).toString('hex');
const toHex = (files: IndexFiles) =>
  Object.fromEntries(
    [...files].toSorted().map(([path, content]) => [path, Buffer.from(content).toString('hex')]),
  );

test('an index that is divided and joined knows what Pagefind wrote', async () => {
  const files = await runPagefind();
  const joined = joinIndexes(divideIndex(files), files);
  expect(readIndex(joined)).toEqual(readIndex(files));
  expect(readIndex(joined).words.length).toBeGreaterThan(50);
});

test('the indexes of single documents join to that of all', async () => {
  const files = await runPagefind();
  const single = [];
  for (const document of DOCUMENTS.slice(0, 9)) single.push(...divideIndex(await runPagefind([document])));
  expect(single.map(({ words, filters }) => ({ words: words.length, filters: filters.length }))).toEqual(
    divideIndex(files)
      .slice(0, 9)
      .map(({ words, filters }) => ({ words: words.length, filters: filters.length })),
  );
  expect(readIndex(joinIndexes(single, files))).toEqual(readIndex(await runPagefind(DOCUMENTS.slice(0, 9))));
});

test('two indexes of the same documents are equal, byte by byte', async () => {
  expect(toHex(await buildIndex(DOCUMENTS))).toEqual(toHex(await buildIndex(DOCUMENTS)));
});

test('an index with kept documents is equal to one without, byte by byte', async () => {
  const kept = await mkdtemp(join(tmpdir(), 'hindsight-indexed-'));
  try {
    await buildIndex(DOCUMENTS, kept);
    expect(await readdir(kept)).toHaveLength(DOCUMENTS.length + 1);
    const edited = [
      createDocument({ id: 'new', title: 'A new café', date: 'today', filters: { year: ['2026'] } }),
      ...DOCUMENTS.slice(3),
    ];
    expect(toHex(await buildIndex(edited, kept))).toEqual(toHex(await buildIndex(edited)));
    expect(toHex(await buildIndex(edited, kept))).toEqual(toHex(await buildIndex(edited)));
  } finally {
    await rm(kept, { recursive: true });
  }
});

test('an index in another format is reported', async () => {
  const files = await runPagefind(DOCUMENTS.slice(0, 2));
  for (const extension of ['.pf_filter', '.pf_index', '.pf_meta']) {
    const [path = ''] = [...files.keys()].filter((name) => name.endsWith(extension));
    expect(() => divideIndex(new Map(files).set(path, new Uint8Array([1, 2])))).toThrow();
  }
  expect(() => divideIndex(new Map())).toThrow('Pagefind');
});
