import { expect, test } from 'vitest';
import { decodeLanguages, encodeLanguages } from '../../../src/knowledge/search/foreign-language.ts';
import { FOREIGN_WORDS } from '../../../src/knowledge/search/foreign-words.ts';

const LANGUAGES = [
  {
    code: 'de',
    functionWords: ' der  die\n das ',
    entries: '\nqueue, backlog = Warteschlange, Schlange\nslow = langsam\n',
  },
  { code: 'fr', functionWords: 'le la', entries: 'slow = lent\nfull = plein, pleine' },
];

test('languages are encoded with each list of English words once', () => {
  expect(JSON.parse(encodeLanguages(LANGUAGES))).toEqual({
    languages: [
      ['de', 'der die das'],
      ['fr', 'le la'],
    ],
    entries: 'queue, backlog|Warteschlange, Schlange|\nslow|langsam|lent\nfull||plein, pleine',
  });
});

test('decoded languages are encoded as the same text', () => {
  const [german, french] = decodeLanguages(encodeLanguages(LANGUAGES));
  expect([german?.code, french?.code]).toEqual(['de', 'fr']);
  expect(decodeLanguages(encodeLanguages(FOREIGN_WORDS)).map(({ code }) => code)).toEqual(
    FOREIGN_WORDS.map(({ code }) => code),
  );
});
