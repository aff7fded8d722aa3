import { describe, expect, test } from 'vitest';
import { createLexicon } from '../../../src/knowledge/search/create-lexicon.ts';
import { GLOSSARY } from '../../../src/knowledge/search/glossary.ts';
import { createDocument, createTextSection } from './small-documents.ts';

describe('the words of a lexicon', () => {
  test('are those of all texts of the pages, with the number of pages', () => {
    const section = { anchor: 'a', title: 'Heading', text: 'Running text', asides: ['Aside'] };
    const { wordFrequencies } = createLexicon([
      createDocument({
        id: 'a',
        title: 'Title',
        summary: 'Summary words',
        aliases: ['Alias'],
        misspellings: ['misspeling'],
        signals: ['signal_line'],
        owners: ['Owner'],
        sections: [section],
      }),
      createDocument({ id: 'b', title: 'Title title', summary: 'running' }),
    ]);
    const counts = wordFrequencies.words.map((word) => [word, wordFrequencies.getFrequency(word)]);
    expect(counts).toEqual([
      ['alias', 1],
      ['aside', 1],
      ['heading', 1],
      ['line', 1],
      ['owner', 1],
      ['running', 2],
      ['signal', 1],
      ['signal_line', 1],
      ['summary', 1],
      ['text', 1],
      ['title', 2],
      ['words', 1],
    ]);
    expect([wordFrequencies.pages, wordFrequencies.complete]).toEqual([2, true]);
  });

  test('are the letters of Chinese, Japanese and Korean text', () => {
    const { wordFrequencies } = createLexicon([createDocument({ id: 'a', title: '接続障害' })]);
    expect(wordFrequencies.words).toEqual(['害', '接', '続', '障'].sort());
  });

  test('are without rare words of running text if there are more than 20,000', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => `w${toLetters(index)}`).join(' ');
    const documents = (count: number) => [
      createDocument({
        id: 'a',
        title: 'Title',
        aliases: ['Alias'],
        signals: ['Signal'],
        summary: 'Summary 障',
        sections: createTextSection(`twice ${many(count)}`),
      }),
      createDocument({ id: 'b', title: 'twice' }),
    ];
    const complete = createLexicon(documents(20_000 - 6)).wordFrequencies;
    expect([complete.words.length, complete.complete]).toEqual([20_000, true]);
    const partial = createLexicon(documents(20_001 - 6)).wordFrequencies;
    expect([partial.words, partial.complete]).toEqual([['alias', 'signal', 'title', 'twice', '障'], false]);
  });

  test('are without words on one page of 2,000 if there are more than 20,000', () => {
    const texts = ['twice', 'twice', 'thrice', 'thrice', 'thrice'];
    const documents = Array.from({ length: 5000 }, (_, index) => {
      const filler = Array.from({ length: 5 }, (_, at) => `w${toLetters(index * 5 + at)}`).join(' ');
      const text = `${texts[index] ?? ''} ${filler}`;
      return createDocument({ id: `d${index}`, title: '', sections: createTextSection(text) });
    });
    expect(createLexicon(documents).wordFrequencies.words).toEqual(['thrice']);
  });
});

function toLetters(index: number): string {
  return [...String(index).padStart(5, '0')].map((digit) => 'abcdefghij'[Number(digit)]).join('');
}

/** Returns the groups of a lexicon without those of the glossary. */
function listOwnGroups(documents: Parameters<typeof createLexicon>[0]) {
  const types = new Set(GLOSSARY.map(({ type }): string => type));
  return createLexicon(documents).groups.filter(({ type }) => !types.has(type));
}

describe('the names of a lexicon', () => {
  test('are those of services, recurring issues and activities', () => {
    const kinds = ['service', 'tag', 'activity', 'organization', 'lesson'] as const;
    const documents = kinds.map((kind) =>
      createDocument({
        kind,
        id: kind,
        title: `A ${kind}`,
        aliases: [`the ${kind}`],
        misspellings: [`${kind}x`],
      }),
    );
    expect(listOwnGroups(documents)).toEqual(
      (['service', 'tag', 'activity'] as const).map((kind) => ({
        names: [`A ${kind}`, `the ${kind}`],
        misspellings: [`${kind}x`],
        type: kind,
      })),
    );
  });

  test('are also the short forms that texts explain, each once', () => {
    const text = 'The Interface Message Processor (IMP) and the Network Control Program (NCP) stopped.';
    const documents = ['a', 'b'].map((id) =>
      createDocument({ id, title: id, sections: createTextSection(text) }),
    );
    expect(listOwnGroups(documents).map(({ names }) => names)).toEqual([
      ['IMP', 'Interface Message Processor'],
      ['NCP', 'Network Control Program'],
    ]);
  });
});

test('the spellings of a lexicon are the words with letters that queries are read without', () => {
  const { spellings } = createLexicon([
    createDocument({ id: 'a', title: 'Störung der Straße', summary: 'Die straße, GROẞ und groß' }),
  ]);
  expect([...spellings]).toEqual([
    ['strasse', ['straße']],
    ['gross', ['groß']],
  ]);
});
