/**
 * The service worker: keeps a copy of the site in the browser, and answers from it when the network does not. A build
 * writes it as `sw.js`, with the hash of its list of files, so that every build has another one.
 */
import { createAddresses } from '../knowledge/source/addresses.ts';
import { RequestAnswerer } from './answer-request.ts';
import { createCachePrefix, filterCacheNames } from './cache-names.ts';
import { Downloader } from './download-files.ts';
import type { KeepMessage, NewVersionMessage, StateMessage } from './messages.ts';
import { OfflineCopy } from './offline-copy.ts';
import { hashBytes, type OfflineFileList } from './offline-files.ts';
import { describeState } from './wording.ts';
import type { WorkerScope } from './worker-scope.ts';

/** The hash of the list of files. Set by the build. */
declare const LIST_HASH: string;

const scope = globalThis as unknown as WorkerScope;
const home = scope.registration.scope;
const { pathname } = new URL(home);
const cachePrefix = createCachePrefix(pathname);
const copy = new OfflineCopy(cachePrefix, `${home}offline-copy/`);
const answerer = new RequestAnswerer(scope, copy);
const downloader = new Downloader(copy, home, () => answerer.waitForPages());

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(activate()));
scope.addEventListener('fetch', (event) => answerer.handle(event));
scope.addEventListener('message', (event) => {
  const { data, source } = event;
  if (source && isKeepMessage(data)) event.waitUntil(keep(data, (state) => source.postMessage(state)));
});

/** Only adds the list. The files of the previous version are used until those of this one are there. */
async function install(): Promise<void> {
  const address = new URL(createAddresses(pathname).offlineFiles, home);
  const response = await fetch(address, { cache: 'no-cache', redirect: 'error' });
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (!response.ok || (await hashBytes(bytes)) !== LIST_HASH)
    throw new Error(`${address.pathname} is not of the same build as this script`);
  const list: OfflineFileList = JSON.parse(new TextDecoder().decode(bytes));
  await copy.addVersion(list);
  // No page needs the previous service worker: this one keeps the files of both versions.
  await scope.skipWaiting();
}

async function activate(): Promise<void> {
  const pages = await listOpenPages();
  const known = await copy.updatePages(pages);
  await scope.clients.claim();
  // Of another format.
  const others = filterCacheNames(await caches.keys(), pathname).filter(
    (name) => !name.startsWith(cachePrefix),
  );
  for (const name of others) await caches.delete(name);
  const message: NewVersionMessage = { type: 'new-version' };
  for (const { client, path } of pages) {
    const hash = known[client.id]?.hash;
    if (hash && (await copy.findNewestFile(path))?.hash !== hash) client.postMessage(message);
  }
}

async function keep(message: KeepMessage, report: (state: StateMessage) => void): Promise<void> {
  const state = await downloader.keepNext(message);
  if (!state) return;
  report({ type: 'state', sentences: describeState(state), hasMore: state.hasMore });
  // The server may have a newer version.
  if (state.problem === 'changed') await scope.registration.update().catch(() => undefined);
  if (state.hasMore) return;
  await copy.prune(await listOpenPages());
}

async function listOpenPages() {
  const clients = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return clients.flatMap((client) => {
    const path = answerer.findPath(client.url);
    // Another site on this origin has pages of its own.
    return path === undefined ? [] : [{ client, id: client.id, path }];
  });
}

function isKeepMessage(data: unknown): data is KeepMessage {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'keep';
}
