/** A thread of the check, started by `check-content.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { Content } from '../knowledge/source/content.ts';
import { checkInBatches, type SharedWork } from './check-batches.ts';

const { root, files, secrets, facts, checkedIndexes, startedCount } = workerData as SharedWork;
const content = new Content(files, root, secrets);
for (const file of content.documents) {
  const known = facts.get(file.path);
  if (known) file.restore(known);
}
const checked = checkedIndexes.flatMap((index) => content.files[index] ?? []);
parentPort?.postMessage(await checkInBatches(content, checked, startedCount));
