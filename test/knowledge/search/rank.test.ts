import { describe, expect, test } from 'vitest';
import { createLexicon } from '../../../src/knowledge/search/create-lexicon.ts';
import { TableLoader } from '../../../src/knowledge/search/query-tables.ts';
import { search } from '../../../src/knowledge/search/search.ts';
import type { SearchDocument } from '../../../src/knowledge/search/search-document.ts';
import { SearchLexicon } from '../../../src/knowledge/search/search-lexicon.ts';
import { WordFrequencies } from '../../../src/knowledge/search/word-frequencies.ts';
import { createAddresses } from '../../../src/knowledge/source/addresses.ts';
import { createTableLoader } from '../../../src/node/search/query-table-files.ts';
import { createMemoryEngine } from './memory-engine.ts';
import { createDocument, createTextSection, DOCUMENTS } from './small-documents.ts';

const tables = createTableLoader();

function createSearch(documents: readonly SearchDocument[]) {
  const index = {
    engine: createMemoryEngine(documents, createAddresses('/')),
    lexicon: createLexicon(documents),
    tables,
  };
  return (query: string, options = {}) => search(index, query, options);
}

const searchDocuments = createSearch(DOCUMENTS);
const findIds = async (query: string, options = {}) =>
  (await searchDocuments(query, options)).results.map(({ id }) => id);

test('finds the best partial match and reports the missing word if no page contains all words', async () => {
  const { results, missing } = await searchDocuments('mysql failover overloaded');
  expect(results[0]?.id).toBe('mysql-failover');
  expect(missing).toEqual(['overloaded']);
});

test('with incomplete word frequencies, reports an unknown word after looking it up without filters', async () => {
  const frequencies = new Map([['failover', 3]]);
  const index = {
    engine: createMemoryEngine(DOCUMENTS, createAddresses('/')),
    lexicon: new SearchLexicon(new WordFrequencies(frequencies, DOCUMENTS.length, false), []),
  };
  expect((await search(index, 'failover overlaoded batch')).unknown).toEqual(['overlaoded']);
  const filtered = await search(index, 'failover overlaoded', { filters: { kind: ['lesson'] } });
  expect(filtered.unknown).toEqual([]);
});

test('a match in a title or a signal outranks one in the text', async () => {
  const [first, second] = await findIds('cluster problems elasticsearch');
  expect([first, second]).toEqual(['note#cluster', 'elasticsearch']);
});

test('a lesson with evidence outranks one without', async () => {
  const ids = await findIds('failover before you need it');
  expect(ids.indexOf('test-failover')).toBeLessThan(ids.indexOf('write-failover'));
});

