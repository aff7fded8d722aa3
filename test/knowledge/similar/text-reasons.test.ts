import { describe, expect, test } from 'vitest';
import type { PostmortemEntry } from '../../../src/knowledge/graph/entries.ts';
import { Knowledge } from '../../../src/knowledge/graph/knowledge.ts';
import type { PostmortemData } from '../../../src/knowledge/schema/postmortem.ts';
import { siteSchema } from '../../../src/knowledge/schema/site.ts';
import { PostmortemSimilarity } from '../../../src/knowledge/similar/similar-postmortems.ts';
import { createPostmortem } from '../small-knowledge.ts';

const SITE = siteSchema.parse({ title: 'T', description: 'D', address: 'https://example.org/' });

/** Returns the reasons for two postmortems that have nothing but these fields. */
function findReasons(one: Partial<PostmortemData>, other: Partial<PostmortemData>) {
  const entry = (id: string, fields: Partial<PostmortemData>): PostmortemEntry => {
    const postmortem = createPostmortem({ id, started: '2020' });
    const bare = { title: 'unknown', summary: 'unknown', impact: 'unknown' };
    return { ...postmortem, data: { ...postmortem.data, ...bare, ...fields } };
  };
  const first = entry('first', one);
  const similarity = new PostmortemSimilarity(new Knowledge([first, entry('second', other)], SITE));
  return similarity.findSimilar(first).flatMap(({ reasons }) => reasons);
}

describe('two texts', () => {
  test('are similar if they share two words', () => {
    expect(findReasons({ title: 'Certificate of the gateway' }, { title: 'Gateway certificate' })).toEqual([
      { reason: 'text', cosine: expect.closeTo(1), mechanisms: [], shared: ['gateway', 'certificate'] },
    ]);
  });

  test('are not similar if they share one word and no mechanism', () => {
    expect(findReasons({ title: 'Certificate' }, { title: 'Certificate' })).toEqual([]);
  });

  test('are similar if they share a mechanism in other words', () => {
    const [reason] = findReasons({ title: 'The disk was full' }, { title: 'A volume filled' });
    expect(reason).toMatchObject({ mechanisms: ['full disk'], shared: [] });
  });
});

describe('two signals', () => {
  const signals = (one: string, other: string) => findReasons({ signals: [one] }, { signals: [other] });

  test('are the same if they differ in numbers, addresses and case only', () => {
    expect(signals('ERROR: pool 7 at 0x1f of 9f8a7b6c', 'error: Pool 12 at 0xff of 00000000')).toEqual([
      { reason: 'signal', signal: 'ERROR: pool 7 at 0x1f of 9f8a7b6c' },
    ]);
  });

  test('of two words can be the same, of one word they are not', () => {
    expect(signals('pool exhausted', 'pool exhausted')).toHaveLength(1);
    expect(signals('timeout', 'timeout')).toEqual([]);
  });
});

describe('two factors', () => {
  const factor = (category: 'capacity' | 'unknown', ...services: string[]) => ({
    factors: [{ text: 'unknown', category, services, tags: [] }],
  });

  test('are the same kind if they share the category and a service', () => {
    expect(findReasons(factor('capacity', 'redis', 'kafka'), factor('capacity', 'kafka'))).toEqual([
      { reason: 'factor', category: 'capacity', service: 'kafka' },
    ]);
    expect(findReasons(factor('capacity', 'redis'), factor('capacity', 'kafka'))).toEqual([]);
    expect(findReasons(factor('unknown', 'redis'), factor('unknown', 'redis'))).toEqual([]);
  });
});
