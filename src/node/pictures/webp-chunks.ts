/** Reads the chunks of a WebP file (RFC 9649, sections 2.3 to 2.7). */

/** The identifier and the size of the file, before the first chunk. */
const FILE_HEAD_LENGTH = 12;
/** The place, size and time of a frame, before its chunks. */
const FRAME_HEAD_LENGTH = 16;

/** Returns whether a file has lossless pixels and no others. */
export function isLosslessWebp(bytes: Uint8Array): boolean {
  const pixels = [...listChunkNames(Buffer.from(bytes), FILE_HEAD_LENGTH)].filter((name) =>
    ['VP8 ', 'VP8L'].includes(name),
  );
  return pixels.length > 0 && pixels.every((name) => name === 'VP8L');
}

function* listChunkNames(bytes: Buffer, start: number): Generator<string> {
  for (let at = start; at + 8 <= bytes.length;) {
    const name = bytes.toString('latin1', at, at + 4);
    const end = at + 8 + bytes.readUInt32LE(at + 4);
    yield name;
    if (name === 'ANMF') yield* listChunkNames(bytes.subarray(at + 8, end), FRAME_HEAD_LENGTH);
    // A chunk of an odd length has a byte of padding.
    at = end + (end % 2);
  }
}
