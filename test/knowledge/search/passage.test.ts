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

/** Returns a passage as text, with the marked pieces in brackets. */
const mark = (passage: readonly { text: string; marked: boolean }[]) =>
  passage.map((piece) => (piece.marked ? `[${piece.text}]` : piece.text)).join('');
const best = (content: string, locations: readonly number[], title = 'Title') =>
  mark(findBestPassage({ title, words: text(content), anchors: [] }, locations));
const repeat = (word: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${word}${at}`).join(' ');

test('words of the title are never in a passage', () => {
  const words = ['Title', 'two.', 'Text', 'here.'];
  expect(mark(findBestPassage({ title: ' Title  two.', words, anchors: [] }, [0, 1, 2]))).toBe(
    '[Text] here.',
  );
  expect(mark(findBestPassage({ title: 'Title two', words: ['Title'], anchors: [] }, [0]))).toBe('');
});

test('the sentence with the most matches is chosen, the first one of equals', () => {
  expect(best(`One match. ${repeat('a', 29)}. Two match here. ${repeat('b', 29)}.`, [2, 33, 34])).toBe(
    'Two [match here].',
  );
  expect(best(`One match. ${repeat('a', 29)}. Two match.`, [2, 33])).toBe('One [match].');
});

test('sentences before the best one are shown if they match and have room', () => {
  expect(best('First match. Second match here.', [2, 4, 5])).toBe('First [match]. Second [match here].');
  expect(best('First one. Second match here.', [4, 5])).toBe('Second [match here].');
  expect(best('A match. No. Second match here.', [2, 5, 6])).toBe('Second [match here].');
});

test('a passage has at most 30 words', () => {
  const end = 'Now it matches here.';
  expect(best(`${repeat('a', 25)} b. ${end}`, [1, 28, 30]).split(' ')).toHaveLength(30);
  expect(best(`${repeat('a', 26)} b. ${end}`, [1, 29, 31])).toBe('Now [it] matches [here].');
  expect(best(`Match ${repeat('a', 2)}. ${repeat('b', 26)} b.`, [1]).split(' ')).toHaveLength(30);
  expect(best(`Match ${repeat('a', 2)}. ${repeat('b', 27)} b.`, [1])).toBe('[Match] a0 a1.');
});

test('a sentence of 30 words is shown whole, and a longer one is cut around its matches', () => {
  expect(best(`${repeat('a', 29)} end.`, [30])).toBe(`${repeat('a', 29)} [end].`);
  expect(best(`${repeat('a', 30)} end.`, [1])).toBe(`[a0] ${repeat('a', 30).slice(3)} …`);
  expect(best(`${repeat('a', 30)} end.`, [31])).toBe(`… ${repeat('a', 30).slice(3)} [end].`);
  const long = best(`${repeat('a', 99)} end.`, [50, 75, 76]);
  expect(long.split(' ').slice(0, 6)).toEqual(['…', 'a45', 'a46', 'a47', 'a48', '[a49]']);
  expect(long.endsWith('[a74] …')).toBe(true);
});

test('a long sentence is cut so that the most matches are shown', () => {
  const cut = best(`${repeat('a', 99)} end.`, [10, 60, 61, 62]);
  expect(cut.startsWith('… a55 a56 a57 a58 [a59 a60 a61] a62')).toBe(true);
  expect(cut.endsWith('a84 …')).toBe(true);
});

test('marks of Chinese, Japanese and Korean words have no spaces in them', () => {
  const words = ['題', ...['接\u2060', '続\u2060', 'が', 'redis', '切\u2060', 'れた。']];
  expect(mark(findBestPassage({ title: '題', words, anchors: [] }, [1, 2, 5]))).toBe(
    '[接続]が redis [切]れた。',
  );
});

test('signs before and after a word stay unmarked, and separate marks', () => {
  expect(best('See "lock" file, (now).', [2, 3, 4])).toBe('See "[lock]" [file], ([now]).');
  expect(best('Use $HOME/x and C++ at 5% … yes.', [2, 4, 6, 7])).toBe(
    'Use [$HOME/x] and [C++] at [5% …] yes.',
  );
});

test('matched words are listed once, in lower case, without signs', () => {
  const words = text('Lock the (lock) File… —');
  expect(listMatchedWords({ words, anchors: [] }, [1, 3, 4, 5, 99])).toEqual(['lock', 'file', '—']);
});

test('the three sections with the most matches are returned, without their headings', () => {
  const anchors = ['a', 'b', 'c', 'd', ''].map((anchor, at) => ({ at: 1 + at * 4, anchor, title: 'Head' }));
  const words = ['Title', ...Array.from({ length: 20 }, (_, at) => (at % 4 === 0 ? 'Head' : `w${at}`))];
  const locations = [2, 6, 6, 7, 8, 10, 11, 12, 15, 16, 18, 19, 20];
  const sections = findSectionPassages({ words, anchors }, locations);
  expect(sections.map(({ anchor, passage }) => `${anchor}: ${mark(passage)}`)).toEqual([
    'b: [w5 w6 w7]',
    'c: [w9 w10 w11]',
    'd: w13 [w14 w15]',
  ]);
});

test('a section begins with its heading and ends before the next one', () => {
  const words = ['Title', 'Head', 'a', 'b', 'Head', 'c', 'd'];
  const anchors = [
    { at: 1, anchor: 'x', title: 'Head' },
    { at: 4, anchor: 'y', title: 'Head' },
  ];
  const sections = (locations: number[]) =>
    findSectionPassages({ words, anchors }, locations).map(
      ({ anchor, passage }) => `${anchor}: ${mark(passage)}`,
    );
  expect(sections([1])).toEqual(['x: a b']);
  expect(sections([3])).toEqual(['x: a [b]']);
  expect(sections([4])).toEqual(['y: c d']);
  expect(sections([0])).toEqual([]);
});

test('a passage ends where the next section begins', () => {
  const words = text('The lock file was left over. What was tried. Removing it.');
  const anchors = [{ at: 7, anchor: 'tried', title: 'What was tried.' }];
  expect(show(findBestPassage({ title: 'Title', words, anchors }, [2, 3]))).toBe(
    'The lock file was left over.',
  );
  expect(show(findBestPassage({ title: 'Title', words, anchors }, [10]))).toBe('Removing it.');
});
