/** Checks the compressed parts of a PDF before it is parsed, because the parser unpacks each of them as a whole. */
import { Unzlib } from 'fflate';
import { UnreadableSourceError } from '../source-document.ts';

/** All compressed parts without pictures, unpacked: fonts are some megabytes, text is less. */
const MAX_UNPACKED_BYTES = 200_000_000;
const CHUNK_BYTES = 16_384;
const MAX_DICTIONARY_LENGTH = 2_000;

/** @throws an UnreadableSourceError if they are larger than any report */
export function checkStreams(bytes: Uint8Array): void {
  const text = new TextDecoder('latin1').decode(bytes);
  let total = 0;
  for (const match of text.matchAll(/\bstream\r?\n/g)) {
    const start = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - MAX_DICTIONARY_LENGTH), match.index);
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
    const filters = dictionary.match(/\/Fl(?:ateDecode)?\b/g)?.length ?? 0;
    if (filters > 1)
      throw new UnreadableSourceError('Unexpected data that is compressed twice, expected a usual PDF');
    if (filters === 0 || /\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    const end = text.indexOf('endstream', start);
    total += countUnpacked(bytes.subarray(start, end < 0 ? undefined : end), MAX_UNPACKED_BYTES - total);
    if (total <= MAX_UNPACKED_BYTES) continue;
    throw new UnreadableSourceError(
      `Unexpected size when unpacked, expected at most ${MAX_UNPACKED_BYTES / 1_000_000} MB`,
    );
  }
}

/** Returns the size of compressed data when unpacked, as far as it can be read, and as soon as it exceeds a limit. */
function countUnpacked(data: Uint8Array, limit: number): number {
  let size = 0;
  const inflater = new Unzlib((chunk) => {
    size += chunk.length;
  });
  try {
    for (let at = 0; at < data.length && size <= limit; at += CHUNK_BYTES) {
      inflater.push(data.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES >= data.length);
    }
  } catch {
    // The parser reads as far as it can, too.
  }
  return size;
}
