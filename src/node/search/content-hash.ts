/** Tells whether a search index was built from the content as it is now. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileInput } from '../../knowledge/source/file-input.ts';

/** Next to the index. It contains the hash of the content that the index was built from. */
export const CONTENT_HASH_FILE = 'content-hash.txt';

/** Returns a hash of all paths and texts. It is the same wherever the folder is. */
export function hashContent(files: readonly FileInput[]): string {
  const texts = files.map(({ path, text, readError }) => [path, text ?? null, readError ?? null]);
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex');
}

/** Returns whether there is an index in the folder, built from the content with this hash. */
export async function isIndexOf(contentHash: string, indexFolder: string): Promise<boolean> {
  const hash = await readFile(join(indexFolder, CONTENT_HASH_FILE), 'utf8').catch(() => undefined);
  return hash?.trim() === contentHash;
}
