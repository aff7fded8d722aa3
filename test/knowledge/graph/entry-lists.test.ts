import { describe, expect, it, test } from 'vitest';
import {
  cutList,
  getRowsIfCut,
  isCut,
  listBacklinkAnchors,
  listEntryLists,
  PAGE_ENTRY_KINDS,
  type PageEntry,
} from '../../../src/knowledge/graph/entry-lists.ts';
import { findEvidence } from '../../../src/knowledge/graph/evidence.ts';
import { compareNewestFirst } from '../../../src/knowledge/graph/knowledge.ts';
import { findRecurrence } from '../../../src/knowledge/graph/recurrence.ts';
import { createStrip } from '../../../src/knowledge/graph/recurrence-strip.ts';
import { findRelearnings } from '../../../src/knowledge/graph/relearned-lessons.ts';
import { createGeneratedKnowledge } from '../../bench/generated-knowledge.ts';

const knowledge = await createGeneratedKnowledge(300);
const entries = PAGE_ENTRY_KINDS.flatMap((kind): readonly PageEntry[] => knowledge.all(kind));
const lists = entries.flatMap((entry) => listEntryLists(knowledge, entry));

describe('listEntryLists', () => {
  it('shows a bounded number of rows of each list', () => {
    expect(lists.filter(isCut).length).toBeGreaterThan(10);
    expect(Math.max(...lists.map((list) => cutList(list).rows.length))).toBeLessThanOrEqual(40);
  });

  it('leaves short lists as they are', () => {
    for (const list of lists.filter((list) => !isCut(list))) expect(cutList(list)).toBe(list);
  });

  it('keeps every row on the pages of a cut list', () => {
    for (const list of lists.filter(isCut)) {
      expect(new Set<unknown>(getRowsIfCut(list))).toEqual(new Set<unknown>(list.rows));
    }
  });

  it('has the newest postmortems in a cut list', () => {
    const cut = lists.filter(isCut).filter((list) => list.type === 'postmortems');
    expect(cut.length).toBeGreaterThan(0);
    for (const list of cut) {
      const shown = cutList(list).rows;
      expect(shown).toEqual(list.rows.toSorted(compareNewestFirst).slice(0, shown.length));
    }
  });

  it('has no lesson among the links to a page that shows it elsewhere', () => {
    let linked = 0;
    for (const entry of entries) {
      const own = listEntryLists(knowledge, entry);
      const shown = own.flatMap((list) =>
        list.type === 'lessons' ? list.rows.map(({ lesson }) => lesson.id) : [],
      );
      if (entry.kind === 'postmortem')
        shown.push(...entry.data.lessons.learned, ...entry.data.lessons.confirmed);
      if (entry.kind === 'note') shown.push(...entry.data.lessons);
      const backlinks = own.filter(({ section }) => section === 'linked-from-lessons');
      for (const { rows } of backlinks) {
        linked += rows.length;
        for (const row of rows) expect(shown).not.toContain((row as { id: string }).id);
      }
    }
    expect(linked).toBeGreaterThan(0);
  });

  it('names each list once', () => {
    for (const entry of entries) {
      const sections = listEntryLists(knowledge, entry).map(({ section }) => section);
      expect(new Set(sections).size).toBe(sections.length);
    }
  });
});

test('a page links to its backlinks only if it has some', () => {
  expect(listBacklinkAnchors([])).toEqual([]);
  const [backlinks] = lists.filter(({ section }) => section.startsWith('linked-from-'));
  expect(listBacklinkAnchors(backlinks ? [backlinks] : [])).toEqual([
    { anchor: 'linked-from', title: 'Linked from' },
  ]);
});

describe('what a row of a list says', () => {
  it('names at most three earlier cases of a lesson', () => {
    for (const lesson of knowledge.all('lesson')) {
      for (const { before, alsoHappened } of findEvidence(knowledge, lesson.id)) {
        expect(Math.max(before.length, alsoHappened.length)).toBeLessThanOrEqual(3);
      }
      for (const { missed } of findRelearnings(knowledge, lesson.id)) {
        expect(missed.length).toBeLessThanOrEqual(3 * 4);
      }
    }
  });
});

describe('createStrip', () => {
  it('merges the marks of many cases without losing one', () => {
    const [tag] = knowledge
      .all('tag')
      .toSorted(
        (a, b) => findRecurrence(knowledge, b.id).cases.length - findRecurrence(knowledge, a.id).cases.length,
      );
    const recurrence = findRecurrence(knowledge, tag?.id ?? '');
    const marks = createStrip(recurrence, '2026-11-27')?.marks ?? [];
    expect(recurrence.cases.length).toBeGreaterThan(40);
    expect(marks.length).toBeLessThanOrEqual(40);
    expect(marks.reduce((sum, { cases }) => sum + cases, 0)).toBe(recurrence.cases.length);
  });
});
