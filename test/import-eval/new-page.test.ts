/** Starts a page from each of the source documents of the sample content: no word is lost. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findImportFormat } from '../../src/knowledge/import/import-formats.ts';
import { toExistingText } from '../../src/knowledge/new/existing-text.ts';
import { formatPage } from '../../src/knowledge/new/page-text.ts';
import { getShownText, parseDraft, stripMarkup } from '../knowledge/import/compare-words.ts';
import { createContent } from '../knowledge/small-content.ts';

const SEEDS = process.env.HINDSIGHT_SEEDS ?? '';
const FILES = (await readdir(SEEDS)).filter((name) => name.endsWith('.txt'));

test('there are five source documents', () => {
  expect(FILES).toHaveLength(5);
});

test.each(FILES)('a page from %s contains every word of it', async (name) => {
  const source = await readFile(join(SEEDS, name), 'utf8');
  const [document] = (await findImportFormat('text')?.read({ path: name, text: source })) ?? [];
  if (!document) throw new Error(`${name} was not read`);
  const { answers, proposed, body: text } = toExistingText(document, 'postmortem', createContent({}));
  const fields = { ...proposed, ...answers.fields };
  const page = formatPage('postmortem', { ...answers, fields }, ['What happened', 'What was done'], text);
  const file = parseDraft({ path: 'postmortems/a.mdx', text: page });
  // The numbers of a list are shown by its kind.
  const lost = new Map(timesOf(source.replace(/^\s*\d+[.)]\s/gm, '')));
  for (const [word, times] of timesOf(getShownText(file))) lost.set(word, (lost.get(word) ?? 0) - times);
  const words = [...lost].filter(([word, times]) => times > 0 && !NAMES.has(word));
  expect(words).toEqual([]);
});

/** "Problems encountered" and "What worked well" are the names of what became fields. */
const NAMES = new Set(['problems', 'encountered', 'what', 'worked', 'well']);

/** Counts each word of a text. */
function timesOf(text: string): Map<string, number> {
  const times = new Map<string, number>();
  for (const [word] of stripMarkup(text)
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}]+/gu)) {
    times.set(word, (times.get(word) ?? 0) + 1);
  }
  return times;
}
