import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DatedEvidence,
  mergeEvidence,
  selectItems,
  sortByPlace,
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

describe('checks are sorted', () => {
  /** Returns checks as `lesson/id` in their order. A check without an id ends with the slash. */
  const sort = (places: string[], checks: string[]) =>
    sortByPlace(
      { checks: places },
      checks.map((words) => {
        const [lesson = '', id] = words.split('/');
        return { words, check: { lesson, ...(id ? { id } : {}) } };
      }),
    ).map(({ words }) => words);

  test('by their places at the pause point', () => {
    expect(sort(['b/x', 'a/y', 'b/z'], ['a/y', 'b/z', 'b/x'])).toEqual(['b/x', 'a/y', 'b/z']);
  });

  test('and those without a place come last, by lesson, in the order of each lesson', () => {
    expect(sort(['c/x'], ['b/', 'b/second', 'a/one', 'c/x', 'c/'])).toEqual([
      'c/x',
      'a/one',
      'b/',
      'b/second',
      'c/',
    ]);
  });
});

describe('of more than nine items', () => {
  const NINE = Array.from({ length: 9 }, (_, index) => ({
    name: `item ${index}`,
    evidence: postmortems('a learned 2015-01-01'),
  }));
  /** Returns what is cut if there is one more item at the start. */
  const findCut = (evidence: readonly DatedEvidence[], mode: 'do-confirm' | 'read-do' = 'do-confirm') => {
    const { kept, cut } = selectItems([{ name: 'more', evidence }, ...NINE], mode);
    expect(kept).toHaveLength(9);
    return cut.map(({ name }) => name);
  };

  test('those with the most postmortems of their own stay', () => {
    expect(findCut([])).toEqual(['more']);
    expect(findCut(postmortems('a', 'b'))).toEqual(['item 8']);
  });

  test('then those that were relearned, even long ago', () => {
    expect(findCut(postmortems('b relearned 2001-01-01'))).toEqual(['item 8']);
  });

  test('then those with the newest postmortem', () => {
    expect(findCut(postmortems('b learned 2014-12-31'))).toEqual(['more']);
    expect(findCut(postmortems('b learned 2015-01-02'))).toEqual(['item 8']);
    expect(findCut(postmortems('b'))).toEqual(['more']);
  });

  test('then the first ones', () => {
    expect(findCut(postmortems('b learned 2015-01-01'))).toEqual(['item 8']);
  });

  test('the first nine stay in a READ-DO block, whatever their evidence', () => {
    expect(findCut([], 'read-do')).toEqual(['item 8']);
  });

  test('all that stay are in the same order', () => {
    const evidence = fc.subarray(postmortems('a learned 2010-01-01', 'b relearned', 'c learned 2020-01-01'));
    fc.assert(
      fc.property(fc.array(evidence, { maxLength: 30 }), (all) => {
        const items = all.map((own, index) => ({ index, evidence: own }));
        const { kept, cut } = selectItems(items, 'do-confirm');
        const order = kept.map(({ index }) => index);
        expect(kept).toHaveLength(Math.min(9, all.length));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        expect([...kept, ...cut].toSorted((a, b) => a.index - b.index)).toEqual(items);
        const fewest = Math.min(...kept.map((item) => item.evidence.length));
        for (const item of cut) expect(item.evidence.length).toBeLessThanOrEqual(fewest);
      }),
    );
  });
});

describe('the evidence of several checks', () => {
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