test('recognises a pasted line as a signal of a page', async () => {
  const { results, lines } = await searchDocuments(
    '12:01:07 batch[88]: write error: No space left on device',
  );
  expect(results[0]?.id).toBe('disk-full');
  expect(lines).toEqual([
    {
      text: '12:01:07 batch[88]: write error: No space left on device',
      number: 1,
      errors: ['Disk full'],
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

describe('a recognised error', () => {
  test('leads to a page that has none of its words', async () => {
    const document = createDocument({
      id: 'pool',
      title: 'The site is slow',
      sections: createTextSection('There were too many connections to the database.'),
    });
    const searchPages = createSearch([...DOCUMENTS, document]);
    const { results, errors, isErrorCovered } = await searchPages('FATAL: sorry, too many clients already');
    expect(results[0]?.id).toBe('pool');
    expect(errors.map(({ title, family }) => [title, family])).toEqual([
      ['Too many connections: PostgreSQL', 'Connection limits'],
    ]);
    expect(isErrorCovered).toBe(true);
  });

  test('that no page covers is named, and the nearest pages are only close results', async () => {
    const { errors, isErrorCovered, isClosest, total } = await searchDocuments(
      'x509: certificate has expired',
    );
    expect(errors[0]?.title).toBe('Certificate expired');
    expect({ isErrorCovered, total, isClosest }).toEqual({
      isErrorCovered: false,
      total: 0,
      isClosest: false,
    });
    const overflow = await searchDocuments('etcdserver: no leader, ENOSPC would be another');
    expect(overflow.errors.length).toBeGreaterThan(0);
  });

  describe('of one line leads to the page about its program, typed or pasted', () => {
    const procedure = (id: string, title: string, text: string) =>
      createDocument({ kind: 'procedure', id, title, sections: createTextSection(text) });
    const searchPages = createSearch([
      ...DOCUMENTS,
      procedure(
        'chef',
        'Set up Chef',
        'The clients of Chef are already set up. Too many of them at once are slow.',
      ),
      procedure('postgres', 'PostgreSQL does not answer', 'The main database. It has a pool.'),
      procedure('redis', 'Redis does not answer', 'Settings that are not in the database.'),
      createDocument({
        id: 'mongo',
        title: 'MongoDB does not start',
        signals: ['connect: connection refused by the primary'],
        sections: createTextSection('The settings in Redis were not lost.'),
      }),
    ]);
    test.each([
      ['FATAL: sorry, too many clients already', 'Too many connections: PostgreSQL', 'postgres'],
      ['ECONNREFUSED 127.0.0.1:6379', 'Connection refused, port 6379: Redis', 'redis'],
      [
        'dial tcp 10.0.1.7:5432: connect: connection refused',
        'Connection refused, port 5432: PostgreSQL',
        'postgres',
      ],
      ['ERR max number of clients reached', 'Too many clients: Redis', 'redis'],
      ['ERROR:  deadlock detected', 'Deadlock detected: PostgreSQL', 'postgres'],
    ])('%s', async (line, title, id) => {
      for (const query of [line, `2026-03-10 10:22:41 app[7]: ${line}`]) {
        const { results, errors, unknown } = await searchPages(query);
        expect([errors[0]?.title, results[0]?.id]).toEqual([title, id]);
        expect(unknown.filter((word) => /refused|clients|deadlock|\d/i.test(word))).toEqual([]);
      }
    });
  });

  test('is read as words if the table cannot be loaded', async () => {
    const index = {
      engine: createMemoryEngine(DOCUMENTS, createAddresses('/')),
      lexicon: createLexicon(DOCUMENTS),
      tables: new TableLoader(() => Promise.reject(new Error('offline'))),
    };
    const { errors, results } = await search(index, 'write error: No space left on device');
    expect(errors).toEqual([]);
    expect(results[0]?.id).toBe('disk-full');
  });
});

test('filters limit the results, and an empty query returns all pages that pass them', async () => {
  expect(await findIds('elasticsearch', { filters: { kind: ['service'] } })).toEqual(['elasticsearch']);
  expect(await findIds('', { filters: { kind: ['tag'] } })).toEqual(['single-point-of-failure']);
});

test('marks matches in the passage, including other names, and omits the title', async () => {
  const [first] = (await searchDocuments('writes master')).results;
  expect(first?.passage.filter(({ marked }) => marked).map((piece) => piece.text)).toEqual([
    'primary',
    'master',
    'writes',
  ]);
  expect(first?.passage.map((piece) => piece.text).join('')).toBe(
    'The primary was cut off for 43 seconds. The new master lacked writes that the old one had.',
  );
});

test('a matching section has the address of its anchor', async () => {
  const sections = [
    { anchor: 'timeline', title: 'Timeline', text: 'Nothing of note.' },
    { anchor: 'factors', title: 'Factors', text: 'The certificate had expired.' },
  ];
  const [first] = (
    await createSearch([createDocument({ id: 'cert', title: 'Add-ons stop', sections })])('certificate')
  ).results;
  expect(first?.sections.map(({ title, href }) => [title, href])).toEqual([
    ['Factors', '/postmortems/cert/#factors'],
  ]);
});

describe('isClosest', () => {
  test('is true if the pages match only a small part of the query', async () => {
    expect((await searchDocuments('kafka consumer lag of the primary')).isClosest).toBe(true);
  });

  test('is false for a page whose title names the program of a recognised error', async () => {
    const document = createDocument({ kind: 'procedure', id: 'postgres', title: 'PostgreSQL crashes' });
    const { results } = await createSearch([...DOCUMENTS, document])(
      'FATAL: sorry, too many clients already',
    );
    expect(results[0]).toMatchObject({ id: 'postgres', isClosest: false });
  });

  test('is false if a page matches the whole query', async () => {
    expect((await searchDocuments('mysql failover')).isClosest).toBe(false);
  });
});

test('finds nothing for a word that no page contains', async () => {
  const { total, results, unknown } = await searchDocuments('kafka');
  expect([total, results, unknown]).toEqual([0, [], ['kafka']]);
});

test('a page with the words next to each other outranks one with the words apart', async () => {
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
  const { results } = await createSearch([far, near, ...filler])('lock file');
  expect(results.map(({ id }) => id)).toEqual(['near', 'far']);
});

test('finds an organization, a role and a ticket in their sections', async () => {
  const actions = {
    anchor: 'actions',
    title: 'Action items',
    text: 'Buy disks.',
    asides: ['Operations', 'OPS-17'],
  };
  const searchAll = createSearch([
    ...DOCUMENTS,
    createDocument({ id: 'disks', title: 'No disks', owners: ['Example'], sections: [actions] }),
  ]);
  const [ticket] = (await searchAll('OPS-17')).results;
  expect([ticket?.id, ticket?.sections[0]?.title]).toEqual(['disks', 'Action items']);
  expect((await searchAll('example operations')).results[0]?.id).toBe('disks');
  expect((await searchAll('example operations')).unknown).toEqual([]);
});

test('a procedure has the address of its section in the note, and no sections of its own', async () => {
  const [cluster] = (await searchDocuments('ES cluster problems')).results;
  expect(cluster?.href).toBe('/notes/note/#cluster');
  expect(cluster?.sections).toEqual([]);
});

test('an emergency procedure has the address of its printable checklist on its own site', async () => {
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
