/**
 * Decodes pictures, because a name and the first bytes do not show whether a picture is complete, how much memory it
 * takes, and what it contains in addition to its pixels.
 */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { FileInput } from '../../knowledge/source/file-input.ts';
import type { PictureMetadata } from '../../knowledge/source/picture-metadata.ts';
import { isTemporaryFile } from '../../knowledge/source/temporary-files.ts';
import { describeContentError } from '../file-errors.ts';
import { isPictureFile } from './picture-bytes.ts';
import { MAX_METADATA_LENGTH, readMetadata } from './read-metadata.ts';

/** A phone decodes such a picture into 160 MB of memory. The limit of an animation is for all its frames together. */
const MAX_PIXELS = 40_000_000;
/** The build writes AVIF again, which takes about a second for each million pixels. */
const MAX_AVIF_PIXELS = 8_000_000;
/** Some browsers show nothing of a picture that is longer than 16,384 pixels, some phones from 12,000 on. */
const MAX_SIDE = 12_000;
/** Each of them needs the memory of a decoded picture. */
const MAX_AT_ONCE = 4;

type Inspected = { readonly readError: string } | { readonly picture: PictureMetadata };

/** By path. Decoding takes longer than everything else, and the development server reads the folder at each change. */
const inspectedPictures = new Map<string, { readonly version: string; readonly inspected: Inspected }>();

/**
 * Adds to each picture its metadata, or the reason why it cannot be published.
 *
 * @param folder the content folder
 * @param searched the paths of the files to inspect, all if omitted
 */
export async function inspectPictures(
  files: readonly FileInput[],
  folder: string,
  searched?: readonly string[],
): Promise<FileInput[]> {
  const selected = searched && new Set(searched);
  const inspected = [...files];
  const indexes = files.flatMap(({ path, readError }, index) => {
    const isPicture = isPictureFile(path) && !isTemporaryFile(path) && readError === undefined;
    return isPicture && (!selected || selected.has(path)) ? [index] : [];
  });
  for (let at = 0; at < indexes.length; at += MAX_AT_ONCE) {
    await Promise.all(
      indexes.slice(at, at + MAX_AT_ONCE).map(async (index) => {
        const file = files[index];
        if (file)
          inspected[index] = { ...file, ...(await inspectFile(join(folder, file.path)).catch(toUnreadable)) };
      }),
    );
  }
  return inspected;
}

async function inspectFile(path: string): Promise<Inspected> {
  const { ino, ctimeMs, mtimeMs, size } = await stat(path);
  // A copy can keep the time of its original, but not the inode and the time at which that changed.
  const version = `${ino} ${ctimeMs} ${mtimeMs} ${size}`;
  const known = inspectedPictures.get(path);
  if (known?.version === version) return known.inspected;
  const inspected = await inspectPicture(await readFile(path));
  inspectedPictures.set(path, { version, inspected });
  return inspected;
}

/** A picture can vanish after the folder was listed. */
function toUnreadable(error: unknown): Inspected {
  return { readError: describeContentError(error) };
}

/** @param bytes those of a picture whose format was checked */
export async function inspectPicture(bytes: Uint8Array): Promise<Inspected> {
  try {
    const size = await readSize(bytes);
    const maxPixels = size.isAvif ? MAX_AVIF_PIXELS : MAX_PIXELS;
    if (size.width > MAX_SIDE || size.height > MAX_SIDE || size.pixels > maxPixels) {
      const found = `${size.width} × ${size.height} pixels${size.frames > 1 ? ` in ${size.frames} frames` : ''}`;
      return {
        readError: `Unexpected size of ${found}, expected at most ${MAX_SIDE} a side and ${maxPixels / 1_000_000} million in total${size.isAvif ? ' for AVIF' : ''}`,
      };
    }
    await decode(bytes);
  } catch {
    return { readError: 'Unexpected bytes, expected a complete picture: this one is cut off or damaged' };
  }
  const picture = await readMetadata(bytes);
  if (picture) return { picture };
  return {
    readError: `Unexpected length of the metadata, expected at most ${MAX_METADATA_LENGTH} characters: save the picture again without them`,
  };
}

async function readSize(bytes: Uint8Array) {
  const {
    format,
    width,
    height,
    pages = 1,
    pageHeight = height,
  } = await sharp(bytes, {
    animated: true,
    limitInputPixels: false,
  }).metadata();
  return {
    width,
    height: pageHeight,
    frames: pages,
    pixels: width * pageHeight * pages,
    isAvif: format === 'heif',
  };
}

/** Reads every pixel, line by line. */
async function decode(bytes: Uint8Array): Promise<void> {
  await sharp(bytes, { animated: true, failOn: 'truncated' })
    .resize(1, 1, { fit: 'fill', fastShrinkOnLoad: false })
    .raw()
    .toBuffer();
}
