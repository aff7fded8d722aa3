import { describe, expect, test } from 'vitest';
import {
  compareItems,
  type DatedEvidence,
  mergeEvidence,
} from '../../../src/knowledge/checklists/item-order.ts';

type Kind = DatedEvidence['kind'];
type Relation = DatedEvidence['relation'];

/** `gnome`, `gnome relearned` or `gnome relearned 2009-12-12`: the id, the relation and the last day. */
function createEvidence(words: string, kind: Kind = 'postmortem'): DatedEvidence {
  const [id = '', relation = 'learned', lastDay] = words.split(' ');
  return {
    kind,
    id,
    title: id,
    label: id,
    relation: relation as Relation,
    ...(lastDay ? { date: { words: lastDay, lastDay } } : {}),
  };
}

const postmortems = (...words: string[]) => words.map((one) => createEvidence(one));
const notes = (...words: string[]) => words.map((one) => createEvidence(one, 'note'));

/** Returns the texts of items in their order on a checklist; the order they are given in does not count. */
function sort(items: Readonly<Record<string, readonly DatedEvidence[]>>): string[] {
  const list = Object.entries(items).map(([text, evidence]) => ({ text, expect: 'yes', evidence }));
  const sorted = list.toSorted(compareItems).map(({ text }) => text);
  expect(
    list
      .toReversed()
      .toSorted(compareItems)
      .map(({ text }) => text),
  ).toEqual(sorted);
  return sorted;
}

describe('items are sorted', () => {
  test('by their number of postmortems; notes do not count', () => {
    expect(
      sort({
        one: [...postmortems('a'), ...notes('x', 'y', 'z')],
        two: postmortems('a', 'b'),
        none: notes('x'),
      }),
    ).toEqual(['two', 'one', 'none']);
  });

  test('then by whether one was relearned, even long ago', () => {
    expect(
      sort({
        learned: postmortems('a learned 2020-01-01'),
        relearned: postmortems('b relearned 2010-01-01'),
      }),
    ).toEqual(['relearned', 'learned']);
  });

  test('then by their newest postmortem; the date of a note does not count', () => {
    expect(
      sort({
        b: [...postmortems('a learned 2010-01-01', 'b learned 2010-01-02'), ...notes('x taught 2025-01-01')],
        c: postmortems('a learned 2009-01-01', 'c learned 2010-01-03'),
        a: postmortems('d', 'e'),
      }),
    ).toEqual(['c', 'b', 'a']);
  });

  test('then by text, by code unit', () => {
    expect(sort({ b: [], B: [], a: [], é: [] })).toEqual(['B', 'a', 'b', 'é']);
  });

  test('then by the expected value', () => {
    const item = (value: string) => ({ text: 'a', expect: value, evidence: [] });
    expect(compareItems(item('no'), item('yes'))).toBeLessThan(0);
    expect(compareItems(item('yes'), item('no'))).toBeGreaterThan(0);
    expect(compareItems(item('yes'), item('yes'))).toBe(0);
  });
});

describe('the evidence of several lessons', () => {
  const merge = (...all: DatedEvidence[][]) =>
    mergeEvidence(all).map(({ id, relation }) => `${id} ${relation}`);

  test.each([
    ['taught', 'confirmed', 'confirmed'],
    ['confirmed', 'learned', 'learned'],
    ['learned', 'relearned', 'relearned'],
    ['relearned', 'taught', 'relearned'],
  ])('has each text once, of %s and %s as %s', (one, other, strongest) => {
    expect(merge(postmortems(`a ${one}`), postmortems(`a ${other}`))).toEqual([`a ${strongest}`]);
    expect(merge(postmortems(`a ${other}`), postmortems(`a ${one}`))).toEqual([`a ${strongest}`]);
  });

  test('keeps a postmortem and a note of the same id apart, the postmortem first', () => {
    expect(merge(notes('a taught'), postmortems('a'))).toEqual(['a learned', 'a taught']);
  });

  test('is sorted by date, those without one last, then by id', () => {
    expect(merge(postmortems('d', 'c learned 2020-01-02'), postmortems('b', 'e learned 2020-01-01'))).toEqual(
      ['e learned', 'c learned', 'b learned', 'd learned'],
    );
  });
});
