import { expect, test } from 'vitest';
import {
  findBestPassage,
  findSectionPassages,
  listMatchedWords,
} from '../../../src/knowledge/search/passage.ts';
import { UNSHOWN_ANCHOR } from '../../../src/knowledge/search/text-blocks.ts';

const words = ['Title', ...Array.from({ length: 60 }, (_, index) => `w${index}`)];

test('the best passage contains the most matches, with an ellipsis at each cut end', () => {
  const passage = findBestPassage({ title: 'Title', words, anchors: [] }, [3, 40, 42]);
  const shown = passage.map(({ text }) => text).join('');
  expect([shown.slice(0, 9), shown.slice(-7)]).toEqual(['… w30 w31', 'w58 w59']);
  expect(passage.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['w39', 'w41']);
});

test('the best passage is the beginning of the text if nothing matches', () => {
  const passage = findBestPassage({ title: 'Title', words: words.slice(0, 5), anchors: [] }, []);
  expect(passage).toEqual([{ text: 'w0 w1 w2 w3', marked: false }]);
});

test('adjacent matches are marked as one piece', () => {
  const passage = findBestPassage(
    { title: 'T', words: ['T', 'a', 'lock', 'file', 'b'], anchors: [] },
    [2, 3],
  );
  expect(passage).toEqual([
    { text: 'a ', marked: false },
    { text: 'lock file', marked: true },
    { text: ' b', marked: false },
  ]);
});

test('sections with a match are returned in the order of the page', () => {
  const anchors = [
    { at: 1, anchor: 'a', title: 'w0' },
    { at: 20, anchor: 'b', title: 'w19' },
    { at: 40, anchor: 'c', title: 'w39' },
  ];
  expect(findSectionPassages({ words, anchors }, [45, 46, 3]).map(({ anchor }) => anchor)).toEqual([
    'a',
    'c',
  ]);
});

const text = (words: string) => ['Title', ...words.split(' ')];
const show = (passage: readonly { text: string }[]) => passage.map((piece) => piece.text).join('');

test('a passage is whole sentences if they have room', () => {
  const words = text('It begins here. The lock file was left over. Jobs did not run.');
  const passage = findBestPassage({ title: 'Title', words, anchors: [] }, [5, 6]);
  expect(show(passage)).toBe('The lock file was left over. Jobs did not run.');
});

test('marks leave the punctuation around a word unmarked, and keep identifiers whole', () => {
  const words = text('It threw (std::bad_alloc), then stopped.');
  const passage = findBestPassage({ title: 'Title', words, anchors: [] }, [3]);
  expect(passage.filter(({ marked }) => marked).map((piece) => piece.text)).toEqual(['std::bad_alloc']);
});

test('names and misspellings, which the index has after the text, are in no passage and no section', () => {
  const words = text('What it does. Redsi. Rediss.');
  const anchors = [{ at: 4, anchor: UNSHOWN_ANCHOR, title: '' }];
  expect(show(findBestPassage({ title: 'Title', words, anchors }, [4]))).toBe('What it does.');
  expect(findSectionPassages({ words, anchors }, [4])).toEqual([]);
  expect(listMatchedWords({ words, anchors }, [4, 1])).toEqual(['what']);
});
