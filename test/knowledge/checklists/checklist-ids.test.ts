import { expect, test } from 'vitest';
import { computeItemId, computeVersion } from '../../../src/knowledge/checklists/checklist-ids.ts';

// Computed with another implementation of SHA-256: Node's.
test('ids and versions are the same on every machine', () => {
  const item = { id: computeItemId({ text: 'Read it', expect: 'none', code: [] }) };
  expect(item.id).toBe('41d6075dbc92');
  expect(computeVersion([{ id: 'before', items: [item as never] }])).toBe('564c2093');
});

test('another text, expected value, command or place makes another id', () => {
  const ids = [
    computeItemId({ text: 'Read it', expect: 'none', code: [] }),
    computeItemId({ text: 'Read it', expect: 'one', code: [] }),
    computeItemId({ text: 'Read it', code: [] }),
    computeItemId({ text: 'Read it', code: [{ text: 'uptime' }] }),
    computeItemId({ text: 'Read it', code: [{ text: 'uptime', where: 'here' }] }),
  ];
  expect(new Set(ids).size).toBe(5);
});
