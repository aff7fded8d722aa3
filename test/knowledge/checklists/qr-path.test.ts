import { expect, test } from 'vitest';
import { createQrPath } from '../../../src/knowledge/checklists/qr-path.ts';

test('a QR code is one path of rectangles, a unit for each module, inside its quiet zone', () => {
  const { path, size } = createQrPath('https://hindsight.example.org/');
  expect(size).toBe(33);
  // Version 3 has 29 modules, and two on each side stay white. The upper edge of the first finder pattern is seven modules wide and begins behind the quiet zone.
  expect(path).toMatch(/^M2 2h7v1H2z/);
  expect(path).toMatch(/^(?:M\d+ \d+h\d+v1H\d+z)+$/);
});
