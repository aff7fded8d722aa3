import { expect, test } from 'vitest';
import { findImportFormat } from '../../../src/knowledge/import/import-formats.ts';
import { readDocuments } from '../../../src/knowledge/import/read-documents.ts';

test('a line of 50,000 cells without an end is read in milliseconds', async () => {
  const format = findImportFormat('markdown');
  if (!format) throw new Error('There is no format for Markdown');
  const bytes = Buffer.from(`# Outage\n\n${'|a'.repeat(50_000)}\n`);
  const before = process.cpuUsage();
  await readDocuments(format, { path: 'a.md', bytes }, undefined);
  expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
});
