/**
 * Finds the texts of a picture that no search of its bytes finds, because they are compressed, cut into pieces or written
 * as hexadecimal digits. ExifReader reads some of these blocks, and keeps the last one of each name.
 */
import { promisify } from 'node:util';
import { constants, inflateRaw } from 'node:zlib';

/** A part of a picture that is not pixels. */
export interface MetadataBlock {
  readonly bytes: Uint8Array;
  /** Short runs of printable characters are text in a comment, and can be chance in other blocks. */
  readonly isComment: boolean;
}

/** @returns undefined if the decompressed blocks together are longer than the limit */
export async function listMetadataBlocks(
  bytes: Uint8Array,
  maxLength: number,
): Promise<MetadataBlock[] | undefined> {
  const picture = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = picture.toString('latin1', 0, 8);
  if (head.startsWith('\x89PNG')) return readPng(picture, maxLength);
  if (head.startsWith('GIF8')) return readGif(picture);
  if (head.startsWith('\xff\xd8')) return readJpeg(picture);
  // WebP and AVIF compress nothing but pixels, and keep each block in one piece.
  return [];
}

async function readPng(picture: Buffer, maxLength: number): Promise<MetadataBlock[] | undefined> {
  const blocks: MetadataBlock[] = [];
  let room = maxLength;
  for (const { type, data } of listChunks(picture)) {
    const start = findCompressed(type, data);
    const inflated = start === undefined ? undefined : await inflateWithin(data.subarray(start), room);
    if (inflated === 'too long') return undefined;
    room -= inflated?.length ?? 0;
    const bytes = inflated ?? data;
    blocks.push({ bytes, isComment: type.endsWith('Xt') });
    const profile = decodeRawProfile(bytes);
    if (profile) blocks.push({ bytes: profile, isComment: false });
  }
  return blocks;
}

const PIXEL_CHUNKS: ReadonlySet<string> = new Set(['IDAT', 'fdAT']);

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** PNG, third edition, section 5.3: each chunk has a length, a type, data and a checksum. */
function listChunks(picture: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= picture.length;) {
    const length = picture.readUInt32BE(at);
    const type = picture.toString('latin1', at + 4, at + 8);
    if (!PIXEL_CHUNKS.has(type)) chunks.push({ type, data: picture.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

/** Returns the offset of the compressed part of a chunk (PNG, third edition, sections 11.3.2.3, 11.3.3.3 and 11.3.3.4). */
function findCompressed(type: string, data: Buffer): number | undefined {
  const keywordEnd = data.indexOf(0);
  if (type === 'zTXt' || type === 'iCCP') return keywordEnd < 0 ? undefined : keywordEnd + 2;
  if (type !== 'iTXt') return data[0] === ZLIB_METHOD ? 0 : undefined;
  if (keywordEnd < 0 || data[keywordEnd + 1] !== 1) return undefined;
  const languageEnd = data.indexOf(0, keywordEnd + 3);
  const translationEnd = languageEnd < 0 ? -1 : data.indexOf(0, languageEnd + 1);
  return translationEnd < 0 ? undefined : translationEnd + 1;
}

/** RFC 1950: the first byte of what zlib compressed with its usual window. */
const ZLIB_METHOD = 0x78;
const ZLIB_HEAD_LENGTH = 2;
const inflateRawAsync = promisify(inflateRaw);

/** Ignores checksums and a missing end, so that damaged text is found too. */
async function inflateWithin(compressed: Uint8Array, room: number): Promise<Buffer | 'too long' | undefined> {
  try {
    return await inflateRawAsync(compressed.subarray(ZLIB_HEAD_LENGTH), {
      maxOutputLength: Math.max(1, room),
      finishFlush: constants.Z_SYNC_FLUSH,
    });
  } catch (error) {
    return error instanceof RangeError ? 'too long' : undefined;
  }
}

/** Decodes a profile of another format in a text, as ImageMagick writes it: its name, its length, and digits. */
function decodeRawProfile(block: Buffer): Buffer | undefined {
  const [, digits] = /\n\w+\n\s*\d+\n([\da-fA-F\s]+)$/.exec(block.toString('latin1')) ?? [];
  return digits === undefined ? undefined : Buffer.from(digits.replace(/\s/g, ''), 'hex');
}

const GIF_EXTENSION = 0x21;
const GIF_COMMENT = 0xfe;
const GIF_FRAME = 0x2c;

/** GIF89a, sections 15 to 26: everything but colour tables is in pieces of at most 255 bytes. */
function readGif(picture: Buffer): MetadataBlock[] {
  const blocks: MetadataBlock[] = [];
  let at = 13 + getColourTableLength(picture[10]);
  while (at < picture.length) {
    const type = picture[at];
    if (type === GIF_EXTENSION) {
      const { bytes, end } = joinPieces(picture, at + 2);
      blocks.push({ bytes, isComment: picture[at + 1] === GIF_COMMENT });
      at = end;
    } else if (type === GIF_FRAME) {
      at = joinPieces(picture, at + 11 + getColourTableLength(picture[at + 9])).end;
    } else break;
  }
  return blocks;
}

function getColourTableLength(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function joinPieces(picture: Buffer, start: number): { readonly bytes: Buffer; readonly end: number } {
  const pieces: Buffer[] = [];
  let at = start;
  for (let length = picture[at]; length; length = picture[at]) {
    pieces.push(picture.subarray(at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { bytes: Buffer.concat(pieces), end: at + 1 };
}

const JPEG_COMMENT = 0xfe;
const JPEG_SCAN = 0xda;
/** The heads of blocks that are too long for one segment: each piece has one. */
const PIECE_HEADS: readonly (readonly [name: string, length: number])[] = [
  ['ICC_PROFILE\0', 14],
  ['http://ns.adobe.com/xmp/extension/\0', 75],
  ['Photoshop 3.0\0', 14],
];

/** JPEG, section B.1.1: segments of at most 64 KB before the pixels. Those of one kind continue each other. */
function readJpeg(picture: Buffer): MetadataBlock[] {
  const pieces = new Map<string, Buffer[]>();
  for (let at = 2; at + 4 <= picture.length && picture[at] === 0xff;) {
    const marker = picture[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === JPEG_SCAN) break;
    const length = picture.readUInt16BE(at + 2);
    const data = picture.subarray(at + 4, at + 2 + length);
    at += 2 + Math.max(2, length);
    const isMetadata = marker === JPEG_COMMENT || (marker >= 0xe0 && marker <= 0xef);
    if (!isMetadata) continue;
    const [name = '', headLength = 0] =
      PIECE_HEADS.find(([head]) => data.toString('latin1', 0, head.length) === head) ?? [];
    const key = `${marker} ${name}`;
    pieces.set(key, [...(pieces.get(key) ?? []), data.subarray(headLength)]);
  }
  return [...pieces].map(([key, parts]) => ({
    bytes: Buffer.concat(parts),
    isComment: key.startsWith(`${JPEG_COMMENT} `),
  }));
}
