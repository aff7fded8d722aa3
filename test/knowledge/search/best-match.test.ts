import { describe, expect, test } from 'vitest';
import type { ProcedureMark } from '../../../src/knowledge/schema/procedure-marks.ts';
import { canBeBest, putBestFirst } from '../../../src/knowledge/search/best-match.ts';
import { createLexicon } from '../../../src/knowledge/search/create-lexicon.ts';
import { search } from '../../../src/knowledge/search/search.ts';
import type { Page } from '../../../src/knowledge/search/search-engine.ts';
import { LIMITS } from '../../../src/knowledge/search/weights.ts';
import { createAddresses } from '../../../src/knowledge/source/addresses.ts';
import { createTableLoader } from '../../../src/node/search/query-table-files.ts';
import { createMemoryEngine } from './memory-engine.ts';
import { createDocument, createTextSection } from './small-documents.ts';

interface ResultFacts {
  readonly share?: number;
  readonly signals?: readonly string[];
  readonly coversError?: boolean;
  readonly matchesQuestion?: boolean;
  readonly isAboutProgram?: boolean;
  readonly isClosest?: boolean;
}

const NO_FACTS = {
  share: 0.5,
  signals: [],
  coversError: false,
  matchesQuestion: false,
  isAboutProgram: false,
  isClosest: false,
};

function createResult(id: string, marks: readonly ProcedureMark[] = [], facts: ResultFacts = {}) {
  const page: Page = {
    id,
    address: `/${id}/`,
    title: id,
    aliases: [],
    signals: [],
    words: [],
    anchors: [],
    evidence: 0,
    marks,
  };
  return { page, ...NO_FACTS, ...facts };
}

const listIds = (...results: ReturnType<typeof createResult>[]) =>
  putBestFirst(results).map(({ page }) => page.id);

describe('the best match', () => {
  const plain = createResult('plain');

  test('is the result with the highest score', () => {
    expect(listIds(createResult('first'), plain)).toEqual(['first', 'plain']);
    expect(canBeBest(createResult('first'))).toBe(true);
  });

  test('is a destructive procedure only if it matches the question, nearly all of the query, or a signal', () => {
    const isBest = (facts: ResultFacts) => {
      const result = createResult('delete', ['destructive'], facts);
      const isFirst = listIds(result, plain)[0] === 'delete';
      expect(canBeBest(result)).toBe(isFirst);
      return isFirst;
    };
    expect(isBest({ share: 0.89 })).toBe(false);
    expect(isBest({ share: 0.9 })).toBe(true);
    expect(isBest({ matchesQuestion: true })).toBe(true);
    expect(isBest({ signals: ['OOM command not allowed'] })).toBe(true);
    expect(canBeBest(createResult('delete', ['destructive'], { share: 1, isClosest: true }))).toBe(false);
  });

  test('is not a page about another program than that of the recognised error', () => {
    const destructive = createResult('postgres', ['destructive'], { isAboutProgram: true });
    const other = createResult('mongo', [], { share: 1, coversError: true });
    const same = createResult('postgres note', [], { isAboutProgram: true });
    expect(listIds(destructive, other)).toEqual(['postgres', 'mongo']);
    expect(listIds(destructive, other, same)).toEqual(['postgres note', 'postgres', 'mongo']);
    expect(listIds(createResult('delete', ['destructive']), other)).toEqual(['mongo', 'delete']);
  });

  test('is not a page that only names the program', () => {
    const destructive = createResult('delete', ['destructive'], { isAboutProgram: true });
    const createNamed = (facts: ResultFacts) =>
      createResult('named', [], { share: 0.2, isAboutProgram: true, ...facts });
    expect(listIds(destructive, createNamed({}))).toEqual(['delete', 'named']);
    expect(canBeBest(createNamed({}))).toBe(false);
    expect(canBeBest(createNamed({ coversError: true }))).toBe(true);
    expect(listIds(destructive, createNamed({ coversError: true }))).toEqual(['named', 'delete']);
    expect(listIds(destructive, createNamed({ signals: ['connection refused'] }))).toEqual([
      'named',
      'delete',
    ]);
    expect(listIds(destructive, createNamed({ share: LIMITS.closest }))).toEqual(['named', 'delete']);
    const named = createNamed({ coversError: true });
    const service = { ...named, page: { ...named.page, kind: 'service' as const } };
    expect(listIds(destructive, service)).toEqual(['delete', 'named']);
  });

  test('is not an outline, which still stays where its score puts it', () => {
    const outline = createResult('outline', ['outline']);
    expect(canBeBest(outline)).toBe(false);
    expect(listIds(outline, plain)).toEqual(['outline', 'plain']);
  });

  test('is not a close result, and close results keep their order', () => {
    const destructive = createResult('delete', ['destructive'], { isClosest: true });
    expect(listIds(destructive, plain)).toEqual(['delete', 'plain']);
    const closest = createResult('close', [], { isClosest: true });
    expect(listIds(createResult('delete', ['destructive']), closest, plain)).toEqual([
      'plain',
      'delete',
      'close',
    ]);
    expect(listIds(createResult('delete', ['destructive']), closest)).toEqual(['delete', 'close']);
  });
});

describe('a question is matched as a whole by a page that has', () => {
  const documents = [
    createDocument({
      kind: 'procedure',
      id: 'delete-indices',
      title: 'Delete indices of Elasticsearch',
      marks: ['destructive'],
      signals: ['the queries of Elasticsearch run into a timeout'],
      sections: createTextSection('Delete the oldest index. The queries then need less time.'),
    }),
    createDocument({ id: 'slow', title: 'The reports were slow', sections: createTextSection('Reports.') }),
    createDocument({
      id: 'other',
      title: 'Mail was late',
      sections: createTextSection('Mail about indices.'),
    }),
  ];
  const index = {
    engine: createMemoryEngine(documents, createAddresses('/')),
    lexicon: createLexicon(documents),
    tables: createTableLoader(),
  };
  const findBest = async (query: string) => (await search(index, query)).best?.id;

  test('all words but everyday ones', async () => {
    expect(await findBest('how do we find the old indices')).toBe('delete-indices');
  });

  test('not only some of its words', async () => {
    expect(await findBest('elasticsearch reports')).not.toBe('delete-indices');
    expect(await findBest('elasticsearch certificates')).not.toBe('delete-indices');
  });

  test('the recognised error and its program, whatever else the log has', async () => {
    const log = 'elasticsearch | ReceiveTimeoutTransportException: shop[7] checkout of cart';
    expect(await findBest(`10:22:41 ERROR ${log}`)).toBe('delete-indices');
  });
});
