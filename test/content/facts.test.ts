import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { FACTS, type Fact, UNFOUNDED } from './source-facts.ts';

/** Line breaks and letter case do not matter. */
function toComparable(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ');
}

/** Returns those facts whose text is in their entry, or not in it. */
async function findFacts(facts: readonly Fact[], isIncluded: boolean): Promise<string[]> {
  const texts = await Promise.all(facts.map(({ entry }) => readFile(`content/${entry}.mdx`, 'utf8')));
  return facts
    .filter(
      ({ text }, index) => toComparable(texts[index] ?? '').includes(toComparable(text)) === isIncluded,
    )
    .map(({ source, lines, entry, text }) => `${source}${lines ? `, lines ${lines}` : ''}: ${text} → ${entry}`);
}

test('every fact of the five source documents is in its entry', async () => {
  expect(FACTS.length).toBeGreaterThan(550);
  expect(await findFacts(FACTS, false)).toEqual([]);
});

test('no statement without a source has come back', async () => {
  expect(UNFOUNDED.length).toBeGreaterThan(0);
  expect(await findFacts(UNFOUNDED, true)).toEqual([]);
});
