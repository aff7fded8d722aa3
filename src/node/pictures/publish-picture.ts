/**
 * Creates the published copy of a picture, which contains its pixels and nothing else: no metadata, and no bytes that only
 * some programs read. sharp decodes and encodes all our formats. Libraries that cut metadata out of the file exist for
 * single formats, and leave what they do not know.
 */
import { extname } from 'node:path';
import sharp, { type Sharp } from 'sharp';

/** @param path tells the format */
export async function createPublishedPicture(path: string, bytes: Uint8Array): Promise<Uint8Array> {
  // The orientation is metadata too, so the pixels are turned.
  const picture = sharp(bytes, { animated: true }).autoOrient();
  return encode(picture, extname(path).toLowerCase(), bytes).toBuffer();
}

/** Charts have sharp edges, so the colours keep their full resolution. */
const QUALITY = { quality: 90, chromaSubsampling: '4:4:4' } as const;

/** From 0 to 9. With the default of 4, libaom takes four times as long. */
const AVIF_EFFORT = 2;

function encode(picture: Sharp, extension: string, bytes: Uint8Array): Sharp {
  if (extension === '.png') return picture.png({ compressionLevel: 9 });
  if (extension === '.gif') return picture.gif();
  if (extension === '.webp')
    return picture.webp({ quality: QUALITY.quality, lossless: isLosslessWebp(bytes) });
  if (extension === '.avif') return picture.avif({ ...QUALITY, quality: 70, effort: AVIF_EFFORT });
  return picture.jpeg(QUALITY);
}

/** RFC 9649, section 2.6: the chunk of a lossless picture. */
function isLosslessWebp(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes('VP8L');
}
