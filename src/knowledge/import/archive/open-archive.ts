/**
 * Lists and unpacks the files of a ZIP archive (APPNOTE.TXT 6.3.10, pkware.com) within limits. Sizes that an archive
 * declares are never trusted: a file is unpacked piece by piece, and only as far as its declared size.
 */
import { Inflate } from 'fflate';
import { UnreadableSourceError } from '../source-document.ts';
import { calculateCrc32 } from './crc32.ts';

export interface ArchiveFile {
  /** Its path in the archive, with `/`. */
  readonly path: string;
  /** Its declared size in bytes. */
  readonly size: number;
  /**
   * Unpacks it.
   *
   * @throws an UnreadableSourceError if it is encrypted, damaged or too large
   */
  read(): Uint8Array;
}

/** An export of a wiki with 10,000 pages is split by the tools that write it. */
const MAX_FILES = 20_000;
/** All files together, unpacked. */
const MAX_TOTAL_BYTES = 500_000_000;
/** The same as for a file on the disk. */
const MAX_FILE_BYTES = 100_000_000;
/** Text and tables are a hundred times smaller when they are packed, a bomb a thousand times. */
const MAX_RATIO = 250;
/** Smaller files can be packed as well as they like. */
const MIN_RATIO_BYTES = 20_000_000;
const CHUNK_BYTES = 65_536;

export const ARCHIVE_SIGNATURE = 'PK\x03\x04';
const END_SIGNATURE = 0x06054b50;
const END_LENGTH = 22;
const MAX_COMMENT_LENGTH = 65_535;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const SYMBOLIC_LINK = 0xa000;

interface Entry {
  readonly path: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * Lists the files of an archive. Folders, links and paths that lead out of the archive are left out.
 *
 * @throws an UnreadableSourceError if it is no complete archive, or exceeds a limit
 */
export function openArchive(bytes: Uint8Array): readonly ArchiveFile[] {
  const entries = readEntries(bytes);
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > MAX_TOTAL_BYTES) {
    throw new UnreadableSourceError(
      `Unexpected archive of ${formatMegabytes(total)} when unpacked, expected at most ${formatMegabytes(MAX_TOTAL_BYTES)}. Unpack it and import its folders one by one`,
    );
  }
  return entries.map((entry) => ({
    path: entry.path,
    size: entry.size,
    read: () => unpack(entry, bytes),
  }));
}

function readEntries(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const length = view.getUint32(end + 12, true);
  if (count === 0xffff || length === 0xffffffff) throw new UnreadableSourceError(formatTooManyFiles());
  const start = end - length;
  // Some programs put the archive behind other bytes, from which offsets do not count.
  const shift = start - view.getUint32(end + 16, true);
  if (count > MAX_FILES) throw new UnreadableSourceError(formatTooManyFiles());
  if (start < 0 || shift < 0) throw new UnreadableSourceError(formatDamage());
  const entries = new Map<string, Entry>();
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY_SIGNATURE)
      throw new UnreadableSourceError(formatDamage());
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const commentLength = view.getUint16(at + 32, true);
    const name = bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength);
    const isLink = ((view.getUint32(at + 38, true) >>> 16) & 0xf000) === SYMBOLIC_LINK;
    const path = toPath(name);
    if (path !== undefined && !isLink && !entries.has(path)) {
      const sizes = { packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true) };
      const extra = new DataView(
        bytes.buffer,
        bytes.byteOffset + at + ENTRY_LENGTH + nameLength,
        Math.min(extraLength, bytes.length - (at + ENTRY_LENGTH + nameLength)),
      );
      entries.set(path, {
        path,
        flags: view.getUint16(at + 8, true),
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        ...readLongSizes(extra, sizes),
        offset: view.getUint32(at + 42, true) + shift,
      });
    }
    at += ENTRY_LENGTH + nameLength + extraLength + commentLength;
  }
  return [...entries.values()];
}

/** Programs that do not know the size of a file in advance write it as a number of 64 bits, in the extra fields. */
function readLongSizes(extra: DataView, sizes: { readonly packed: number; readonly size: number }) {
  const LONG = 0xffffffff;
  if (sizes.packed !== LONG && sizes.size !== LONG) return sizes;
  for (let at = 0; at + 4 <= extra.byteLength;) {
    const length = extra.getUint16(at + 2, true);
    if (extra.getUint16(at, true) === 1) {
      let next = at + 4;
      const read = () => {
        if (next + 8 > at + 4 + length || next + 8 > extra.byteLength)
          throw new UnreadableSourceError(formatDamage());
        next += 8;
        return Number(extra.getBigUint64(next - 8, true));
      };
      const size = sizes.size === LONG ? read() : sizes.size;
      return { size, packed: sizes.packed === LONG ? read() : sizes.packed };
    }
    at += 4 + length;
  }
  return sizes;
}

/** The list of files is at the end, where it can be followed by a comment only. */
function findEnd(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT_LENGTH); at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  throw new UnreadableSourceError(formatDamage());
}

/** Returns undefined for a folder, and for a path that leads out of the archive. */
function toPath(name: Uint8Array): string | undefined {
  const path = decodeName(name).replaceAll('\\', '/').replace(/^\/+/, '');
  return path === '' || path.endsWith('/') || path.split('/').includes('..') ? undefined : path;
}

/** Names are UTF-8, which not every program declares, or in the code page of an old one. */
function decodeName(name: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch {
    return new TextDecoder('windows-1252').decode(name);
  }
}

function unpack(entry: Entry, bytes: Uint8Array): Uint8Array {
  const { flags, method, packed, size, offset } = entry;
  if (flags & 1) throw new UnreadableSourceError('Unexpected password, expected a file without one');
  if (method !== 0 && method !== 8)
    throw new UnreadableSourceError('Unexpected compression method, expected a usual ZIP file');
  if (size > MAX_FILE_BYTES)
    throw new UnreadableSourceError(
      `Unexpected file of ${formatMegabytes(size)}, expected at most ${formatMegabytes(MAX_FILE_BYTES)}`,
    );
  if (size > MIN_RATIO_BYTES && size > packed * MAX_RATIO) {
    throw new UnreadableSourceError(
      `Unexpected file that is ${Math.round(size / packed)} times larger when unpacked, expected at most ${MAX_RATIO} times`,
    );
  }
  if (offset + LOCAL_LENGTH > bytes.length) throw new UnreadableSourceError(formatDamage());
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + packed);
  const content = method === 0 ? data : inflate(data, size);
  if (content.length !== size || calculateCrc32(content) !== entry.crc)
    throw new UnreadableSourceError(formatDamage());
  return content;
}

function inflate(data: Uint8Array, size: number): Uint8Array {
  const content = new Uint8Array(size);
  let length = 0;
  const inflater = new Inflate((chunk) => {
    if (length + chunk.length > size) throw new UnreadableSourceError(formatDamage());
    content.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at === 0 || at < data.length; at += CHUNK_BYTES) {
      inflater.push(data.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES >= data.length);
    }
  } catch {
    throw new UnreadableSourceError(formatDamage());
  }
  return content.subarray(0, length);
}

function formatDamage(): string {
  return 'Unexpected end or content of an archive, expected a complete one. Download or export it again';
}

function formatTooManyFiles(): string {
  return `Unexpected number of files in an archive, expected at most ${MAX_FILES}. Unpack it and import its folders one by one`;
}

function formatMegabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}
