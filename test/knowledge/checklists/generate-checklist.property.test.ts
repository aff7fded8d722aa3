/** The rules of the literature, one by one, on lists of random lessons. */
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

function holds(property: (list: Checklist, source: ChecklistSource) => void): void {
  fc.assert(
    fc.property(randomSource, randomChoice, (source, choice) =>
      property(generateChecklist(source, choice, TODAY), source),
    ),
    { numRuns: 200 },
  );
}

test('the random lessons hold what the rules are about', () => {
  const lists = fc
    .sample(randomSource, { numRuns: 200, seed: 1 })
    .map((source) => generateChecklist(source, EVERYTHING, TODAY));
  const kinds = new Set(lists.flatMap(({ explanation }) => explanation.map(({ kind }) => kind)));
  expect([...kinds].sort()).toEqual(['cut', 'left-out', 'merged', 'nearly-same', 'order']);
});

test('never ten items at a pause point', () => {
  holds(({ blocks }) => {
    for (const { items } of blocks) expect(items.length).toBeLessThanOrEqual(9);
  });
});

test('never an item without a verb or an expected value', () => {
  holds((list) => {
    for (const { text, expect: value } of listItems(list)) {
      expect(startsWithVerb(text)).toBe(true);
      expect(value?.trim()).not.toBe('');
      expect(value).toBeDefined();
    }
  });
});

test('never the same question twice at a pause point', () => {
  holds(({ blocks }) => {
    for (const { items } of blocks) {
      const keys = items.map(({ text, expect: value }) => toQuestionKey({ text, expect: value ?? '' }));
      expect(new Set(keys).size).toBe(keys.length);
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    }
  });
});

test('every item names its lessons, and all that stands behind them', () => {
  holds((list, source) => {
    for (const { lessons, evidence } of listItems(list)) {
      expect(lessons.length).toBeGreaterThan(0);
      const behind = lessons.flatMap(({ id }) => {
        const lesson = source.lessons.find((one) => one.id === id);
        return lesson?.evidence.map(({ text }) => source.texts[text]?.id) ?? [];
      });
      expect(new Set(evidence.map(({ id }) => id))).toEqual(new Set(behind));
    }
  });
});

test('nothing is lost in silence: a check is an item, or it is said why not', () => {
  fc.assert(
    fc.property(randomSource, (source) => {
      for (const activity of source.activities.map(({ id }) => id)) {
        const list = generateChecklist(source, { activity, ...EVERYTHING }, TODAY);
        const said = list.explanation.map(({ sentence }) => sentence).join('\n');
        for (const check of source.checks.filter((one) => one.activity === activity)) {
          const block = list.blocks.find(({ id }) => id === check.pausePoint);
          const asked = block?.items.some(
            ({ text, expect: value }) =>
              toQuestionKey({ text, expect: value ?? '' }) === toQuestionKey(check),
          );
          const cut = block?.cut.some(({ lessons }) => lessons.some(({ id }) => id === check.lesson));
          expect(asked || cut || said.includes(`“${check.text}”`)).toBe(true);
        }
      }
    }),
  );
});

test('the most dangerous come first: postmortems, then learned again', () => {
  holds(({ blocks }) => {
    for (const { items } of blocks) {
      const dangers = items.map(({ evidence }) => [
        evidence.filter(({ kind }) => kind === 'postmortem').length,
        evidence.some(({ relation }) => relation === 'relearned') ? 1 : 0,
      ]);
      const sorted = dangers.toSorted((a, b) => (b[0] ?? 0) - (a[0] ?? 0) || (b[1] ?? 0) - (a[1] ?? 0));
      expect(dangers).toEqual(sorted);
    }
  });
});

test('the list does not depend on the order in which lessons and checks were written', () => {
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

test('the version changes if and only if the items do', () => {
  const asked = ({ blocks }: Checklist) =>
    JSON.stringify(
      blocks.map(({ id, items }) => [id, items.map(({ text, expect: value }) => [text, value])]),
    );
  const versions = new Map<string, string>();
  const contents = new Map<string, string>();
  holds((list) => {
    const items = asked(list);
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
      const retold = {
        ...source,
        texts: source.texts.map((one) => ({ ...one, title: 'Retold', label: 'Retold' })),
        lessons: source.lessons.map((one) => ({
          ...one,
          statement: 'Retold.',
          reason: 'Retold.',
          owner: 'Ops',
        })),
      };
      expect(generateChecklist(retold, EVERYTHING, '2001-01-01').version).toBe(before.version);
      if (listItems(before).length === 0) return;
      const changed = {
        ...source,
        checks: source.checks.map((one) => ({ ...one, expect: `${one.expect}, now` })),
      };
      expect(generateChecklist(changed, EVERYTHING, TODAY).version).not.toBe(before.version);
    }),
  );
});

test('a source that went through JSON, as in the browser, makes the same list', () => {
  fc.assert(
    fc.property(randomSource, randomChoice, (source, choice) => {
      const sent = JSON.parse(JSON.stringify(source)) as ChecklistSource;
      expect(generateChecklist(sent, choice, TODAY)).toEqual(generateChecklist(source, choice, TODAY));
    }),
  );
});
