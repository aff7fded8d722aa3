/** Tests the rules of the literature one by one on lists from random lessons. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Checklist, listItems } from '../../../src/knowledge/checklists/checklist.ts';
import type { ChecklistChoice } from '../../../src/knowledge/checklists/checklist-choice.ts';
import type { ChecklistSource } from '../../../src/knowledge/checklists/checklist-source.ts';
import { generateChecklist } from '../../../src/knowledge/checklists/generate-checklist.ts';
import { toQuestionKey } from '../../../src/knowledge/checklists/same-question.ts';
import { randomChoice, randomSource, UNKNOWN_VERBS } from './random-source.ts';

const TODAY = '2026-11-21';
const EVERYTHING = { services: [], tags: [] };

function assertForRandomLists(
  property: (list: Checklist, source: ChecklistSource, choice: ChecklistChoice) => void,
): void {
  fc.assert(
    fc.property(randomSource, randomChoice, (source, choice) =>
      property(generateChecklist(source, choice, TODAY), source, choice),
    ),
    { numRuns: 200 },
  );
}

test('the random lessons produce every kind of explanation and omission', () => {
  const results = fc
    .sample(fc.tuple(randomSource, randomChoice), { numRuns: 300, seed: 1 })
    .map(([source, choice]) => generateChecklist(source, choice, TODAY));
  const kinds = new Set(results.flatMap(({ explanation }) => explanation.map(({ kind }) => kind)));
  expect([...kinds].sort()).toEqual(['merged', 'nearly-same', 'order']);
  const reasons = new Set(results.flatMap(({ omitted }) => omitted.map(({ reason }) => reason)));
  expect([...reasons].sort()).toEqual(['choice', 'limit', 'organization', 'pause-point', 'replaced']);
});

test('a pause point has at most nine items', () => {
  assertForRandomLists(({ blocks }) => {
    for (const { items } of blocks) expect(items.length).toBeLessThanOrEqual(9);
  });
});

test('a pause point asks each question once', () => {
  assertForRandomLists(({ blocks }) => {
    for (const { items } of blocks) {
      const keys = items.map(toQuestionKey);
      expect(new Set(keys).size).toBe(keys.length);
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    }
  });
});

test('every item names the evidence of its own checks, and its lessons name theirs', () => {
  assertForRandomLists((list, source) => {
    for (const item of listItems(list)) {
      expect(item.lessons.length).toBeGreaterThan(0);
      const own = source.checks
        .filter((check) => toQuestionKey(check) === toQuestionKey(item))
        .flatMap(({ evidence }) => evidence.map((index) => source.texts[index]?.id));
      for (const { id, kind } of item.evidence) {
        expect(own).toContain(id);
        expect(kind).toBe('postmortem');
      }
      for (const lesson of item.lessons) {
        const all = source.lessons.find(({ id }) => id === lesson.id)?.evidence ?? [];
        expect(lesson.evidence.map(({ id }) => id)).toEqual(all.map(({ text }) => source.texts[text]?.id));
      }
    }
  });
});

test('every check of an activity is on its list, or is named below it, whatever its language', () => {
  fc.assert(
    fc.property(randomSource, randomChoice, (source, choice) => {
      for (const activity of source.activities.map(({ id }) => id)) {
        const list = generateChecklist(source, { ...choice, activity }, TODAY);
        const named = [...listItems(list), ...list.omitted].map(toQuestionKey);
        for (const check of source.checks.filter((candidate) => candidate.activity === activity)) {
          expect(named).toContain(toQuestionKey(check));
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('every check without a value, or of a language without known verbs, can be an item', () => {
  const items = fc
    .sample(randomSource, { numRuns: 200, seed: 1 })
    .flatMap((source) => listItems(generateChecklist(source, EVERYTHING, TODAY)));
  for (const verb of UNKNOWN_VERBS) expect(items.some(({ text }) => text.startsWith(verb))).toBe(true);
  expect(items.some((item) => item.expect === undefined)).toBe(true);
  expect(items.every((item) => item.expect === undefined || item.expect.trim() !== '')).toBe(true);
});

test('items are in the order of their places, then by lesson', () => {
  fc.assert(
    fc.property(randomSource, fc.constantFrom('deploy', 'emergency'), (source, id) => {
      const { blocks } = generateChecklist(
        source,
        { activity: id, services: [], tags: [], others: true },
        TODAY,
      );
      const points = source.activities.find((activity) => activity.id === id)?.pausePoints ?? [];
      for (const point of points) {
        const sorted = source.checks
          .filter((check) => check.activity === id && check.pausePoint === point.id)
          .toSorted((a, b) => (a.lesson < b.lesson ? -1 : a.lesson > b.lesson ? 1 : 0))
          .toSorted((a, b) => getPlace(point.checks, a) - getPlace(point.checks, b));
        const places = (blocks.find((block) => block.id === point.id)?.items ?? []).map((item) =>
          sorted.findIndex(
            (check) =>
              toQuestionKey(check) === toQuestionKey(item) &&
              item.lessons.some((lesson) => lesson.id === check.lesson),
          ),
        );
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }
    }),
    { numRuns: 200 },
  );
});

function getPlace(
  places: readonly string[],
  { lesson, id }: { readonly lesson: string; readonly id?: string },
) {
  const place = places.indexOf(`${lesson}/${id}`);
  return place < 0 ? places.length : place;
}

/** Adds a postmortem that learned every lesson and backs some of the checks. */
function addPostmortem(source: ChecklistSource, backs: (index: number) => boolean): ChecklistSource {
  const text = source.texts.length;
  return {
    ...source,
    texts: [
      ...source.texts,
      {
        kind: 'postmortem',
        id: 'newest',
        title: 'The newest',
        label: 'Firm 2026-11',
        date: { words: 'November 2026', lastDay: '2026-11-30' },
      },
    ],
    lessons: source.lessons.map((lesson) => ({
      ...lesson,
      evidence: [...lesson.evidence, { text, relation: 'relearned' as const }],
    })),
    checks: source.checks.map((check, index) =>
      backs(index) ? { ...check, evidence: [...check.evidence, text] } : check,
    ),
  };
}

