import { expect, test } from 'vitest';
import { itemId, versionOf } from '../../../src/knowledge/checklists/identity.ts';

// Computed with another implementation of SHA-256, Node's.
test('ids and versions are the same on every machine and in every year', () => {
  const item = { id: itemId({ text: 'Read it', expect: 'none', code: [] }) };
  expect(item.id).toBe('41d6075dbc92');
  expect(versionOf([{ id: 'before', items: [item as never] }])).toBe('564c2093');
});

test('what is asked, expected or run makes another item', () => {
  const ids = [
    itemId({ text: 'Read it', expect: 'none', code: [] }),
    itemId({ text: 'Read it', expect: 'one', code: [] }),
    itemId({ text: 'Read it', code: [] }),
    itemId({ text: 'Read it', code: [{ text: 'uptime' }] }),
    itemId({ text: 'Read it', code: [{ text: 'uptime', where: 'here' }] }),
  ];
  expect(new Set(ids).size).toBe(5);
});
