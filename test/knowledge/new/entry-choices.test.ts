import { describe, expect, test } from 'vitest';
import { filterChoices, isKnownName, listChoices } from '../../../src/knowledge/new/entry-choices.ts';
import { createContent } from '../small-content.ts';

const CHOICES = [
  { id: 'mongodb', title: 'MongoDB', names: ['MongoDB', 'mongo', 'page store'] },
  { id: 'pgbouncer', title: 'PgBouncer', names: ['PgBouncer'] },
  { id: 'postgresql', title: 'PostgreSQL', names: ['PostgreSQL', 'PG', 'postgrse'] },
  { id: 'redis', title: 'Redis', names: ['Redis'] },
  { id: 'redis-sentinel', title: 'Redis Sentinel', names: ['sentinel'] },
];
const filter = (typed: string, first?: string[]) =>
  filterChoices(CHOICES, typed, first).map(({ id, by }) => (by === undefined ? id : `${id} (${by})`));

describe('filterChoices', () => {
  test('sorts whole names before starts, starts before parts, and ids before other names', () => {
    expect(filter('pg')).toEqual(['postgresql (PG)', 'pgbouncer']);
    expect(filter('p')).toEqual(['pgbouncer', 'postgresql', 'mongodb (page store)']);
    expect(filter('sent')).toEqual(['redis-sentinel (sentinel)']);
    expect(filter('store')).toEqual(['mongodb (page store)']);
    expect(filter('REDIS')).toEqual(['redis', 'redis-sentinel']);
  });

  test('finds a misspelt name, and nothing if no name is similar', () => {
    expect(filter('reids')).toEqual(['redis']);
    expect(filter('kafka')).toEqual([]);
  });

  test('returns all choices until you type, the likely ones first', () => {
    expect(filter('', ['redis', 'postgresql']).slice(0, 3)).toEqual(['redis', 'postgresql', 'mongodb']);
  });

  test('a complete name, in any case, is known', () => {
    expect(isKnownName(CHOICES, 'pg')).toBe(true);
    expect(isKnownName(CHOICES, 'p')).toBe(false);
  });
});

test('replaced entries are not offered', () => {
  const content = createContent({
    'vocabulary/tags.yaml':
      '- id: new-one\n  title: New\n  meaning: M.\n  aliases: [newer]\n- id: old-one\n  title: Old\n  meaning: M.\n  replacedBy: new-one\n',
  });
  expect(listChoices('tag', content)).toEqual([{ id: 'new-one', title: 'New', names: ['New', 'newer'] }]);
});
