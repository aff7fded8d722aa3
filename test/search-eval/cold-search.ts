/** One search with nothing loaded, in a thread of its own; tells which files it read. */
import { parentPort, workerData } from 'node:worker_threads';
import { search } from '../../src/knowledge/search/search.ts';
import { PagefindEngine } from '../../src/search/pagefind-engine.ts';
import { openIndexFolder } from '../../src/search/pagefind-folder.ts';

const { folder, query } = workerData as { folder: string; query: string };
const files = new Set<string>();
const { pagefind, lexicon } = await openIndexFolder(folder, { onRead: (file) => files.add(file) });
await search({ engine: new PagefindEngine(pagefind), lexicon }, query);
parentPort?.postMessage([...files]);
