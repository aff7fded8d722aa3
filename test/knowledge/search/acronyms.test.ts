import { expect, test } from 'vitest';
import { findAcronyms } from '../../../src/knowledge/search/acronyms.ts';

test.each([
  ['The Interface Message Processor (IMP) failed.', ['IMP', 'Interface Message Processor']],
  ['a single point of failure (SPOF) remained', ['SPOF', 'single point of failure']],
  ['the BMC (Baseboard Management Controller) hung', ['BMC', 'Baseboard Management Controller']],
])('finds the acronym in: %s', (text, names) => {
  expect(findAcronyms(text)).toEqual([{ names, misspellings: [], type: 'acronym' }]);
});

test.each(['It was slow (VERY slow).', 'the server (US) was down', 'No form here (XYZ) at all'])(
  'finds no acronym in: %s',
  (text) => {
    expect(findAcronyms(text)).toEqual([]);
  },
);
