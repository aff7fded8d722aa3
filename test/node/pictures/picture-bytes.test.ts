import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPictureError } from '../../../src/node/pictures/picture-bytes.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hindsight-pictures-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function check(name: string, bytes: Uint8Array | string): string | undefined {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return findPictureError(path);
}

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

test('accepts pictures with the bytes of their format', () => {
  expect(check('a.png', PNG)).toBeUndefined();
  expect(check('a.PNG', PNG)).toBeUndefined();
  expect(check('a.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBeUndefined();
  expect(check('a.gif', 'GIF89a')).toBeUndefined();
  expect(check('a.webp', 'RIFF1234WEBPVP8 ')).toBeUndefined();
  expect(check('a.avif', '1234ftypavif')).toBeUndefined();
});

test('rejects anything else under the name of a picture', () => {
  for (const name of ['b.png', 'b.jpg', 'b.jpeg', 'b.gif', 'b.webp', 'b.avif'])
    expect(check(name, '<html><script>')).toMatch(/^Unexpected bytes, expected a picture in the format /);
  expect(check('c.gif', PNG)).toBeDefined();
  expect(check('d.png', '')).toBeDefined();
});

test('reports a picture that vanished or is a folder', () => {
  expect(findPictureError(join(folder, 'gone.png'))).toBe(
    'Unexpected error ENOENT, expected a file that can be read',
  );
  expect(findPictureError(folder.replace(/$/, '/b.png/x.png'))).toBe(
    'Unexpected error ENOTDIR, expected a file that can be read',
  );
});

test('rejects a picture that is too large', () => {
  const bytes = new Uint8Array(5_000_001);
  bytes.set(PNG);
  expect(check('e.png', bytes)).toBe('Unexpected size of 5000001 bytes, expected at most 5000000');
});
