import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIndex } from '../../../src/integrations/pagefind-index.ts';
import { createPublicContent } from '../../../src/knowledge/audience/public-content.ts';
import { createKnowledge } from '../../../src/knowledge/graph/create-knowledge.ts';
import { search } from '../../../src/knowledge/search/search.ts';
import { createSearchDocuments } from '../../../src/knowledge/search/search-document.ts';
import { RESULTS_FOLDER } from '../../../src/node/cache-folder.ts';
import { hashFolderPath } from '../../../src/node/folder-lock.ts';
import {
  CONTENT_HASH_FILE,
  hashContent,
  hashDocuments,
  isIndexOf,
} from '../../../src/node/search/content-hash.ts';
import { openSearch, readSearchDocuments } from '../../../src/node/search/open-search.ts';
import { createContent, NOTE_HEAD, SMALL_FILES } from '../../knowledge/small-content.ts';

const BUILT_INDEX = 'the built index';
const CONTENT = 'the content, because the built index is missing or older';

let scratch: string;
let content: string;
let index: string;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'hindsight-search-'));
  content = await copyContent('content');
  index = join(scratch, 'index');
  const { documents } = await readSearchDocuments(content);
  for (const [path, bytes] of await buildIndex(documents)) {
    await mkdir(dirname(join(index, path)), { recursive: true });
    await writeFile(join(index, path), bytes);
  }
  await writeFile(join(index, CONTENT_HASH_FILE), `${hashDocuments(documents)}\n`);
});
afterAll(() => rm(scratch, { recursive: true }));

async function copyContent(name: string): Promise<string> {
  await cp('test/fixtures/bad/base', join(scratch, name), { recursive: true });
  return join(scratch, name);
}

/** Returns the addresses of the results, and what was searched. */
async function searchFolder(folder: string, query: string) {
  const opened = await openSearch(folder, { indexFolder: index });
  const { results } = await search(opened, query);
  return { searched: opened.description, addresses: results.map(({ href }) => href) };
}

describe('openSearch', () => {
  test('uses the built index if it was built from the same content, wherever that is', async () => {
    const copy = await copyContent('copy');
    for (const folder of [content, copy]) {
      expect(await searchFolder(folder, 'failover')).toEqual({
        searched: BUILT_INDEX,
        addresses: expect.arrayContaining(['https://example.org/kb/lessons/test-failover/']),
      });
    }
  });

  test('searches the content if it changed since the index was built', async () => {
    const changed = await copyContent('changed');
    await writeFile(
      join(changed, 'lessons/find-me.mdx'),
      '---\ntitle: Find flibbertigibbets\nstatement: They can be found.\nreason: They are new.\n---\n',
    );
    expect(await searchFolder(changed, 'flibbertigibbets')).toEqual({
      searched: CONTENT,
      addresses: ['https://example.org/kb/lessons/find-me/'],
    });
  });

  test('searches the content if there is no index', async () => {
    const { description } = await openSearch(content, { indexFolder: join(scratch, 'nowhere') });
    expect(description).toBe(CONTENT);
  });

  test('omits files with errors, and reports how many', async () => {
    const broken = await copyContent('broken');
    await writeFile(join(broken, 'notes/broken.mdx'), '---\ntitle: "Broken\n---\n');
    const { warning } = await openSearch(broken, { indexFolder: index });
    expect(warning).toBe('Not searched because of errors: 1 file. Run `npm run check` to list them.');
    expect((await searchFolder(broken, 'failover')).addresses).toContain(
      'https://example.org/kb/lessons/test-failover/',
    );
  });
});

