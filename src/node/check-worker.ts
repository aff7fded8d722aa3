/** A thread of the check, started by `check-content.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { Content } from '../knowledge/source/content.ts';
import { checkInBatches, type SharedWork } from './check-batches.ts';

const { root, files, secrets, checkedIndexes, startedCount } = workerData as SharedWork;
const content = new Content(files, root, secrets);
const checked = checkedIndexes.flatMap((index) => content.files[index] ?? []);
parentPort?.postMessage(await checkInBatches(content, checked, startedCount));
