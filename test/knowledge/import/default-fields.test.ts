import { expect, test } from 'vitest';
import { parseDefaultField } from '../../../src/knowledge/import/default-fields.ts';
import { findImportFormat } from '../../../src/knowledge/import/import-formats.ts';
import { formatImportReport } from '../../../src/knowledge/import/import-report.ts';
import { planImport } from '../../../src/knowledge/import/plan-import.ts';
import { readDocuments } from '../../../src/knowledge/import/read-documents.ts';
import type { Fact } from '../../../src/knowledge/import/source-document.ts';
import { createVocabularyLookup } from '../../../src/knowledge/import/vocabulary-lookup.ts';
import { SMALL_CONTEXT } from '../small-content.ts';
import { SMALL_CONTENT } from './small-import-content.ts';

const vocabulary = createVocabularyLookup(SMALL_CONTENT);

function parse(written: string): Fact {
  const parsed = parseDefaultField(written, vocabulary);
  if ('error' in parsed) throw new Error(parsed.error);
  return parsed.fact;
}

async function importAll(
  sources: readonly string[],
  defaults: readonly Fact[],
  kind: 'postmortem' | 'note' = 'postmortem',
) {
  const reader = findImportFormat('markdown');
  if (!reader) throw new Error('There is no format for Markdown');
  const documents = await Promise.all(
    sources.map((text, index) =>
      readDocuments(reader, { path: `${index}.md`, bytes: new TextEncoder().encode(text) }),
    ),
  );
  return planImport(documents.flat(), SMALL_CONTENT, kind, SMALL_CONTEXT, { defaults });
}

const texts = async (...args: Parameters<typeof importAll>) =>
  (await importAll(...args)).map((outcome) => (outcome.type === 'new' ? outcome.draft.text : outcome.type));

test('fills a field that a source does not name, and no other', async () => {
  const defaults = [parse('severity=sev3'), parse('organization=Example Inc.'), parse('services=PG, ES')];
  const [without, named, own] = await texts(
    [
      '# A\n\nIt failed.\n',
      '---\nseverity: sev1\nservices: [PG]\n---\n# B\n\nIt failed.\n',
      '---\nseverity: P2\n---\n# C\n\nIt failed.\n',
    ],
    defaults,
  );
  expect(without).toContain('severity: sev3\n');
  expect(without).toContain('organization: example\n');
  expect(without).toContain('services:\n  - postgresql\n  - elasticsearch\n');
  expect(named).toContain('severity: sev1\n');
  expect(named).toContain('services:\n  - postgresql\nsources');
  // P2 is a value: a person says which of ours it is.
  expect(own).toContain('severity: unknown\n');
  expect(own).toContain('# severity: P2\n');
});

test('gives a note only the fields that it has', async () => {
  const [note] = await texts(
    ['# A\n\nRead the log.\n'],
    [parse('severity=sev3'), parse('tags=lock file')],
    'note',
  );
  expect(note).toContain('tags:\n  - stale-lock\n');
  expect(note).not.toContain('severity');
});

test.each([
  ['severity=high', 'Unexpected `high` for `severity`, expected one of: sev1, sev2, sev3, sev4, unknown'],
  ['organization=nobody', 'Unexpected `nobody` for `organization`, expected a name from the vocabulary'],
  ['services=', 'Unexpected `` for `services`, expected a name from the vocabulary'],
])('refuses --default %s', (written, error) => {
  expect(parseDefaultField(written, vocabulary)).toEqual({ error });
});

test('refuses a default for a field that a note does not have', () => {
  expect(parseDefaultField('severity=sev3', vocabulary, 'note')).toEqual({
    error:
      'Unexpected `--default severity=sev3`, expected `field=value` with one of: organization, services, tags',
  });
});

test.each(['severity', 'title=x', 'nothing=x', '=sev1'])(
  'refuses --default %s and names the fields',
  (written) => {
    expect(parseDefaultField(written, vocabulary)).toMatchObject({
      error: expect.stringContaining('expected `field=value` with one of: kind, severity, organization'),
    });
  },
);

test('ends the report with the three things that would help most', async () => {
  const incident = (name: string, rest = '') =>
    `---\ntags: [Payments API]\n---\n# ${name} fails\n\nIt failed.\n\n## Timeline\n\n- 2024-05-14 09:31 UTC: it fails\n${rest}`;
  const outcomes = await importAll([incident('A'), incident('B'), incident('C'), '# D\n\nIt failed.\n'], []);
  const report = formatImportReport({ outcomes, unreadable: [], root: 'content', isDryRun: false });
  expect(report.slice(report.indexOf('4 drafts written'))).toBe(`4 drafts written.

What would help most:
  4 drafts name no severity: to fill it in, delete them and import again with \`--default severity=…\`
  4 drafts name no organization: to fill it in, delete them and import again with \`--default organization=…\`
  4 drafts name no start: the comments of 3 of them offer one
`);
  const given = await importAll(
    [incident('A'), incident('B')],
    [parse('severity=sev3'), parse('organization=example')],
  );
  const second = formatImportReport({ outcomes: given, unreadable: [], root: 'content', isDryRun: false });
  expect(second.slice(second.indexOf('What would'))).toBe(`What would help most:
  2 drafts name no start: the comments of 2 of them offer one
  2 drafts offer a timeline in a comment: write the kind of each event
  2 drafts name \`Payments API\`, which is in no vocabulary: add it, or add it as an alias
`);
});
