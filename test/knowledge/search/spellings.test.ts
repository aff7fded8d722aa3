import { expect, test } from 'vitest';
import { findSpellings, listSpellings, toSpellings } from '../../../src/knowledge/search/spellings.ts';

test('finds words with letters that have no decomposition, in lower case', () => {
  expect([...findSpellings(['Die Straße am Strand', 'nichts', 'Smørrebrød, STRAßE'])]).toEqual([
    'straße',
    'smørrebrød',
  ]);
});

test('lists a text with each spelling of the pages', () => {
  const spellings = toSpellings(['straße', 'groß', 'größ', 'grōß']);
  expect(listSpellings('grosse strasse', spellings)).toEqual(['grosse strasse', 'grosse straße']);
  expect(listSpellings('gross strasse', spellings)).toEqual([
    'gross strasse',
    'groß strasse',
    'größ strasse',
    'grōß strasse',
    'gross straße',
  ]);
  expect(listSpellings('redis', spellings)).toEqual(['redis']);
});
