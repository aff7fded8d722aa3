/** One of the threads that judge files together: `gate.ts` starts it and waits for what it found. */
import { parentPort, workerData } from 'node:worker_threads';
import { Content } from '../knowledge/source/content.ts';
import type { SharedWork } from './gate.ts';
import { judgeHandfuls } from './judge.ts';

// As in `src/commands/check.mjs`.
process.env = { ...process.env };

const { root, sources, judged, taken } = workerData as SharedWork;
const content = new Content(sources, root);
const files = judged.flatMap((at) => content.files[at] ?? []);
parentPort?.postMessage(await judgeHandfuls(content, files, taken));
