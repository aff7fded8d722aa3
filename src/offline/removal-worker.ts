/** Replaces the service worker of a site that keeps no copy any more: removes the copy, and then itself. */
import { filterCacheNames } from './cache-names.ts';
import type { WorkerScope } from './worker-scope.ts';

const scope = globalThis as unknown as WorkerScope;
const { pathname } = new URL(scope.registration.scope);

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(remove()));

async function remove(): Promise<void> {
  const names = filterCacheNames(await caches.keys(), pathname);
  await Promise.all(names.map((name) => caches.delete(name)));
  await scope.registration.unregister();
}
