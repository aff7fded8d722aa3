/** A thread that reads a file to import, started by `read-in-thread.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { findImportFormat } from '../knowledge/import/import-formats.ts';
import { describeImportFailure, readDocuments } from '../knowledge/import/read-documents.ts';
import type { ThreadInput, ThreadOutput } from './read-in-thread.ts';

const { format: name, path, bytes } = workerData as ThreadInput;

async function read(): Promise<ThreadOutput> {
  const format = findImportFormat(name);
  if (!format) throw new Error(`There is no format ${name}`);
  try {
    return { documents: await readDocuments(format, { path, bytes }) };
  } catch (error) {
    return { why: describeImportFailure(error) };
  }
}

parentPort?.postMessage(await read());
