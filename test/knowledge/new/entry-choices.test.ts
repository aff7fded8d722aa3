import { describe, expect, test } from 'vitest';
import { filterChoices, isKnownName, listChoices } from '../../../src/knowledge/new/entry-choices.ts';
import { createContent } from '../small-content.ts';

const CHOICES = [
  { id: 'mongodb', title: 'MongoDB', meaning: '', names: ['MongoDB', 'mongo', 'page store'] },
  { id: 'pgbouncer', title: 'PgBouncer', meaning: '', names: ['PgBouncer'] },
  { id: 'postgresql', title: 'PostgreSQL', meaning: '', names: ['PostgreSQL', 'PG', 'postgrse'] },
  { id: 'redis', title: 'Redis', meaning: '', names: ['Redis'] },
  { id: 'redis-sentinel', title: 'Redis Sentinel', meaning: '', names: ['sentinel'] },
];
const shown = (typed: string, first?: string[]) =>
  filterChoices(CHOICES, typed, first).map(({ id, by }) => (by === undefined ? id : `${id} (${by})`));

describe('what is offered while an id is typed', () => {
  test('a whole name comes before beginnings, those before parts, ids before other names', () => {
    expect(shown('pg')).toEqual(['postgresql (PG)', 'pgbouncer']);
    expect(shown('p')).toEqual(['pgbouncer', 'postgresql', 'mongodb (page store)']);
    expect(shown('sent')).toEqual(['redis-sentinel (sentinel)']);
    expect(shown('store')).toEqual(['mongodb (page store)']);
    expect(shown('REDIS')).toEqual(['redis', 'redis-sentinel']);
  });

  test('a slip of the hand finds what was meant; what is like nothing finds nothing', () => {
    expect(shown('reids')).toEqual(['redis']);
    expect(shown('kafka')).toEqual([]);
  });

  test('while nothing is typed, all of them, the likely ones first', () => {
    expect(shown('', ['redis', 'postgresql']).slice(0, 3)).toEqual(['redis', 'postgresql', 'mongodb']);
  });

  test('a whole name, in whatever case, is no new one', () => {
    expect(isKnownName(CHOICES, 'pg')).toBe(true);
    expect(isKnownName(CHOICES, 'p')).toBe(false);
  });
});

test('what was replaced is not offered any more', () => {
  const content = createContent({
    'vocabulary/tags.yaml':
      '- id: new-one\n  title: New\n  meaning: M.\n  aliases: [newer]\n- id: old-one\n  title: Old\n  meaning: M.\n  replacedBy: new-one\n',
  });
  expect(listChoices('tag', content)).toEqual([
    { id: 'new-one', title: 'New', meaning: 'M.', names: ['New', 'newer'] },
  ]);
});
