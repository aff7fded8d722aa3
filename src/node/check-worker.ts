/** One of the threads that judge files together: `gate.ts` starts it and waits for what it found. */
import { parentPort, workerData } from 'node:worker_threads';
import { Content } from '../knowledge/source/content.ts';
import type { SharedWork } from './check-content.ts';
import { checkInBatches } from './check-files.ts';

// As in `src/commands/check.mjs`.
process.env = { ...process.env };

const { root, sources, fileIndexes: judged, nextIndex: taken } = workerData as SharedWork;
const content = new Content(sources, root);
const files = judged.flatMap((at) => content.files[at] ?? []);
parentPort?.postMessage(await checkInBatches(content, files, taken));
