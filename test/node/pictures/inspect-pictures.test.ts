import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkContent } from '../../../src/node/check-content.ts';
import { readContentToCheck } from '../../../src/node/content-folder.ts';
import { inspectPicture, inspectPictures } from '../../../src/node/pictures/inspect-pictures.ts';
import { NOTE_HEAD, SMALL_FILES } from '../../knowledge/small-content.ts';
import {
  addToPng,
  compressText,
  createPicture,
  createPlantedPictures,
  PLANTED_SECRET,
} from './planted-pictures.ts';

async function inspect(bytes: Uint8Array) {
  const inspected = await inspectPicture(bytes);
  return 'readError' in inspected ? inspected.readError : inspected.picture;
}

const pictures = await createPlantedPictures();

describe('reads the metadata of', () => {
  test.each(pictures)('$name', async ({ bytes }) => {
    expect(await inspect(bytes)).toMatchObject({ text: expect.stringContaining(PLANTED_SECRET) });
  });
});

test.each(['photo.jpg', 'photo.png', 'photo.webp', 'photo.avif'])(
  'finds the place and the people of %s',
  async (name) => {
    const { bytes } = pictures.find((picture) => picture.name === name) ?? {};
    expect(await inspect(bytes ?? Buffer.of())).toMatchObject({
      hasPlace: true,
      personFields: ['Artist', 'creator'],
    });
  },
);

test.each(['png', 'jpeg', 'webp', 'avif', 'gif'] as const)(
  'finds nothing in a %s picture of pixels only',
  async (format) => {
    const found = await inspect(await createPicture({ width: 400, height: 300 }).toFormat(format).toBuffer());
    expect(found).toMatchObject({ hasPlace: false, personFields: [] });
  },
);

test('finds no secrets among the pixels of noise', async () => {
  const noise = {
    create: { width: 900, height: 900, channels: 3, background: 'white', noise: NOISE },
  } as const;
  for (const format of ['png', 'jpeg', 'webp'] as const) {
    const bytes = await sharp(noise).toFormat(format).toBuffer();
    const problems = await checkPictures({ 'notes/graph.png': await toPng(bytes) });
    expect(problems).toEqual([]);
  }
});

const NOISE = { type: 'gaussian', mean: 128, sigma: 60 } as const;

function toPng(bytes: Uint8Array): Promise<Buffer> {
  return sharp(bytes).png().toBuffer();
}

test('reports a picture that vanished after the folder was listed', async () => {
  expect(await inspectPictures([{ path: 'gone.png' }, { path: 'a.mdx', text: '' }], tmpdir())).toEqual([
    { path: 'gone.png', readError: 'Unexpected error ENOENT, expected a file that can be read' },
    { path: 'a.mdx', text: '' },
  ]);
});

describe('rejects', () => {
  test.each(['png', 'jpeg', 'webp', 'avif', 'gif'] as const)(
    'a %s picture that is cut off',
    async (format) => {
      const bytes = await createPicture({ width: 400, height: 300 }).toFormat(format).toBuffer();
      const message = 'Unexpected bytes, expected a complete picture: this one is cut off or damaged';
      for (const part of [0.3, 0.7, 0.95])
        expect(await inspect(bytes.subarray(0, Math.floor(bytes.length * part)))).toBe(message);
    },
  );

  test('a picture with too many pixels in a row', async () => {
    const bytes = await createPicture({ width: 12_001, height: 10 }).png().toBuffer();
    expect(await inspect(bytes)).toBe(
      'Unexpected size of 12001 × 10 pixels, expected at most 12000 a side and 40 million in total',
    );
  });

  test('a small file with too many pixels, without decoding it', async () => {
    const bytes = await createPicture({ width: 11_000, height: 11_000 })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bytes.length).toBeLessThan(2_000_000);
    expect(await inspect(bytes)).toMatch(/^Unexpected size of 11000 × 11000 pixels/);
  });

  test('an AVIF picture that takes the build long to write', async () => {
    const bytes = await createPicture({ width: 4_000, height: 2_100 }).avif({ effort: 0 }).toBuffer();
    expect(await inspect(bytes)).toBe(
      'Unexpected size of 4000 × 2100 pixels, expected at most 12000 a side and 8 million in total for AVIF',
    );
  });

  test('an animation whose frames together have too many pixels', async () => {
    const frame = createPicture({ width: 5_000, height: 5_000 });
    const frames = [await frame.png().toBuffer(), await frame.negate().png().toBuffer()];
    const bytes = await sharp(frames, { join: { animated: true }, limitInputPixels: false })
      .gif({ effort: 1 })
      .toBuffer();
    expect(await inspect(bytes)).toMatch(/^Unexpected size of 5000 × 5000 pixels in 2 frames/);
  });

  const TOO_MUCH_METADATA =
    'Unexpected length of the metadata, expected at most 1000000 characters: save the picture again without them';

  test('a small file with megabytes of compressed text, without decompressing all of it', async () => {
    const bytes = await createPicture().png().toBuffer();
    const block = compressText('a'.repeat(100_000_000));
    expect(block.length).toBeLessThan(200_000);
    const before = process.cpuUsage();
    expect(await inspect(addToPng(bytes, [block, block, block]))).toBe(TOO_MUCH_METADATA);
    expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
  });

  test('many blocks of compressed text that together are too long', async () => {
    const bytes = await createPicture().png().toBuffer();
    const block = compressText('a'.repeat(300_000));
    expect(await inspect(addToPng(bytes, [block]))).toMatchObject({ hasPlace: false });
    expect(await inspect(addToPng(bytes, Array<Buffer>(4).fill(block)))).toBe(TOO_MUCH_METADATA);
  });

  test('text behind the picture that is too long to search', async () => {
    const bytes = await createPicture().gif().toBuffer();
    expect(await inspect(Buffer.concat([bytes, Buffer.alloc(1_000_001, 'a.')]))).toBe(TOO_MUCH_METADATA);
  });
});

