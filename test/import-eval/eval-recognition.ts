/**
 * `npm run eval:recognition`: imports documents in the shapes of public templates, and prints how much of what each says
 * clearly is in a field of its draft, or offered in its comment. Exits 1 if a share is below its limit.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { createDraft } from '../../src/knowledge/import/draft.ts';
import { guessFormats } from '../../src/knowledge/import/guess-format.ts';
import { findImportFormat } from '../../src/knowledge/import/import-formats.ts';
import { readDocuments } from '../../src/knowledge/import/read-documents.ts';
import { SourceSample } from '../../src/knowledge/import/source-sample.ts';
import { createVocabularyLookup } from '../../src/knowledge/import/vocabulary-lookup.ts';
import { readContent } from '../../src/node/content-folder.ts';

const FOLDER = process.argv[2] ?? 'test/fixtures/report-templates';

/** Contains what a document says, as a person reads it. `clocks` are the events whose day, clock time and zone it names. */
interface Expected {
  readonly format?: string;
  readonly title: string;
  readonly started?: string;
  readonly severity?: string;
  readonly duration?: string;
  readonly events: number;
  readonly clocks: number;
  readonly actions: number;
  readonly factors?: number;
  readonly impact?: number;
}

/** The least share in percent that is taken or offered. */
const LIMITS: Readonly<Record<string, number>> = {
  title: 100,
  started: 95,
  severity: 95,
  duration: 95,
  events: 95,
  clocks: 95,
  actions: 90,
  factors: 90,
  impact: 90,
};

const vocabulary = createVocabularyLookup(await readContent());
const expected = JSON.parse(await readFile(join(FOLDER, 'expected.json'), 'utf8')) as Record<
  string,
  Expected
>;
const totals = new Map<string, { found: number; said: number; missed: string[] }>();

for (const name of (await readdir(FOLDER)).filter((file) => file !== 'expected.json').sort()) {
  const truth = expected[name];
  if (!truth) throw new Error(`expected.json does not say what is in ${name}`);
  const bytes = await readFile(join(FOLDER, name));
  const format = truth.format
    ? findImportFormat(truth.format)
    : guessFormats(new SourceSample(name, bytes))[0];
  if (!format) throw new Error(`${name} has no format`);
  const [document] = await readDocuments(format, { path: name, bytes });
  if (!document) throw new Error(`${name} contains no document`);
  const { text } = createDraft(document, { kind: 'postmortem', vocabulary, isTaken: () => false });
  const [head = ''] = /(?<=^---\n)[\s\S]*?(?=\n---\n)/.exec(text) ?? [];
  count(name, truth, parse(head) as Record<string, unknown>, readOffers(head));
}

/** The fields in a comment. A field that is offered several times is one list. */
function readOffers(head: string): Map<string, unknown[]> {
  const offers = new Map<string, unknown[]>();
  const comment = head.split('\n').flatMap((line) => (line.startsWith('# ') ? [line.slice(2)] : []));
  for (const part of comment.join('\n').split(/^From ".*\n?/m)) {
    for (const [field, value] of Object.entries((parse(part) as object | null) ?? {})) {
      offers.set(field, [...(offers.get(field) ?? []), ...[value].flat()]);
    }
  }
  return offers;
}

function count(
  name: string,
  truth: Expected,
  fields: Record<string, unknown>,
  offers: ReadonlyMap<string, unknown[]>,
): void {
  const listOf = (field: string) => [fields[field] ?? [], offers.get(field) ?? []].flat();
  const has = (field: string, value: string | undefined) =>
    listOf(field).some((found) => value !== undefined && String(found).includes(value)) ? 1 : 0;
  const clocks = listOf('timeline').filter((event) =>
    /T\d\d:\d\d/.test(String((event as { at: string }).at)),
  );
  add('title', name, truth.title === fields.title ? 1 : 0, 1);
  for (const field of ['started', 'severity', 'duration'] as const) {
    if (truth[field] !== undefined) add(field, name, has(field, truth[field]), 1);
  }
  add('events', name, listOf('timeline').length, truth.events);
  add('clocks', name, clocks.length, truth.clocks);
  add('actions', name, listOf('actions').length, truth.actions);
  add('factors', name, listOf('factors').length, truth.factors ?? 0);
  if (truth.impact) add('impact', name, listOf('impact').some((found) => found !== 'unknown') ? 1 : 0, 1);
}

function add(field: string, name: string, found: number, said: number): void {
  const total = totals.get(field) ?? { found: 0, said: 0, missed: [] };
  total.found += Math.min(found, said);
  total.said += said;
  if (found < said) total.missed.push(name);
  totals.set(field, total);
}

for (const [field, { found, said, missed }] of totals) {
  const share = said === 0 ? 100 : (found / said) * 100;
  const isLow = share < (LIMITS[field] ?? 0);
  if (isLow) process.exitCode = 1;
  console.log(
    `${field.padEnd(9)} ${String(found).padStart(3)} of ${String(said).padStart(3)}  ${share.toFixed(0).padStart(3)} %${isLow ? `  below ${LIMITS[field]} %` : ''}${missed.length > 0 ? `  missed in ${missed.join(', ')}` : ''}`,
  );
}
