import { expect, test } from 'vitest';
import { GLOSSARY } from '../../../src/knowledge/search/glossary.ts';
import { toNameKey } from '../../../src/knowledge/search/tokens.ts';

test('every group of the glossary has at least two different names', () => {
  const invalid = GLOSSARY.filter(({ names }) => names.length < 2 || new Set(names).size < names.length);
  expect(invalid).toEqual([]);
  expect(GLOSSARY.flatMap(({ names }) => names).filter((name) => toNameKey(name) === '')).toEqual([]);
});

test('knows at least 400 short forms, each in one group only', () => {
  const shortForms = GLOSSARY.filter(({ type }) => type === 'short-form').map(({ names }) => names[0]);
  expect(shortForms.length).toBeGreaterThanOrEqual(400);
  expect(shortForms.filter((name, index) => shortForms.indexOf(name) !== index)).toEqual([]);
});
