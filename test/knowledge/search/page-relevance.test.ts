import { describe, expect, test } from 'vitest';
import type { Concept } from '../../../src/knowledge/search/concepts.ts';
import {
  computeRelevance,
  findSimilarSignals,
  QueryLines,
} from '../../../src/knowledge/search/page-relevance.ts';
import type { Page } from '../../../src/knowledge/search/search-engine.ts';
import { WEIGHTS } from '../../../src/knowledge/search/weights.ts';

const PAGE: Page = {
  kind: 'note',
  id: 'redis',
  address: '/notes/redis/',
  title: 'Redis replication',
  aliases: [],
  signals: [],
  words: [],
  anchors: [],
  evidence: 0,
};

function factorOf(page: Partial<Page>, ...texts: string[]): number {
  const concepts = texts.map((text): Concept => {
    return { source: text, weight: 1, terms: [{ text, match: 'word', via: 'typed', weight: 1 }] };
  });
  return computeRelevance(
    { ...PAGE, ...page },
    { concepts, isLog: false, errors: [] },
    new QueryLines('pool timeout reached'),
  ).factor;
}

describe('the factor of a page', () => {
  test('is 1 for a note that is named in no way', () => {
    expect(factorOf({})).toBe(1);
  });

  test('grows with the share of the title that is named, in any form', () => {
    expect(factorOf({}, 'redis')).toBe(1 + WEIGHTS.titleNamed / 2);
    expect(factorOf({}, 'redis', 'replications')).toBe(1 + WEIGHTS.titleNamed);
    expect(factorOf({}, 'redis replication')).toBe(1 + WEIGHTS.titleNamed);
    expect(factorOf({ title: 'The' }, 'the')).toBe(1);
  });

  test('depends on the kind, and on whether the page is from another knowledge base', () => {
    expect(factorOf({ kind: 'procedure' })).toBe(WEIGHTS.kind.procedure);
    expect(factorOf({ source: 'The other base' })).toBe(WEIGHTS.otherSource);
  });

  test('is lower for a procedure that is only an outline', () => {
    expect(factorOf({ marks: ['outline'] })).toBe(WEIGHTS.outline);
    expect(factorOf({ marks: ['destructive'] })).toBe(1);
  });

  test('grows with each doubling of the evidence', () => {
    expect(factorOf({ evidence: 1 })).toBeCloseTo(1 + WEIGHTS.evidence, 10);
    expect(factorOf({ evidence: 3 })).toBeCloseTo(1 + 2 * WEIGHTS.evidence, 10);
  });

  test('grows with the similarity of its best signal', () => {
    const signals = ['pool timeout', 'pool timeout reached after all'];
    expect(factorOf({ signals })).toBe(1 + WEIGHTS.signalLine);
  });
});

describe('a signal is similar to a line', () => {
  const similarity = (line: string, signal: string) =>
    findSimilarSignals(new QueryLines(line), [signal])[0]?.similarity;

  test('if they share at least 60 % of the words of the shorter one', () => {
    expect(similarity('pool timeout reached quota disk', 'pool timeout reached lease router')).toBe(0.6);
    expect(similarity('pool timeout quota disk', 'pool timeout lease router')).toBeUndefined();
    expect(similarity('pool timeout reached quota disk lease', 'pool timeout')).toBe(1);
  });

  test('if they share two words, not one', () => {
    expect(similarity('pool timeout', 'pool timeout')).toBe(1);
    expect(similarity('pool timeout', 'pool')).toBeUndefined();
    expect(similarity('pool', 'pool timeout')).toBeUndefined();
  });

  test('if any line of the text is', () => {
    expect(similarity('quota disk\npool timeout', 'pool timeout')).toBe(1);
  });

  test('and the most similar one comes first', () => {
    const signals = ['pool timeout reached lease router', 'pool timeout'];
    expect(
      findSimilarSignals(new QueryLines('pool timeout reached quota disk'), signals).map(
        ({ signal }) => signal,
      ),
    ).toEqual(['pool timeout', 'pool timeout reached lease router']);
  });
});
