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
