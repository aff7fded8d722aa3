import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { FACTS } from './source-facts.ts';

test('every fact of the five source documents is in its entry', async () => {
  const entries = new Map<string, string>();
  const missing: string[] = [];
  for (const { source, entry, text } of FACTS) {
    if (!entries.has(entry)) entries.set(entry, (await readFile(`content/${entry}.mdx`, 'utf8')).toLowerCase());
    if (!entries.get(entry)?.includes(text.toLowerCase())) missing.push(`${source}: ${text} → ${entry}`);
  }
  expect(FACTS.length).toBeGreaterThan(400);
  expect(missing).toEqual([]);
});
