import { describe, expect, it } from 'vitest';
import { listItems } from '../../../src/knowledge/checklists/checklist.ts';
import { createChecklistSource } from '../../../src/knowledge/checklists/checklist-source.ts';
import { generateChecklist } from '../../../src/knowledge/checklists/generate-checklist.ts';
import {
  combineSource,
  divideSource,
  listPartNames,
} from '../../../src/knowledge/checklists/source-parts.ts';
import { createGeneratedKnowledge } from '../../bench/generated-knowledge.ts';

const source = createChecklistSource(await createGeneratedKnowledge(300));
const { index, parts } = divideSource(JSON.parse(JSON.stringify(source)));
const choose = (names: readonly string[]) =>
  names.map((name) => parts.get(name) ?? expect.fail(`there is no part ${name}`));

describe('divideSource', () => {
  it('creates files of less than 100 KB', () => {
    const sizes = [index, ...parts.values()].map((part) => Buffer.byteLength(JSON.stringify(part)));
    expect(Math.max(...sizes)).toBeLessThan(100_000);
    expect(parts.size).toBeGreaterThan(source.activities.length);
  });

  it('loses nothing', () => {
    const { texts, ...rest } = combineSource(index, [...parts.values()]);
    expect(rest).toEqual({ ...source, texts: undefined });
    for (const { evidence } of source.lessons) {
      for (const { text } of evidence) expect(texts[text]).toEqual(source.texts[text]);
    }
  });
});

describe('the parts of a choice', () => {
  it.each([
    { activity: 'emergency', services: [], tags: [] },
    { services: [source.services[0]?.id ?? ''], tags: [] },
    { services: [], tags: [source.tags[0]?.id ?? ''] },
    { activity: source.activities[1]?.id ?? '', services: [source.services[3]?.id ?? ''], tags: [] },
  ])('give the same list as the whole source: %o', (choice) => {
    const combined = combineSource(index, choose(listPartNames(index, choice)));
    expect(generateChecklist(combined, choice, '2026-11-27')).toEqual(
      generateChecklist(source, choice, '2026-11-27'),
    );
  });

  it('are those of one activity, or all parts without one', () => {
    expect(listPartNames(index, { activity: 'emergency' })).toEqual(
      [...parts.keys()].filter((name) => name.startsWith('emergency-')),
    );
    expect(listPartNames(index, {})).toEqual([...parts.keys()]);
  });
});

describe('createChecklistSource', () => {
  it('names the evidence of the checks and the newest of a lesson, and counts the rest', () => {
    const cut = source.lessons.filter(({ moreEvidence }) => moreEvidence);
    expect(cut.length).toBeGreaterThan(0);
    for (const { evidence } of cut) expect(evidence.length).toBeGreaterThanOrEqual(6);
    for (const { lesson, evidence } of source.checks) {
      const named = source.lessons.find(({ id }) => id === lesson)?.evidence.map(({ text }) => text);
      expect(named).toEqual(expect.arrayContaining([...evidence]));
    }
  });
});

it('a list without an activity has at most 30 items, and names the others', () => {
  const longest = source.tags
    .map(({ id }) => generateChecklist(source, { services: [], tags: [id] }, '2026-11-27'))
    .toSorted((a, b) => listItems(b).length - listItems(a).length)[0];
  const all = generateChecklist(
    source,
    { services: [], tags: source.tags.map(({ id }) => id) },
    '2026-11-27',
  );
  expect(listItems(longest ?? all).length).toBeLessThanOrEqual(30);
  expect(listItems(all).length).toBeLessThanOrEqual(30);
  expect(all.omitted.filter(({ why }) => why.includes('room for 30 items')).length).toBeGreaterThan(0);
});
