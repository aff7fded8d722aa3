import { describe, expect, test } from 'vitest';
import type { PostmortemEntry } from '../../../src/knowledge/graph/entries.ts';
import { Knowledge } from '../../../src/knowledge/graph/knowledge.ts';
import type { PostmortemData } from '../../../src/knowledge/schema/postmortem.ts';
import { siteSchema } from '../../../src/knowledge/schema/site.ts';
import { PostmortemSimilarity } from '../../../src/knowledge/similar/similar-postmortems.ts';
import { createPostmortem } from '../small-knowledge.ts';

const SITE = siteSchema.parse({ title: 'T', description: 'D', address: 'https://example.org/' });

/** Returns how two postmortems are similar that have nothing but these fields. */
function findSimilar(one: Partial<PostmortemData>, other: Partial<PostmortemData>) {
  const entry = (id: string, fields: Partial<PostmortemData>): PostmortemEntry => {
    const postmortem = createPostmortem({ id, started: '2020' });
    const bare = { title: 'unknown', summary: 'unknown', impact: 'unknown' };
    return { ...postmortem, data: { ...postmortem.data, ...bare, ...fields } };
  };
  const first = entry('first', one);
  const similarity = new PostmortemSimilarity(new Knowledge([first, entry('second', other)], SITE));
  return similarity.findSimilar(first);
}

function findReasons(one: Partial<PostmortemData>, other: Partial<PostmortemData>) {
  return findSimilar(one, other).flatMap(({ reasons }) => reasons);
}

describe('two texts', () => {
  test('are similar if they share two words', () => {
    expect(findReasons({ title: 'Certificate of the gateway' }, { title: 'Gateway certificate' })).toEqual([
      {
        reason: 'text',
        cosine: expect.closeTo(1),
        mechanisms: [],
        mentioned: [],
        shared: ['gateway', 'certificate'],
      },
    ]);
  });

  test('are not similar if they share one word and no mechanism', () => {
    expect(findReasons({ title: 'Certificate' }, { title: 'Certificate' })).toEqual([]);
  });

  test('are similar if they share a mechanism in other words', () => {
    const [reason] = findReasons(
      { title: 'The disk was full', summary: 'The disk had run out of space.' },
      { title: 'A volume filled', summary: 'The volume filled.' },
    );
    expect(reason).toMatchObject({ mechanisms: ['full disk'] });
  });

  test('are not about a mechanism that one of them mentions only once', () => {
    const [reason] = findReasons(
      { title: 'The disk was full' },
      { title: 'A volume filled', summary: 'The volume filled.' },
    );
    expect(reason).toMatchObject({ reason: 'text', mechanisms: [], mentioned: ['full disk'] });
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

describe('the strength of a relation', () => {
  function findStrength(one: Partial<PostmortemData>, other: Partial<PostmortemData>) {
    return findSimilar(one, other).map(({ strength }) => strength);
  }
  const learned = (...ids: string[]) => ({ lessons: { learned: ids, confirmed: [] } });
  const confirmed = (...ids: string[]) => ({ lessons: { learned: [], confirmed: ids } });
  const text = { title: 'Certificate of the gateway' };

  test('is strong with a shared signal, or with a similar text and two lessons that both learned', () => {
    const signals = { signals: ['pool exhausted'] };
    expect(findStrength(signals, signals)).toEqual(['strong']);
    const both = { ...text, ...learned('a', 'b') };
    expect(findStrength(both, both)).toEqual(['strong']);
  });

  test('is fair with a similar text or with two lessons that both learned', () => {
    expect(findStrength(text, text)).toEqual(['fair']);
    expect(findStrength(learned('a', 'b'), learned('a', 'b'))).toEqual(['fair']);
  });

  test('is only a theme with one lesson, with lessons that one only confirmed, or with a tag', () => {
    expect(findStrength(learned('a'), learned('a'))).toEqual(['theme']);
    expect(findStrength(learned('a', 'b'), confirmed('a', 'b'))).toEqual(['theme']);
    expect(findStrength({ tags: ['x', 'y'] }, { tags: ['x', 'y'] })).toEqual(['theme']);
  });

  test('is fair with a slightly similar text only if a tag, a lesson or a kind of factor agrees', () => {
    const one = { title: 'Certificate of the gateway, and five other words here', tags: ['x'] };
    const other = { title: 'Gateway certificate among entirely different long names elsewhere', tags: ['x'] };
    expect(findStrength(one, other)).toEqual(['fair']);
    expect(findStrength({ ...one, tags: [] }, { ...other, tags: [] })).toEqual(['theme']);
  });
});