describe('what a search keeps', () => {
  const QUERIES = [
    'failover',
    'redis lost its data',
    'ERROR: too many connections',
    'reboot chekc',
    '"before a reboot"',
  ];
  const answerAll = async (folder: string, cache: boolean) => {
    const opened = await openSearch(folder, { indexFolder: join(scratch, 'nowhere'), cache });
    const answers = [];
    for (const query of QUERIES) answers.push(await search(opened, query));
    return { answers, warning: opened.warning };
  };
  const keptPath = (folder: string) => join(RESULTS_FOLDER, 'search', `${hashFolderPath(folder)}.json`);

  test('gives the same answers as the content itself, also after an edit', async () => {
    const folder = await copyContent('kept');
    const cold = await answerAll(folder, false);
    expect(cold.answers.some(({ total }) => total > 0)).toBe(true);
    expect(await answerAll(folder, true)).toEqual(cold);
    expect(await answerAll(folder, true)).toEqual(cold);
    await writeFile(join(folder, 'notes/broken.mdx'), '---\ntitle: "Broken\n---\n');
    await rm(join(folder, 'lessons/test-failover.mdx'));
    const edited = await answerAll(folder, false);
    expect(edited).not.toEqual(cold);
    expect(await answerAll(folder, true)).toEqual(edited);
    expect(await answerAll(folder, true)).toEqual(edited);
  });

  test('is ignored if it is damaged', async () => {
    const folder = await copyContent('damaged');
    const cold = await answerAll(folder, false);
    await answerAll(folder, true);
    const kept = await readFile(keptPath(folder), 'utf8');
    for (const text of ['', kept.slice(0, -20), kept.replaceAll('failover', 'failOver')]) {
      await writeFile(keptPath(folder), text);
      expect(await answerAll(folder, true)).toEqual(cold);
      expect(await readFile(keptPath(folder), 'utf8')).toBe(kept);
    }
  });
});

describe('hashContent', () => {
  test('changes with a text and with a path', () => {
    const hash = hashContent([{ path: 'notes/a.mdx', text: 'text' }]);
    expect(hashContent([{ path: 'notes/a.mdx', text: 'text' }])).toBe(hash);
    expect(hashContent([{ path: 'notes/a.mdx', text: 'texts' }])).not.toBe(hash);
    expect(hashContent([{ path: 'notes/b.mdx', text: 'text' }])).not.toBe(hash);
  });
});

describe('hashDocuments', () => {
  const SITE = `${SMALL_FILES['site.yaml']}visibility: public\n`;
  const NOTE = NOTE_HEAD.replace(/---\n$/, 'visibility: public\n---\n');
  const hash = (files: Record<string, string>) => {
    const all = { 'site.yaml': SITE, 'notes/a.mdx': `${NOTE}Text.\n`, ...files };
    return hashDocuments(
      createSearchDocuments(createKnowledge(createPublicContent(createContent(all)).content)),
    );
  };

  test('shows nothing of what a public site leaves out', () => {
    const internal = {
      'notes/a.mdx': `${NOTE.replace('---\n', '---\n# A comment\n')}{/* Another comment */}\n\nText.\n\n<Internal>\n\nSecret.\n\n</Internal>\n`,
      'notes/b.mdx': `${NOTE_HEAD}Text.\n`,
      'vocabulary/tags.yaml': `${SMALL_FILES['vocabulary/tags.yaml']}- id: secret\n  title: Secret\n  meaning: Secret.\n  visibility: internal\n`,
      'dictionary.txt': 'Secret\n',
      'allowed-secrets.yaml': '- file: notes/b.mdx\n  fingerprint: 3fa9c1\n  reason: R.\n',
    };
    expect(hash(internal)).toBe(hash({}));
  });

  test('changes with what a public site shows', () => {
    expect(hash({ 'notes/a.mdx': `${NOTE}Texts.\n` })).not.toBe(hash({}));
  });

  test('is the same in any order', () => {
    const documents = createSearchDocuments(createKnowledge(createContent({})));
    expect(hashDocuments(documents.toReversed())).toBe(hashDocuments(documents));
  });

  test('tells that there is no index', async () => {
    expect(await isIndexOf(hashDocuments([]), join(scratch, 'nowhere'))).toBe(false);
  });
});
