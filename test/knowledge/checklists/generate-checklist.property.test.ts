/** Tests the rules of the literature one by one on lists from random lessons. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startsWithVerb } from '../../../src/knowledge/check/imperative-verbs.ts';
import { type Checklist, listItems } from '../../../src/knowledge/checklists/checklist.ts';
import type { ChecklistSource } from '../../../src/knowledge/checklists/checklist-source.ts';
import { generateChecklist } from '../../../src/knowledge/checklists/generate-checklist.ts';
import { toQuestionKey } from '../../../src/knowledge/checklists/same-question.ts';
import { randomChoice, randomSource } from './random-source.ts';

const TODAY = '2026-11-21';
const EVERYTHING = { services: [], tags: [] };

function assertForRandomLists(property: (list: Checklist, source: ChecklistSource) => void): void {
  fc.assert(
    fc.property(randomSource, randomChoice, (source, choice) =>
      property(generateChecklist(source, choice, TODAY), source),
    ),
    { numRuns: 200 },
  );
}

test('the random lessons produce every kind of explanation', () => {
  const lists = fc
    .sample(randomSource, { numRuns: 200, seed: 1 })
    .map((source) => generateChecklist(source, EVERYTHING, TODAY));
  const kinds = new Set(lists.flatMap(({ explanation }) => explanation.map(({ kind }) => kind)));
  expect([...kinds].sort()).toEqual(['cut', 'left-out', 'merged', 'nearly-same', 'order']);
});

test('a pause point has at most nine items', () => {
  assertForRandomLists(({ blocks }) => {
    for (const { items } of blocks) expect(items.length).toBeLessThanOrEqual(9);
  });
});

test('every item has a verb and an expected value', () => {
  assertForRandomLists((list) => {
    for (const { text, expect: value } of listItems(list)) {
      expect(startsWithVerb(text)).toBe(true);
      expect(value?.trim()).not.toBe('');
      expect(value).toBeDefined();
    }
  });
});

test('a pause point asks each question once', () => {
  assertForRandomLists(({ blocks }) => {
    for (const { items } of blocks) {
      const keys = items.map(({ text, expect: value }) => toQuestionKey({ text, expect: value ?? '' }));
      expect(new Set(keys).size).toBe(keys.length);
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    }
  });
});

test('every item names its lessons and all their evidence', () => {
  assertForRandomLists((list, source) => {
    for (const { lessons, evidence } of listItems(list)) {
      expect(lessons.length).toBeGreaterThan(0);
      const sources = lessons.flatMap(({ id }) => {
        const lesson = source.lessons.find((one) => one.id === id);
        return lesson?.evidence.map(({ text }) => source.texts[text]?.id) ?? [];
      });
      expect(new Set(evidence.map(({ id }) => id))).toEqual(new Set(sources));
    }
  });
});

test('every check is an item, or is cut, or has an explanation', () => {
  fc.assert(
    fc.property(randomSource, (source) => {
      for (const activity of source.activities.map(({ id }) => id)) {
        const list = generateChecklist(source, { activity, ...EVERYTHING }, TODAY);
        const explanations = list.explanation.map(({ sentence }) => sentence).join('\n');
        for (const check of source.checks.filter((candidate) => candidate.activity === activity)) {
          const block = list.blocks.find(({ id }) => id === check.pausePoint);
          const isListed = block?.items.some(
            ({ text, expect: value }) =>
              toQuestionKey({ text, expect: value ?? '' }) === toQuestionKey(check),
          );
          const isCut = block?.cut.some(({ lessons }) => lessons.some(({ id }) => id === check.lesson));
          expect(isListed || isCut || explanations.includes(`“${check.text}”`)).toBe(true);
        }
      }
    }),
  );
});

test('items are sorted by number of postmortems, then relearned first', () => {
  assertForRandomLists(({ blocks }) => {
    for (const { items } of blocks) {
      const ranks = items.map(({ evidence }) => [
        evidence.filter(({ kind }) => kind === 'postmortem').length,
        evidence.some(({ relation }) => relation === 'relearned') ? 1 : 0,
      ]);
      const sorted = ranks.toSorted((a, b) => (b[0] ?? 0) - (a[0] ?? 0) || (b[1] ?? 0) - (a[1] ?? 0));
      expect(ranks).toEqual(sorted);
    }
  });
});

test('the list does not depend on the order of lessons and checks', () => {
  fc.assert(
    fc.property(randomSource, randomChoice, fc.infiniteStream(fc.nat()), (source, choice, numbers) => {
      const shuffled = <T>(list: readonly T[]) =>
        list
          .map((value) => ({ value, at: Number(numbers.next().value) }))
          .sort((a, b) => a.at - b.at)
          .map(({ value }) => value);
      const other = { ...source, lessons: shuffled(source.lessons), checks: shuffled(source.checks) };
      const { explanation: _, ...list } = generateChecklist(source, choice, TODAY);
      const { explanation: __, ...again } = generateChecklist(other, choice, TODAY);
      expect(again).toEqual(list);
    }),
    { numRuns: 200 },
  );
});

test('the version changes if and only if the items change', () => {
  const serializeItems = ({ blocks }: Checklist) =>
    JSON.stringify(
      blocks.map(({ id, items }) => [id, items.map(({ text, expect: value }) => [text, value])]),
    );
  const versions = new Map<string, string>();
  const contents = new Map<string, string>();
  assertForRandomLists((list) => {
    const items = serializeItems(list);
    expect(versions.get(items) ?? list.version).toBe(list.version);
    expect(contents.get(list.version) ?? items).toBe(items);
    versions.set(items, list.version);
    contents.set(list.version, items);
  });
});

test('titles, reasons, owners and review dates do not change the version; an expected value does', () => {
  fc.assert(
    fc.property(randomSource, (source) => {
      const before = generateChecklist(source, EVERYTHING, TODAY);
      const reworded = {
        ...source,
        texts: source.texts.map((one) => ({ ...one, title: 'Reworded', label: 'Reworded' })),
        lessons: source.lessons.map((one) => ({
          ...one,
          title: 'Reworded',
          reason: 'Reworded.',
          owner: 'Ops',
        })),
      };
      expect(generateChecklist(reworded, EVERYTHING, '2001-01-01').version).toBe(before.version);
      if (listItems(before).length === 0) return;
      const changed = {
        ...source,
        checks: source.checks.map((one) => ({ ...one, expect: `${one.expect}, now` })),
      };
      expect(generateChecklist(changed, EVERYTHING, TODAY).version).not.toBe(before.version);
    }),
  );
});

test('a source read from JSON, as in the browser, gives the same list', () => {
  fc.assert(
    fc.property(randomSource, randomChoice, (source, choice) => {
      const sent = JSON.parse(JSON.stringify(source)) as ChecklistSource;
      expect(generateChecklist(sent, choice, TODAY)).toEqual(generateChecklist(source, choice, TODAY));
    }),
  );
});