test('one more postmortem never reorders items, and changes nothing in a READ-DO block', () => {
  fc.assert(
    fc.property(randomSource, randomChoice, fc.func(fc.boolean()), (source, choice, backs) => {
      const before = generateChecklist(source, choice, TODAY);
      const after = generateChecklist(addPostmortem(source, backs), choice, TODAY);
      expect(after.blocks.map(({ id }) => id)).toEqual(before.blocks.map(({ id }) => id));
      for (const [index, block] of before.blocks.entries()) {
        const [old, now] = [block, after.blocks[index]].map((one) => one?.items.map(({ id }) => id) ?? []);
        const kept = old?.filter((id) => now?.includes(id));
        expect(now?.filter((id) => kept?.includes(id))).toEqual(kept);
        if (block.mode === 'read-do') expect(now).toEqual(old);
      }
    }),
    { numRuns: 200 },
  );
});

test('a list for one organization has no item of another, unless they are included and marked', () => {
  assertForRandomLists((list, source, choice) => {
    const own = choice.organization ?? source.organizations.find(({ home }) => home)?.id;
    for (const { organization } of listItems(list)) {
      if (!own) expect(organization?.label).toBe(organization?.name);
      else if (!choice.others) expect(organization).toBeUndefined();
      else if (organization) expect(organization.label).toBe(`At ${organization.name}`);
    }
    expect(list.organization).toBe(own?.toUpperCase());
  });
});

test('the list does not depend on the order of the lessons', () => {
  fc.assert(
    fc.property(randomSource, randomChoice, fc.infiniteStream(fc.nat()), (source, choice, numbers) => {
      const shuffled = <T>(list: readonly T[]) =>
        list
          .map((value) => ({ value, at: Number(numbers.next().value) }))
          .sort((a, b) => a.at - b.at)
          .map(({ value }) => value);
      const lessons = shuffled(source.lessons);
      const checks = lessons.flatMap(({ id }) => source.checks.filter((check) => check.lesson === id));
      const other = { ...source, lessons, checks };
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
