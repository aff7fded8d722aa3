import { expect, test } from 'vitest';
import { createQrPath } from '../../../src/knowledge/checklists/qr-code.ts';

test('draws a QR code as one path of rectangles inside a quiet zone', () => {
  const { path, size } = createQrPath('https://hindsight.example.org/');
  expect(size).toBe(33);
  // Version 3 has 29 modules, plus two white ones on each side. The first finder pattern is seven modules wide.
  expect(path).toMatch(/^M2 2h7v1H2z/);
  expect(path).toMatch(/^(?:M\d+ \d+h\d+v1H\d+z)+$/);
});
