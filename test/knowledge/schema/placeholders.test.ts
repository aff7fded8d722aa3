import { expect, test } from 'vitest';
import { createPlaceholders } from '../../../src/knowledge/schema/placeholders.ts';
import { DOCUMENT_SCHEMAS } from '../../../src/knowledge/source/document-file.ts';
import { VOCABULARY_SCHEMAS } from '../../../src/knowledge/source/vocabulary-file.ts';

const SCHEMAS = Object.entries({ ...DOCUMENT_SCHEMAS, ...VOCABULARY_SCHEMAS });

test.each(SCHEMAS)('placeholders of a %s pass its schema', (_, schema) => {
  const placeholders = createPlaceholders(schema, { title: 'x', sentence: 'Not yet.' });
  expect(schema.safeParse(placeholders)).toMatchObject({ success: true, data: { title: 'x' } });
});

test('claim nothing that is unknown', () => {
  expect(createPlaceholders(DOCUMENT_SCHEMAS.postmortem, { title: 'x', sentence: 'Not yet.' })).toEqual({
    title: 'x',
    summary: 'Not yet.',
    kind: 'incident',
    status: 'draft',
    severity: 'unknown',
    organization: 'unknown',
    started: 'XXXX',
    detection: { method: 'unknown' },
    trigger: 'unknown',
    impact: 'Not yet.',
  });
});

test('replace a title that is too long', () => {
  expect(
    createPlaceholders(DOCUMENT_SCHEMAS.lesson, { title: 'x'.repeat(61), sentence: 'Not yet.' }).title,
  ).toBe('Untitled');
});
