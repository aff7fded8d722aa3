import { describe, expect, test } from 'vitest';
import { createLexicon } from '../../../src/knowledge/search/create-lexicon.ts';
import { search } from '../../../src/knowledge/search/search.ts';
import type { SearchDocument } from '../../../src/knowledge/search/search-document.ts';
import { SearchLexicon } from '../../../src/knowledge/search/search-lexicon.ts';
import { WordFrequencies } from '../../../src/knowledge/search/word-frequencies.ts';
import { createAddresses } from '../../../src/knowledge/source/addresses.ts';
import { createMemoryEngine } from './memory-engine.ts';
import { createDocument, createTextSection, DOCUMENTS } from './small-documents.ts';

function searching(documents: readonly SearchDocument[]) {
  const searched = {
    engine: createMemoryEngine(documents, createAddresses('/')),
    lexicon: createLexicon(documents),
  };
  return (query: string, options = {}) => search(searched, query, options);
}

const ask = searching(DOCUMENTS);
const idsOf = async (query: string, options = {}) => (await ask(query, options)).results.map(({ id }) => id);

test('the best partial match is found where no page holds all words, and what is missing is said', async () => {
  const { results, missing } = await ask('mysql failover overloaded');
  expect(results[0]?.id).toBe('mysql-failover');
  expect(missing).toEqual(['overloaded']);
});

test('a word of which the vocabulary cannot tell is said to be in no page once it was looked for', async () => {
  const frequencies = new Map([['failover', 3]]);
  const partly = {
    engine: createMemoryEngine(DOCUMENTS, createAddresses('/')),
    lexicon: new SearchLexicon(new WordFrequencies(frequencies, DOCUMENTS.length, false), []),
  };
  expect((await search(partly, 'failover overlaoded batch')).unknown).toEqual(['overlaoded']);
  const narrowed = await search(partly, 'failover overlaoded', { filters: { kind: ['lesson'] } });
  expect(narrowed.unknown).toEqual([]);
});

test('a match in a title or a signal outranks one in passing', async () => {
  const [first, second] = await idsOf('cluster problems elasticsearch');
  expect([first, second]).toEqual(['note#cluster', 'elasticsearch']);
});

test('a lesson that postmortems support outranks one that none does', async () => {
  const ids = await idsOf('failover before you need it');
  expect(ids.indexOf('test-failover')).toBeLessThan(ids.indexOf('write-failover'));
});

test('a pasted line is recognised as a signal of a page', async () => {
  const { results, lines } = await ask('12:01:07 batch[88]: write error: No space left on device');
  expect(results[0]?.id).toBe('disk-full');
  expect(lines).toEqual([
    {
      text: '12:01:07 batch[88]: write error: No space left on device',
      number: 1,
      signatures: ['disk full'],
      signals: [
        {
          signal: 'write error: No space left on device',
          title: 'Logs fill a disk',
          href: '/postmortems/disk-full/',
        },
      ],
    },
  ]);
});

test('filters narrow, and a search without words shows what they let pass', async () => {
  expect(await idsOf('elasticsearch', { filters: { kind: ['service'] } })).toEqual(['elasticsearch']);
  expect(await idsOf('', { filters: { kind: ['tag'] } })).toEqual(['single-point-of-failure']);
});

test('results are grouped as a responder needs them', async () => {
  const { groups } = await ask('elasticsearch');
  expect(groups.map(({ id, results }) => [id, results.map((result) => result.id)])).toEqual([
    ['procedures', ['note#cluster']],
    ['postmortems', ['search-down']],
    ['lessons', ['elasticsearch']],
  ]);
});

test('the matching passage is marked, other names too, without the title above it', async () => {
  const [first] = (await ask('writes master')).results;
  expect(first?.passage.filter(({ marked }) => marked).map((piece) => piece.text)).toEqual([
    'primary',
    'master',
    'writes',
  ]);
  expect(first?.passage.map((piece) => piece.text).join('')).toBe(
    'The primary was cut off for 43 seconds. The new master lacked writes that the old one had.',
  );
});

test('a section that matches comes with the address of its anchor', async () => {
  const sections = [
    { anchor: 'timeline', title: 'Timeline', text: 'Nothing of note.' },
    { anchor: 'factors', title: 'Factors', text: 'The certificate had expired.' },
  ];
  const [first] = (
    await searching([createDocument({ id: 'cert', title: 'Add-ons stop', sections })])('certificate')
  ).results;
  expect(first?.sections.map(({ title, href }) => [title, href])).toEqual([
    ['Factors', '/postmortems/cert/#factors'],
  ]);
});

describe('only the closest there is', () => {
  test('is said where most of what was asked for is nowhere', async () => {
    expect((await ask('kafka consumer lag of the primary')).isClosest).toBe(true);
  });

  test('is not said of a page that holds it all', async () => {
    expect((await ask('mysql failover')).isClosest).toBe(false);
  });

  test('nothing at all is found for words that are nowhere', async () => {
    const { total, results, unknown } = await ask('kafka');
    expect([total, results, unknown]).toEqual([0, [], ['kafka']]);
  });
});

test('words that are neighbours in the query and in the page count more', async () => {
  const far = createDocument({
    id: 'far',
    title: 'One',
    sections: createTextSection(`lock ${'word '.repeat(40)} file`),
  });
  const near = createDocument({
    id: 'near',
    title: 'Two',
    sections: createTextSection(`word lock file ${'word '.repeat(40)}`),
  });
  const filler = Array.from({ length: 8 }, (_, index) =>
    createDocument({ id: `other-${index}`, title: `Other ${index}` }),
  );
  const { results } = await searching([far, near, ...filler])('lock file');
  expect(results.map(({ id }) => id)).toEqual(['near', 'far']);
});

test('an organization, a role and a ticket are found, and lead to where they stand', async () => {
  const actions = {
    anchor: 'actions',
    title: 'Action items',
    text: 'Buy disks.',
    asides: ['Operations', 'OPS-17'],
  };
  const search = searching([
    ...DOCUMENTS,
    createDocument({ id: 'disks', title: 'No disks', owners: ['Example'], sections: [actions] }),
  ]);
  const [ticket] = (await search('OPS-17')).results;
  expect([ticket?.id, ticket?.sections[0]?.title]).toEqual(['disks', 'Action items']);
  expect((await search('example operations')).results[0]?.id).toBe('disks');
  expect((await search('example operations')).unknown).toEqual([]);
});

test('a procedure has no sections of its own: its address leads to its section of the note', async () => {
  const [cluster] = (await ask('ES cluster problems')).results;
  expect(cluster?.href).toBe('/notes/note/#cluster');
  expect(cluster?.sections).toEqual([]);
});

test('an emergency procedure leads to its printable checklist on the site that it is from', async () => {
  const procedure = createDocument({
    kind: 'procedure',
    id: 'redis#restart',
    title: 'Redis is dead',
    checklist: 'procedures/redis/restart',
  });
  const searched = {
    engine: createMemoryEngine([procedure], createAddresses('https://example.org/kb/')),
    lexicon: createLexicon([procedure]),
  };
  const [result] = (await search(searched, 'redis dead')).results;
  expect(result?.href).toBe('https://example.org/kb/notes/redis/#restart');
  expect(result?.checklist).toBe('https://example.org/kb/checklists/procedures/redis/restart/');
});
