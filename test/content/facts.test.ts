import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { FACTS } from './source-facts.ts';

/** Line breaks and letter case do not matter. */
function toComparable(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ');
}

test('every fact of the five source documents is in its entry', async () => {
  const entries = new Map<string, string>();
  const missing: string[] = [];
  for (const { source, entry, text } of FACTS) {
    if (!entries.has(entry)) entries.set(entry, toComparable(await readFile(`content/${entry}.mdx`, 'utf8')));
    if (!entries.get(entry)?.includes(toComparable(text))) missing.push(`${source}: ${text} → ${entry}`);
  }
  expect(FACTS.length).toBeGreaterThan(400);
  expect(missing).toEqual([]);
});
