/**
 * Creates the published copy of a picture, which contains its pixels and nothing else: no metadata, and no bytes that only
 * some programs read. sharp decodes and encodes all our formats. Libraries that cut metadata out of the file exist for
 * single formats, and leave what they do not know.
 */
import { extname } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { CommandError } from '../command-error.ts';
import { isLosslessWebp } from './webp-chunks.ts';

/** Twice the limit of the file itself. */
const MAX_PUBLISHED_BYTES = 10_000_000;
/** A copy up to this size, or of up to twice the size of the file, is as small as it needs to be. */
const SMALL_BYTES = 1_000_000;

/**
 * @param path tells the format
 * @throws a CommandError if every encoding is too large
 */
export async function createPublishedPicture(path: string, bytes: Uint8Array): Promise<Uint8Array> {
  const limit = Math.min(Math.max(2 * bytes.length, SMALL_BYTES), MAX_PUBLISHED_BYTES);
  let smallest: Uint8Array | undefined;
  for (const encode of listEncodings(extname(path).toLowerCase(), bytes)) {
    // The orientation is metadata too, so the pixels are turned.
    const published = await encode(sharp(bytes, { animated: true }).autoOrient()).toBuffer();
    if (!smallest || published.length < smallest.length) smallest = published;
    if (smallest.length <= limit) return smallest;
  }
  if (smallest && smallest.length <= MAX_PUBLISHED_BYTES) return smallest;
  throw new CommandError(
    `The picture \`${path}\` would be published with ${smallest?.length} bytes, expected at most ${MAX_PUBLISHED_BYTES}. Save it with fewer pixels, or a photo as JPEG.`,
  );
}

/** From 0 to 9. With the default of 4, libaom takes four times as long. */
const AVIF_EFFORT = 2;

type Encoding = (picture: Sharp) => Sharp;

/** Lists the encodings, the preferred one first. */
function listEncodings(extension: string, bytes: Uint8Array): Encoding[] {
  if (extension === '.png') {
    return [false, true].map(
      (adaptiveFiltering) => (picture) => picture.png({ compressionLevel: 9, adaptiveFiltering }),
    );
  }
  if (extension === '.gif') return [(picture) => picture.gif()];
  if (extension === '.webp') {
    if (isLosslessWebp(bytes)) return [(picture) => picture.webp({ lossless: true })];
    return listQualities(90, (quality, picture) => picture.webp({ quality }));
  }
  // Charts have sharp edges, so the colours keep their full resolution.
  const chromaSubsampling = '4:4:4';
  if (extension === '.avif') {
    return listQualities(70, (quality, picture) =>
      picture.avif({ quality, chromaSubsampling, effort: AVIF_EFFORT }),
    );
  }
  return listQualities(90, (quality, picture) => picture.jpeg({ quality, chromaSubsampling }));
}

/** A file of low quality has no details that would need more. */
function listQualities(best: number, encode: (quality: number, picture: Sharp) => Sharp): Encoding[] {
  return [best, best - 15, best - 30, best - 45].map((quality) => (picture) => encode(quality, picture));
}
