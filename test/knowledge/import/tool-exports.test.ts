/**
 * Imports a sample of the export of each tool, in the shapes of their public documentation: nothing is lost, the facts
 * are in their fields, and a second run has nothing to do.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runRules } from '../../../src/knowledge/check/run-rules.ts';
import { guessFormats } from '../../../src/knowledge/import/guess-format.ts';
import { findImportFormat } from '../../../src/knowledge/import/import-formats.ts';
import { type ImportOutcome, planImport } from '../../../src/knowledge/import/plan-import.ts';
import { readDocuments } from '../../../src/knowledge/import/read-documents.ts';
import type { SourceDocument } from '../../../src/knowledge/import/source-document.ts';
import { SourceSample } from '../../../src/knowledge/import/source-sample.ts';
import { Content } from '../../../src/knowledge/source/content.ts';
import { SMALL_CONTEXT } from '../small-content.ts';
import { getShownText, parseDraft } from './compare-words.ts';
import { SMALL_CONTENT } from './small-import-content.ts';

const FOLDER = 'test/fixtures/tool-exports';

interface Expected {
  readonly format: string;
  /** The page of the documentation that shows its shape. */
  readonly source: string;
  /** The paths of what says nothing of an incident: ids, addresses of the API, settings. */
  readonly omitted: readonly string[];
  /** The paths of texts whose headings are fields of the draft, or that name people. */
  readonly rewritten: readonly string[];
  /** The paths of people, who are roles in the draft. */
  readonly people: readonly string[];
  /** For each draft, the fields that the sample says. */
  readonly drafts: readonly Readonly<Record<string, unknown>>[];
  /** Lines of the comments of the drafts. */
  readonly offers: readonly string[];
}

const EXPECTED = JSON.parse(await readFile(join(FOLDER, 'expected.json'), 'utf8')) as Record<
  string,
  Expected
>;
const NAMES = (await readdir(FOLDER)).filter((name) => name !== 'expected.json').sort();

test('has an expectation for each sample', () => {
  expect(NAMES).toEqual(Object.keys(EXPECTED).sort());
});

async function read(name: string): Promise<readonly SourceDocument[]> {
  const format = findImportFormat(EXPECTED[name]?.format ?? '');
  if (!format) throw new Error(`${name} has no format`);
  return readDocuments(format, { path: name, bytes: await readFile(join(FOLDER, name)) });
}

async function importDrafts(name: string) {
  const outcomes = await planImport(await read(name), SMALL_CONTENT, 'postmortem', SMALL_CONTEXT);
  return outcomes.map((outcome: ImportOutcome) => {
    if (outcome.type !== 'new') throw new Error(`${name} became no draft: ${outcome.type}`);
    return outcome.draft;
  });
}

test.each(NAMES)('%s has one format that recognises it', async (name) => {
  const sample = new SourceSample(name, await readFile(join(FOLDER, name)));
  expect(guessFormats(sample).map((format) => format.name)).toEqual([EXPECTED[name]?.format]);
});

test.each(NAMES)('%s has its facts in the fields of its drafts', async (name) => {
  const drafts = await importDrafts(name);
  const files = drafts.map(parseDraft);
  expect(files.map(({ yaml }) => yaml.value)).toMatchObject(EXPECTED[name]?.drafts ?? []);
  const comments = drafts.flatMap(({ text }) => text.split('\n').filter((line) => line.startsWith('# ')));
  for (const offer of EXPECTED[name]?.offers ?? []) expect(comments).toContain(`# ${offer}`);
});

test.each(NAMES)('%s loses no text and no number', async (name) => {
  const { omitted = [], rewritten = [], people = [] } = EXPECTED[name] ?? {};
  const shown = (await importDrafts(name)).map((draft) => getShownText(parseDraft(draft))).join('\n');
  const words = new Set(shown.toLowerCase().match(WORDS));
  const lost = listValues(JSON.parse(await readFile(join(FOLDER, name), 'utf8')))
    .filter(({ value }) => (value.toLowerCase().match(WORDS) ?? []).some((word) => !words.has(word)))
    .map(({ path }) => path);
  expect([...new Set(lost)].sort()).toEqual([...omitted, ...rewritten, ...people].sort());
});

test.each(NAMES)('%s names no person', async (name) => {
  const { people = [] } = EXPECTED[name] ?? {};
  const text = (await importDrafts(name)).map((draft) => draft.text).join('\n');
  const named = listValues(JSON.parse(await readFile(join(FOLDER, name), 'utf8'))).filter(
    ({ path, value }) => people.includes(path) && /[\s@.]/.test(value) && text.includes(value),
  );
  expect(named).toEqual([]);
});

test.each(NAMES)('%s has nothing to do in a second run, and its drafts no error', async (name) => {
  const drafts = await importDrafts(name);
  const files = SMALL_CONTENT.files.map(({ path, text, type }) => ({
    path: path.slice(SMALL_CONTENT.root.length + 1),
    ...(type === 'picture' ? {} : { text }),
  }));
  const whole = new Content([...files, ...drafts], SMALL_CONTENT.root);
  expect(
    runRules(whole).filter(({ severity, path }) => severity === 'error' && path.endsWith('.mdx')),
  ).toEqual([]);
  const again = await planImport(await read(name), whole, 'postmortem', SMALL_CONTEXT);
  expect(again.map((outcome) => [outcome.type, outcome.type === 'known' && outcome.changed])).toEqual(
    drafts.map(() => ['known', false]),
  );
});

test.each(NAMES)(
  '%s is read, or refused with a reason, whatever a value of it is',
  async (name) => {
    const text = await readFile(join(FOLDER, name), 'utf8');
    const reader = findImportFormat(EXPECTED[name]?.format ?? '');
    const encoder = new TextEncoder();
    const stopped: string[] = [];
    for (const path of listPaths(JSON.parse(text))) {
      for (const value of [{ toString: 1 }, [], 'constructor']) {
        const bytes = encoder.encode(JSON.stringify(replaceAt(JSON.parse(text), path, value)));
        await readDocuments(reader as NonNullable<typeof reader>, { path: name, bytes }).catch(
          (error: Error) => {
            if (error.message.includes('stops the program'))
              stopped.push(`${path.join('.')}: ${error.message}`);
          },
        );
      }
    }
    expect(stopped).toEqual([]);
  },
  30_000,
);

function listPaths(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [...path, key],
    ...listPaths(inner, [...path, key]),
  ]);
}

function replaceAt(value: unknown, [key = '', ...rest]: readonly string[], replacement: unknown): unknown {
  const record = value as Record<string, unknown>;
  record[key] = rest.length === 0 ? replacement : replaceAt(record[key], rest, replacement);
  return record;
}

const WORDS = /[\p{L}\p{N}]+/gu;

/** Returns the texts and numbers, by their paths without the numbers of lists. */
function listValues(value: unknown, path = ''): { readonly path: string; readonly value: string }[] {
  if (value === null || typeof value === 'boolean' || value === '') return [];
  if (typeof value !== 'object') return [{ path, value: String(value) }];
  if (Array.isArray(value)) return value.flatMap((item) => listValues(item, path));
  return Object.entries(value).flatMap(([key, inner]) => listValues(inner, path ? `${path}.${key}` : key));
}
