import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { type RenderedEntry, renderEntries } from '../../src/knowledge/graph/render-entries.ts';
import { createValidKnowledge } from '../../src/knowledge/graph/valid/valid-knowledge.ts';
import { KINDS } from '../../src/knowledge/schema/kinds.ts';
import { createAddresses } from '../../src/knowledge/source/addresses.ts';
import { createMaskedContent } from '../../src/knowledge/source/masked-content.ts';
import { createKeptKnowledge, renderKeptEntries } from '../../src/node/kept-entries.ts';
import { NOTE_HEAD, SMALL_FILES } from '../knowledge/small-content.ts';
import { arbitraryEdit, createEditedContent, type Files, makeEdit } from '../random-edits.ts';

let results: string;
const folders: string[] = [];
beforeEach(() => {
  results = mkdtempSync(join(tmpdir(), 'hindsight-entries-'));
  folders.push(results);
});
afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true });
});

const read = (files: Files) =>
  createMaskedContent(
    [...files].map(([path, text]) => ({ path, text })),
    'content',
  );

async function renderKept(files: Files): Promise<RenderedEntry[]> {
  return renderKeptEntries(await read(files), '/content-of-this-test', '/kb/', results);
}

async function renderAll(files: Files): Promise<RenderedEntry[]> {
  return renderEntries(await read(files), createAddresses('/kb/'));
}

/** Returns the files of the cache. */
function listKept(): string[] {
  const [folder = ''] = readdirSync(join(results, 'entries'));
  return readdirSync(join(results, 'entries', folder)).map((name) => join(results, 'entries', folder, name));
}

test('returns the same entries as without a cache, after random edits', { timeout: 180_000 }, async () => {
  const files = createEditedContent();
  expect(await renderKept(files)).toEqual(await renderAll(files));
  let made = 0;
  for (const choice of fc.sample(arbitraryEdit(), { numRuns: 200, seed: 17 })) {
    if (made === 50 || !(await makeEdit(files, choice))) continue;
    made++;
    expect(await renderKept(files), JSON.stringify(choice)).toEqual(await renderAll(files));
    const content = await read(files);
    const kept = await createKeptKnowledge(content, '/content-of-this-test', results);
    const created = createValidKnowledge(content);
    for (const kind of KINDS) expect(kept.all(kind)).toEqual(created.all(kind));
  }
  expect(made).toBe(50);
});

test('keeps one file for each document of the content, and ignores those that are cut off', async () => {
  const files = createEditedContent();
  const documents = [...files.keys()].filter((path) => path.endsWith('.mdx'));
  await renderKept(files);
  const before = listKept();
  expect(before.length).toBe(documents.length);
  for (const path of before) truncateSync(path, 50);
  expect(await renderKept(files)).toEqual(await renderAll(files));
  const [first = ''] = documents;
  files.set(first, `${files.get(first)}\nThe queue was empty again.\n`);
  await renderKept(files);
  expect(before.filter((path) => listKept().includes(path)).length).toBe(documents.length - 1);
});

test('renders a procedure again if the mode of its activity changes', async () => {
  const note = `${NOTE_HEAD}\n<Procedure id="p" title="Down" activity="emergency">\n\n1. Read.\n\n</Procedure>\n`;
  const render = async (mode: string) => {
    const activities = SMALL_FILES['vocabulary/activities.yaml'].replace('read-do', mode);
    const files = { ...SMALL_FILES, 'vocabulary/activities.yaml': activities, 'notes/n.mdx': note };
    return (await renderKept(new Map(Object.entries(files)))).map(({ html }) => html ?? '').join('');
  };
  expect(await render('do-confirm')).not.toContain('/checklists/procedures/');
  expect(await render('read-do')).toContain('/checklists/procedures/n/p/');
});
