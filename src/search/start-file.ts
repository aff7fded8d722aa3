/**
 * The file with all that the search needs before its first lookup, so that a phone waits for one request: the lexicon
 * and, of a small site, its documents; of a large one, the files that Pagefind starts with. One line of JSON with the
 * name and length of each part is followed by the parts, which can be compressed with gzip.
 */
import { canDecompress, decompress } from './native-decompression.ts';

export const START_FILE = 'search-start.bin';
/** The part with the search documents as JSON. */
export const DOCUMENTS_PART = 'search-documents.json';
/** The part with the index of the documents, from `encodeIndex`. Without it, a browser indexes the documents. */
export const INDEX_PART = 'search-index.json';

export type StartParts = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** Returns whether the search starts with the file, which has only what this site needs. */
export function usesStartFile(others: readonly unknown[]): boolean {
  return others.length === 0 && canDecompress();
}

/**
 * @param index the address of the folder of the index, ending in `/`
 * @throws if it cannot be loaded
 */
export async function fetchStartFile(index: string): Promise<Uint8Array<ArrayBuffer>> {
  // The other files have names of their own for each build, and their names are in this one.
  const response = await fetch(`${index}${START_FILE}`, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

export function encodeStartFile(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const lengths = [...parts].map(([name, bytes]) => [name, bytes.length]);
  const encoded = [new TextEncoder().encode(`${JSON.stringify(lengths)}\n`), ...parts.values()];
  const file = new Uint8Array(encoded.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const bytes of encoded) {
    file.set(bytes, at);
    at += bytes.length;
  }
  return file;
}

/**
 * @returns the decompressed parts by their names
 * @throws if the file is not from `encodeStartFile`, or is cut off
 */
export async function decodeStartFile(file: Uint8Array<ArrayBuffer>): Promise<StartParts> {
  const end = file.indexOf(LINE_BREAK);
  const lengths: [string, number][] = JSON.parse(
    new TextDecoder().decode(file.subarray(0, Math.max(0, end))),
  );
  let at = end + 1;
  const parts = lengths.map(async ([name, length]) => {
    const bytes = file.subarray(at, at + length);
    at += length;
    return [name, await decompress(bytes)] as const;
  });
  if (at !== file.length) throw new Error(`${START_FILE} is cut off`);
  return new Map(await Promise.all(parts));
}

const LINE_BREAK = 10;

/** Answers the requests of this thread for files in a folder that were already loaded. */
export function answerFromMemory(folder: string, files: StartParts): void {
  const originalFetch = globalThis.fetch.bind(globalThis);
  globalThis.fetch = async (input, init) => {
    const { href } = new URL(input instanceof Request ? input.url : input, location.href);
    const base = new URL(folder, location.href).href;
    const file = href.startsWith(base) ? files.get(href.slice(base.length).replace(/\?.*/, '')) : undefined;
    return file ? new Response(file) : originalFetch(input, init);
  };
}
