import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { inspectPicture } from '../../../src/node/pictures/inspect-pictures.ts';
import { createPublishedPicture } from '../../../src/node/pictures/publish-picture.ts';
import { createPicture, createPlantedPictures } from './planted-pictures.ts';

const pictures = await createPlantedPictures();

function hasText(bytes: Uint8Array, text: string): boolean {
  const buffer = Buffer.from(bytes);
  return buffer.includes(text) || buffer.includes(Buffer.from(text, 'utf16le'));
}

describe('publishes nothing but the pixels of', () => {
  test.each(pictures)('$name', async ({ name, bytes, texts }) => {
    const published = await createPublishedPicture(name, bytes);
    for (const text of texts) {
      expect(hasText(bytes, text)).toBe(true);
      expect(hasText(published, text)).toBe(false);
    }
    expect(await inspectPicture(published)).toEqual({
      picture: { text: '', hasPlace: false, personFields: [] },
    });
    const { exif, xmp, iptc, icc, comments, orientation } = await sharp(published).metadata();
    expect({ exif, xmp, iptc, icc, comments, orientation }).toEqual({});
  });
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('turns the pixels as orientation %i says', async (orientation) => {
  const corner = Buffer.alloc(32 * 16 * 3, 255);
  for (let y = 0; y < 8; y++) corner.fill(0, y * 32 * 3, (y * 32 + 8) * 3);
  const raw = { raw: { width: 32, height: 16, channels: 3 } } as const;
  const photo = await sharp(corner, raw).withMetadata({ orientation }).png().toBuffer();
  const shown = await sharp(photo).autoOrient().raw().toBuffer({ resolveWithObject: true });
  const published = await createPublishedPicture('photo.png', photo);
  const { data, info } = await sharp(published).raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual(orientation < 5 ? [32, 16] : [16, 32]);
  expect(data.equals(shown.data)).toBe(true);
  expect((await sharp(published).metadata()).orientation).toBeUndefined();
});

test('keeps every pixel of a PNG and of a lossless WebP', async () => {
  const picture = await createPicture()
    .composite([{ input: await createPicture({ width: 3, height: 3 }).negate().png().toBuffer() }])
    .png()
    .toBuffer();
  const pixels = await sharp(picture).removeAlpha().raw().toBuffer();
  const png = await createPublishedPicture('a.png', picture);
  expect((await sharp(png).removeAlpha().raw().toBuffer()).equals(pixels)).toBe(true);
  const webp = await createPublishedPicture(
    'a.webp',
    await sharp(picture).webp({ lossless: true }).toBuffer(),
  );
  expect((await sharp(webp).removeAlpha().raw().toBuffer()).equals(pixels)).toBe(true);
});

test('keeps the format and the frames of an animation', async () => {
  const frames = [await createPicture().png().toBuffer(), await createPicture().negate().png().toBuffer()];
  for (const format of ['gif', 'webp'] as const) {
    const animation = await sharp(frames, { join: { animated: true } })
      [format]({ delay: [200, 300], loop: 3 })
      .toBuffer();
    const published = await createPublishedPicture(`a.${format}`, animation);
    expect(await sharp(published, { animated: true }).metadata()).toMatchObject({
      format,
      pages: 2,
      delay: [200, 300],
      loop: 3,
    });
  }
});

/** Pixels that a program can only store as they are, and the same ones each time. */
function createNoise(width: number, height: number, channels: number): Buffer {
  const noise = Buffer.alloc(width * height * channels);
  let state = 1;
  for (let at = 0; at < noise.length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    noise[at] = state >>> 24;
  }
  return noise;
}

test('keeps a lossy WebP lossy, although its metadata contain the name of a lossless chunk', async () => {
  const raw = { raw: { width: 800, height: 800, channels: 3 } } as const;
  const picture = sharp(createNoise(800, 800, 3), raw).withExif({ IFD0: { ImageDescription: 'VP8L' } });
  const lossy = await picture.webp({ quality: 5 }).toBuffer();
  expect(lossy.includes('VP8L')).toBe(true);
  const published = await createPublishedPicture('a.webp', lossy);
  expect(published.length).toBeLessThan(1_000_000);
});

test.each(['jpg', 'webp', 'avif'] as const)('does not let a %s of low quality grow', async (format) => {
  const raw = { raw: { width: 2_000, height: 2_000, channels: 3 } } as const;
  const options = { quality: 5, effort: 0 };
  const picture = sharp(createNoise(2_000, 2_000, 3), raw);
  const low = await (format === 'jpg' ? picture.jpeg({ quality: 5 }) : picture[format](options)).toBuffer();
  const published = await createPublishedPicture(`a.${format}`, low);
  expect(published.length).toBeLessThanOrEqual(Math.max(2 * low.length, 1_000_000));
});

test('filters the lines of a PNG that grows without that', async () => {
  const [width, height] = [1_000, 1_000];
  // Each line is the one before it plus one, which is short only as a difference.
  const line = createNoise(width, 1, 3);
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at++)
    pixels[at] = (line[at % line.length] ?? 0) + Math.floor(at / line.length);
  const raw = { raw: { width, height, channels: 3 } } as const;
  const picture = await sharp(pixels, raw).png({ compressionLevel: 9, adaptiveFiltering: true }).toBuffer();
  const published = await createPublishedPicture('a.png', picture);
  expect(published.length).toBeLessThanOrEqual(Math.max(2 * picture.length, 1_000_000));
  expect((await sharp(published).raw().toBuffer()).equals(pixels)).toBe(true);
});

test('refuses a picture that no encoding makes small enough', async () => {
  const raw = { raw: { width: 2_000, height: 2_000, channels: 3 } } as const;
  const picture = await sharp(createNoise(2_000, 2_000, 3), raw)
    .png()
    .toBuffer();
  // A message about 12 MB of bytes would take the memory of the test.
  const message = await createPublishedPicture('a.png', picture).then(
    ({ length }) => `published ${length} bytes`,
    (error: Error) => error.message,
  );
  expect(message).toMatch(
    /^The picture `a\.png` would be published with 12\d{6} bytes, expected at most 10000000\. Save it with fewer pixels, or a photo as JPEG\.$/,
  );
});
