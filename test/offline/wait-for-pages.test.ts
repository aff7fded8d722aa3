/** The download and the answers for pages share a slow network, so that the download has to wait. */
import { afterEach, expect, test, vi } from 'vitest';
import { RequestAnswerer } from '../../src/offline/answer-request.ts';
import { Downloader } from '../../src/offline/download-files.ts';
import type { OfflineCopy } from '../../src/offline/offline-copy.ts';
import { hashBytes, type OfflineFileList } from '../../src/offline/offline-files.ts';
import type { RequestEvent, WorkerScope } from '../../src/offline/worker-scope.ts';

const HOME = 'https://example.org/kb/';
const BYTES = new TextEncoder().encode('text');

/** A copy of one file that is not kept yet. */
async function createCopy(): Promise<OfflineCopy> {
  const file = { path: 'theme.js', hash: await hashBytes(BYTES), size: BYTES.length };
  const sections = { shell: [file], procedures: [], builder: [], search: [], lists: [], postmortems: [] };
  const list: OfflineFileList = { version: '1', built: '2026-11-27T14:02:00.000Z', sections };
  const keys = new Set<string>();
  return {
    getNewest: async () => list,
    find: async () => undefined,
    store: { listKeys: async () => keys, write: async () => keys.add(`${file.hash}.js`) },
  } as unknown as OfflineCopy;
}

afterEach(() => void vi.unstubAllGlobals());

test('a download starts when no page waits for an answer', async () => {
  const copy = await createCopy();
  const scope = { registration: { scope: HOME } } as WorkerScope;
  const answerer = new RequestAnswerer(scope, copy);
  const page = Promise.withResolvers<Response>();
  const requested: string[] = [];
  vi.stubGlobal('fetch', async (input: Request | string) => {
    const address = typeof input === 'string' ? input : input.url;
    requested.push(address.slice(HOME.length));
    if (address.endsWith('slow.txt')) return page.promise;
    return { ok: true, type: 'basic', headers: new Headers(), arrayBuffer: async () => BYTES.buffer };
  });
  const respondWith = vi.fn();
  const request = new Request(`${HOME}slow.txt`);
  answerer.handle({ request, respondWith } as unknown as RequestEvent);
  const downloader = new Downloader(copy, HOME, () => answerer.waitForPages());
  const kept = downloader.keepNext({ type: 'keep', isFirst: true, checksAll: true });
  for (let turn = 0; turn < 100; turn++) await new Promise(setImmediate);
  expect(requested).toEqual(['slow.txt']);
  page.resolve(new Response('slow'));
  expect(await kept).toMatchObject({ keptFiles: 1, hasMore: false });
  expect(requested).toEqual(['slow.txt', 'theme.js']);
  expect(respondWith).toHaveBeenCalledTimes(1);
});

test('a page that gets no answer does not stop the download', async () => {
  const copy = await createCopy();
  const answerer = new RequestAnswerer({ registration: { scope: HOME } } as WorkerScope, copy);
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('offline');
  });
  const respondWith = vi.fn((answer: Promise<Response>) => answer.catch(() => undefined));
  answerer.handle({ request: new Request(`${HOME}a.txt`), respondWith } as unknown as RequestEvent);
  await answerer.waitForPages();
  expect(respondWith).toHaveBeenCalledTimes(1);
});
