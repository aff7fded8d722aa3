import { describe, expect, test } from 'vitest';
import { findActionColumns } from '../../../src/knowledge/actions/action-columns.ts';
import { listActions } from '../../../src/knowledge/actions/list-actions.ts';
import { createStories } from './story-with-actions.ts';

function findColumns(...actions: Record<string, unknown>[]) {
  const knowledge = createStories({ outage: { started: '2026-03-21', actions } });
  return findActionColumns(listActions(knowledge, '2026-11-28'));
}

describe('findActionColumns', () => {
  test('leaves out what no action has', () => {
    expect(findColumns({ text: 'Add a test.', status: 'open' })).toEqual({ owner: false, date: false });
    expect(findActionColumns([])).toEqual({ owner: false, date: false });
  });

  test('keeps a column that one action fills', () => {
    const plain = { text: 'Add a test.', status: 'open' };
    expect(findColumns(plain, { ...plain, owner: 'on-call' })).toEqual({ owner: true, date: false });
    expect(findColumns(plain, { ...plain, due: '2026-12-01' })).toEqual({ owner: false, date: true });
  });

  test('does not count a due date that the row of a closed action does not show', () => {
    const closed = { text: 'Add a test.', status: 'done', due: '2026-04-01' };
    expect(findColumns(closed).date).toBe(false);
    expect(findColumns({ ...closed, closed: '2026-04-02' }).date).toBe(true);
  });
});
