import { describe, expect, test } from 'vitest';
import type { Dictionary } from '../../../../src/knowledge/check/dictionary.ts';
import { LESSON_HEAD, listPlaces, runRule } from '../../small-content.ts';

const KNOWN = ['start', 'services', 'boot', 'themselves', 'machines', 'reboot', 'server', 'text', "don't"];
const DICTIONARY: Dictionary = {
  has: (word) => KNOWN.includes(word.toLowerCase()),
  suggest: (word) => (word.startsWith('serv') ? 'server' : undefined),
};

const HEAD = LESSON_HEAD.replace('Services start by themselves.', 'Services start.');

function check(body: string, path = 'lessons/a.mdx', text = HEAD + body) {
  return runRule('known-word', { [path]: text }, { dictionary: DICTIONARY }).filter((problem) =>
    problem.path.endsWith(path),
  );
}
const listUnknown = (body: string) => check(body).map(({ message }) => /`(.*?)`/.exec(message)?.[1]);

test('reports an unknown word with its place, and suggests the nearest one', () => {
  const problems = check('The text of the servre.\n');
  expect(listPlaces(problems)).toEqual(['lessons/a.mdx:6:17-23']);
  expect(problems[0]?.hint).toBe('Did you mean `server`?');
});

test('checks words from four letters', () => {
  expect(listUnknown('abc abcd.\n')).toEqual(['abcd']);
});

describe('an apostrophe', () => {
  test.each(["servre's", 'servre’s', "servre'd", "servre'll", "servre're", "servre've"])(
    'does not belong to the word in %s',
    (written) => {
      const problems = check(`text ${written} text\n`);
      expect(listPlaces(problems)).toEqual(['lessons/a.mdx:6:6-12']);
    },
  );

  test.each(["server's", 'server’s', "don't", 'don’t'])('is accepted in %s', (written) => {
    expect(listUnknown(`text ${written} text\n`)).toEqual([]);
  });

  test('belongs to a word that only starts like a short form', () => {
    expect(listUnknown("text servre'seen text\n")).toEqual(["servre'seen"]);
  });

  test('counts towards no length', () => {
    expect(listUnknown("abc's abcd's\n")).toEqual(['abcd']);
  });
});

describe('a capital', () => {
  test.each(['text Servre text', 'the text (of Servre)', 'text, Servre'])(
    'marks a name within a sentence: %s',
    (text) => {
      expect(listUnknown(`${text}\n`)).toEqual([]);
    },
  );

  test.each([
    'Servre text',
    'text. Servre text',
    'text! Servre text',
    'text? Servre text',
    'text: Servre text',
    'text\n\nServre text',
    '- Servre text',
    '* Servre text',
    '## Servre text',
    'text (Servre)',
    'text "Servre"',
    'text “Servre”',
    'text *Servre*',
  ])('marks no name at the start of a sentence: %s', (text) => {
    expect(listUnknown(`${text}\n`)).toEqual(['Servre']);
  });

  test('within a word does not make it a name', () => {
    expect(listUnknown('servre text\n')).toEqual(['servre']);
  });
});

test('checks prose only', () => {
  expect(listUnknown('`servre` text servre\n')).toHaveLength(1);
  expect(check('', 'dictionary.txt', 'servre\n')).toEqual([]);
  expect(runRule('known-word', { 'lessons/a.mdx': `${HEAD}servre\n` }, {})).toEqual([]);
});

test('suggests words for the first ten unknown words, wherever they are', () => {
  const words = Array.from({ length: 11 }, (_, index) => `serv${'abcdefghijk'[index]}`);
  const hints = check(`${words.join(' ')} ${words[9]} ${words[10]}\n`).map(({ hint }) => hint !== undefined);
  expect(hints).toEqual([...Array.from({ length: 10 }, () => true), false, true, false]);
});
