import { expect, test } from 'vitest';
import { DOCUMENT_PARTS, getDocumentPart } from '../../../src/knowledge/search/document-parts.ts';

test('each entry is in one of the parts, and the parts have about the same length', () => {
  const counts = Array.from({ length: DOCUMENT_PARTS }, () => 0);
  for (let index = 0; index < 6_400; index++) {
    const part = getDocumentPart({ kind: 'postmortem', id: `2026-01-02-queue-𝒳-${index}` });
    counts[part] = (counts[part] ?? Number.NaN) + 1;
  }
  expect(Math.min(...counts)).toBeGreaterThan(50);
  expect(Math.max(...counts)).toBeLessThan(200);
});
