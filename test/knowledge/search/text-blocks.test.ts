import { expect, test } from 'vitest';
import { toPageWords, toTextBlocks, UNSHOWN_ANCHOR } from '../../../src/knowledge/search/text-blocks.ts';
import { createDocument } from './small-documents.ts';

const FULL = createDocument({
  id: 'a',
  title: 'Title',
  summary: 'Summary',
  aliases: ['Alias', ' '],
  misspellings: ['Alais'],
  signals: ['Signal'],
  everydayWords: ['A caller'],
  owners: ['Owner'],
  sections: [
    { anchor: 'x', title: 'Heading', text: 'One\n\nTwo', asides: ['Aside'] },
    { anchor: 'y', title: '', text: 'Three' },
    { anchor: '', title: 'Plain', text: '' },
  ],
});

test('lists the texts of a document in the order of the page, with weights and anchors', () => {
  expect(toTextBlocks(FULL)).toEqual([
    { type: 'title', text: 'Title', weight: 7 },
    { type: 'text', text: 'Summary', weight: 3 },
    { type: 'heading', text: 'What was seen', weight: 1, anchor: 'signals' },
    { type: 'text', text: 'Signal', weight: 5 },
    { type: 'text', text: 'A caller', weight: 2 },
    { type: 'heading', text: 'Heading', weight: 1, anchor: 'x' },
    { type: 'text', text: 'One', weight: 1 },
    { type: 'text', text: 'Two', weight: 1 },
    { type: 'text', text: 'Aside', weight: 0.3 },
    { type: 'text', text: 'Three', weight: 1 },
    { type: 'heading', text: 'Plain', weight: 1 },
    { type: 'text', text: 'Alias', weight: 5, anchor: UNSHOWN_ANCHOR },
    { type: 'text', text: 'Alais', weight: 1 },
    { type: 'text', text: 'Owner', weight: 0.3 },
  ]);
});

test('has no heading for signals and no unshown words if there are none', () => {
  expect(toTextBlocks(createDocument({ id: 'a', title: 'Title' }))).toEqual([
    { type: 'title', text: 'Title', weight: 7 },
  ]);
});

test('splits the same text into words, with a full stop after each block', () => {
  const document = createDocument({
    id: 'a',
    title: 'A title ',
    sections: [{ anchor: 'x', title: 'Why?', text: 'One. two  three: \nAnd:' }],
    owners: ['Owner'],
  });
  expect(toPageWords(document)).toEqual({
    words: ['A', 'title.', 'Why?', 'One.', 'two', 'three:', 'And:', 'Owner.'],
    anchors: [
      { at: 2, anchor: 'x', title: 'Why?' },
      { at: 7, anchor: UNSHOWN_ANCHOR, title: '' },
    ],
  });
});

test('has Chinese, Japanese and Korean letters as words', () => {
  const { words } = toPageWords(createDocument({ id: 'a', title: '接続 ＯＫ' }));
  expect(words.map((word) => word.replace('\u2060', ''))).toEqual(['接', '続', 'OK.']);
});
