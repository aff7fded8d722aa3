import { expect, test } from 'vitest';
import type { Entry } from '../src/knowledge/graph/entries.ts';
import { observeEntry, recordQuestions, withoutRecording } from '../src/page-questions.ts';

const ENTRY = {
  kind: 'tag',
  id: 'a',
  path: 'tags.yaml',
  data: { title: 'A' },
  links: [],
} as unknown as Entry;

async function listAsked(render: (entry: Entry) => unknown): Promise<readonly string[]> {
  const entry = observeEntry(ENTRY);
  return (await recordQuestions(async () => render(entry))).asked;
}

test('a page depends on the parts of an entry that it reads', async () => {
  expect(await listAsked(({ id }) => id)).toEqual([]);
  expect(await listAsked(({ data }) => data)).toEqual(['["part","tag","a","data"]']);
  expect(await listAsked((entry) => ({ ...entry }))).toEqual([
    '["part","tag","a","data"]',
    '["part","tag","a","links"]',
  ]);
});

test('each page that reads an entry depends on it', async () => {
  const entry = observeEntry(ENTRY);
  const read = () => recordQuestions(async () => entry.data.title);
  expect((await read()).asked).toEqual((await read()).asked);
  expect((await read()).result).toBe('A');
});

test('a page does not depend on what only the computation of an answer reads', async () => {
  expect(await listAsked(async (entry) => withoutRecording(async () => entry.data.title))).toEqual([]);
});