async function checkPictures(files: Readonly<Record<string, Uint8Array>>, body = '![Load](./graph.png)') {
  const folder = join(mkdtempSync(join(tmpdir(), 'hindsight-pictures-')), 'content');
  onTestFinished(() => rmSync(join(folder, '..'), { recursive: true }));
  const note = `${NOTE_HEAD}\n${body}\n`;
  for (const [path, content] of Object.entries({ ...SMALL_FILES, 'notes/x.mdx': note, ...files })) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const { problems } = await checkContent(await readContentToCheck(folder));
  return problems
    .filter(({ path }) => !path.endsWith('.mdx') && !path.endsWith('.yaml'))
    .map(({ rule, severity, path, message, hint = '' }) =>
      [severity, rule, path.slice(path.indexOf('content/')), message, hint].join(' | '),
    );
}

const findPlanted = (name: string) => pictures.find((picture) => picture.name === name)?.bytes ?? Buffer.of();

describe('the check', () => {
  test('reports secrets, places and people in metadata', async () => {
    const [place, person, secret] = await checkPictures({ 'notes/graph.png': findPlanted('photo.png') });
    expect(secret).toContain('error | no-secret | content/notes/graph.png | Unexpected');
    expect(secret).toContain('in the metadata, expected none');
    expect(place).toContain('warning | no-picture-metadata | content/notes/graph.png | Unexpected place');
    expect(person).toContain(
      'Unexpected name in the metadata of a picture (`Artist`, `creator`), expected none',
    );
    expect([place, person, secret].join()).not.toMatch(/Arthur|Q3EGR7/);
  });

  test('reports a secret in a file name, and does not print it', async () => {
    const picture = await createPicture().png().toBuffer();
    const problems = await checkPictures(
      { [`notes/${PLANTED_SECRET}.png`]: picture },
      `![Load](./${PLANTED_SECRET}.png)`,
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^error \| no-secret \| content\/notes\/AKIA•+\.png \| .* in the file name/);
    expect(problems[0]).not.toContain(PLANTED_SECRET);
  });

  test('reports personal data in a file name, and characters that nobody sees', async () => {
    const picture = await createPicture().png().toBuffer();
    const rules = async (name: string) =>
      (await checkPictures({ [`notes/${name}`]: picture })).map((problem) => problem.split(' | ')[1]);
    expect(await rules('jo@acme.io.png')).toContain('no-personal-data');
    expect(await rules('gra\u200bph.png')).toContain('valid-file-name');
    expect(await rules('graph \u202egnp.png')).toContain('valid-file-name');
    expect(await rules('COM1.png')).toContain('valid-file-name');
    expect(await rules('graph.PNG')).toContain('valid-file-name');
  });

  test('rejects a picture that no page in its folder shows', async () => {
    const picture = await createPicture().png().toBuffer();
    const problems = await checkPictures({
      'notes/graph.png': picture,
      'notes/other.png': picture,
      'lessons/graph.png': picture,
      'notes/deeper/graph.png': picture,
    });
    const message = 'Unexpected picture that no page shows, expected a page in its folder that does';
    expect(problems).toEqual([
      `error | no-unused-picture | content/lessons/graph.png | ${message} | Write \`![What it shows](./graph.png)\` in the page, or delete \`lessons/graph.png\`.`,
      `error | no-unused-picture | content/notes/deeper/graph.png | ${message} | Write \`![What it shows](./graph.png)\` in the page, or delete \`notes/deeper/graph.png\`.`,
      `error | no-unused-picture | content/notes/other.png | ${message} | Write \`![What it shows](./other.png)\` in the page, or delete \`notes/other.png\`.`,
    ]);
  });

  test('takes a picture as shown by a definition, with an escape, and in a body that cannot be read', async () => {
    const picture = await createPicture().png().toBuffer();
    for (const body of [
      '![Load][g]\n\n[g]: ./graph.png',
      '![Load](./gr&#97;ph.png)',
      '![Load](./graph.png)\n\n<https://example.org>',
      `![Load](./graph.png)\n\n${'> '.repeat(200)}`,
    ])
      expect(await checkPictures({ 'notes/graph.png': picture }, body)).toEqual([]);
  });

  test('rejects a picture that is cut off', async () => {
    const picture = await createPicture().png().toBuffer();
    const problems = await checkPictures({ 'notes/graph.png': picture.subarray(0, -30) });
    expect(problems[0]).toContain('error | no-unreadable-file | content/notes/graph.png | Unexpected bytes');
  });

  test('allows a secret in metadata that is safe to publish', async () => {
    const [, , secret = ''] = await checkPictures({ 'notes/graph.png': findPlanted('photo.png') });
    const fingerprint = /fingerprint: (\w+)/.exec(secret)?.[1];
    const allowed = `- { file: notes/graph.png, fingerprint: '${fingerprint}', reason: An example }\n`;
    const problems = await checkPictures({
      'notes/graph.png': findPlanted('photo.png'),
      'allowed-secrets.yaml': Buffer.from(allowed),
    });
    expect(problems.filter((problem) => problem.startsWith('error'))).toEqual([]);
  });
});
