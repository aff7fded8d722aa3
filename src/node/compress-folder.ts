/** Compresses the text files of a folder once, for servers that send `page.html.gz` for `page.html`. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';

const TEXT_FILE = /\.(?:html|css|js|json|svg|txt)$/;
/** A smaller file fits in one packet as it is. */
const MIN_BYTES = 1_000;
/** At the same time, so that a large site does not fill the memory. */
const PART_SIZE = 20;

/** Writes a file with `.gz` at the end of its name next to each text file of at least 1 KB. */
export async function compressFolder(folder: string): Promise<void> {
  const paths = (await readdir(folder, { recursive: true })).filter((path) => TEXT_FILE.test(path));
  for (let start = 0; start < paths.length; start += PART_SIZE)
    await Promise.all(paths.slice(start, start + PART_SIZE).map((path) => compressFile(join(folder, path))));
}

async function compressFile(path: string): Promise<void> {
  const bytes = await readFile(path);
  if (bytes.length < MIN_BYTES) return;
  await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }));
}
