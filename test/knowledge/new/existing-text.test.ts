/**
 * A page that begins with what is there already. The source documents are not part of the repository: where they
 * are absent, those tests are skipped.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { guessFormat } from '../../../src/knowledge/import/import-formats.ts';
import { toExistingText } from '../../../src/knowledge/new/existing-text.ts';
import { formatPage } from '../../../src/knowledge/new/page-text.ts';
import { getShownText, parseDraft, stripMarkup } from '../import/compare-words.ts';
import { createContent } from '../small-content.ts';

const content = createContent({});

async function taken(path: string, text: string) {
  const [source] = (await guessFormat(path)?.read({ path, text })) ?? [];
  if (!source) throw new Error(`${path} was not read`);
  return toExistingText(source, 'postmortem', content);
}

test('facts are answers; what was made of the first words is only proposed; names that are not known are said', async () => {
  const text =
    '---\nseverity: P2\ntags: [ES, kafka]\nstarted: 2018-03-10\n---\nThe disk was full. Nobody saw it.\n';
  const { answers, proposed, remarks } = await taken('mail.md', text);
  expect(answers.fields).toMatchObject({ started: '2018-03-10', kind: 'incident', status: 'draft' });
  for (const name of ['title', 'summary', 'severity', 'organization', 'detection', 'trigger', 'impact']) {
    expect(answers.fields).not.toHaveProperty(name);
  }
  expect(proposed).toEqual({ title: 'The disk was full', summary: 'The disk was full. Nobody saw it.' });
  expect(remarks).toContain('`kafka` is in no vocabulary');
  expect(remarks).toContain('`severity` (P2) found no place in `severity`, kept in the text');
});

test.each([
  ['notes.md', 'markdown'],
  ['post.txt', 'text'],
  ['message.eml', 'mail'],
  ['page.html', 'html'],
  ['export.json', undefined],
])('%s is most likely %s', (path, format) => {
  expect(guessFormat(path)?.name).toBe(format);
});

const SEEDS = resolve(process.env.HINDSIGHT_SEEDS ?? '../shared/seeds');
const FILES = existsSync(SEEDS) ? (await readdir(SEEDS)).filter((name) => name.endsWith('.txt')) : [];

describe.skipIf(FILES.length === 0)('no word is lost', { timeout: 60_000 }, () => {
  test.each(FILES)('%s', async (name) => {
    const source = await readFile(join(SEEDS, name), 'utf8');
    const { answers, proposed, body: text } = await taken(name, source);
    const fields = { ...proposed, ...answers.fields };
    const page = formatPage('postmortem', { ...answers, fields }, ['What happened', 'What was done'], text);
    const file = parseDraft({ path: 'postmortems/a.mdx', text: page });
    // The numbers of a list are shown by its kind.
    const lost = new Map(timesOf(source.replace(/^\s*\d+[.)]\s/gm, '')));
    for (const [word, times] of timesOf(getShownText(file))) lost.set(word, (lost.get(word) ?? 0) - times);
    const words = [...lost].filter(([word, times]) => times > 0 && !NAMES.has(word));
    expect(words).toEqual([]);
  });
});

/** "Problems encountered" and "What worked well" are the names of what became fields. */
const NAMES = new Set(['problems', 'encountered', 'what', 'worked', 'well']);

/** How often each word stands in a text. */
function timesOf(text: string): Map<string, number> {
  const times = new Map<string, number>();
  for (const [word] of stripMarkup(text)
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}]+/gu)) {
    times.set(word, (times.get(word) ?? 0) + 1);
  }
  return times;
}
