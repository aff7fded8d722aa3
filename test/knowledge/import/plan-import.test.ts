import type { Blockquote, RootContent } from 'mdast';
import { expect, test } from 'vitest';
import { formatImportReport, needsAttention } from '../../../src/knowledge/import/import-report.ts';
import { readMarkdown } from '../../../src/knowledge/import/markdown-reader.ts';
import { type ImportOutcome, planImport } from '../../../src/knowledge/import/plan-import.ts';
import type { SourceDocument } from '../../../src/knowledge/import/source-document.ts';
import { Content } from '../../../src/knowledge/source/content.ts';
import { SMALL_CONTEXT } from '../small-content.ts';
import { SMALL_CONTENT } from './small-import-content.ts';

const read = (text: string, path = 'x.md') => readMarkdown({ path, text });
const plan = (sources: SourceDocument[], content = SMALL_CONTENT) =>
  planImport(sources, content, 'postmortem', SMALL_CONTEXT);

/** The small content with what a plan would write, as the next run finds it. */
function written(outcomes: readonly ImportOutcome[], edit = (text: string) => text): Content {
  const files = SMALL_CONTENT.files.map(({ path, text }) => ({ path: path.slice('content/'.length), text }));
  const drafts = outcomes.flatMap((outcome) => (outcome.type === 'new' ? [outcome.draft] : []));
  return new Content([...files, ...drafts.map(({ path, text }) => ({ path, text: edit(text) }))], 'content');
}

const types = (outcomes: readonly ImportOutcome[]) =>
  outcomes.map((outcome) => `${outcome.type}${'changed' in outcome && outcome.changed ? ', changed' : ''}`);

test('has nothing to do in a second run, even if a person edited the draft', async () => {
  const sources = [read('---\ntitle: A\n---\nText.')];
  const first = await plan(sources);
  expect(types(first)).toEqual(['new']);
  expect(types(await plan(sources, written(first)))).toEqual(['known']);
  expect(
    types(
      await plan(
        sources,
        written(first, (text) => text.replace('Text.', 'Other.')),
      ),
    ),
  ).toEqual(['known']);
});

test('recognises a changed source by its id, reports it and does not overwrite its draft', async () => {
  const first = await plan([read('---\nid: "a b*/"\ntitle: A\n---\nText.')]);
  const again = await plan([read('---\nid: "a b*/"\ntitle: A\n---\nOther.')], written(first));
  expect(types(again)).toEqual(['known, changed']);
  expect(needsAttention({ outcomes: again, unreadable: [] })).toBe(true);
  expect(formatImportReport({ outcomes: again, unreadable: [], root: 'content', isDryRun: false })).toBe(
    'x.md  has changed since it was imported to content/postmortems/a.mdx; compare them by hand\n\nNothing to do, 1 imported before.\n',
  );
});

test('gives two sources with one title two ids, and one source given twice one draft', async () => {
  const outcomes = await plan([read('# A\n\n1'), read('# A\n\n2'), read('# A\n\n1', 'y.md')]);
  expect(outcomes.map((outcome) => (outcome.type === 'new' ? outcome.draft.id : outcome.type))).toEqual([
    'a',
    'a-2',
    'known',
  ]);
});

test('skips a source whose address a handwritten page already names', async () => {
  const source = read('---\ntitle: A\nurl: https://example.org/a\n---\n');
  const other = read('---\ntitle: B\nurl: https://example.org/a\n---\n');
  const first = await plan([source]);
  const byHand = written(first, (text) => text.replace(/\{\/\*.*\*\/\}/, ''));
  expect(await plan([source], byHand)).toEqual([
    { type: 'covered', source: source, path: 'content/postmortems/a.mdx' },
  ]);
  expect(types(await plan([other], written(first)))).toEqual(['new']);
});

test('does not write a draft that would fail the build, and lists its problems', async () => {
  const quote = (depth: number): RootContent =>
    depth === 0
      ? { type: 'thematicBreak' }
      : { type: 'blockquote', children: [quote(depth - 1) as Blockquote] };
  const outcomes = await plan([{ ...read('# A\n'), body: [quote(150)] }]);
  expect(types(outcomes)).toEqual(['refused']);
  expect(formatImportReport({ outcomes, unreadable: [], root: 'content', isDryRun: false })).toContain(
    'Unexpected nesting, expected at most 100 levels  (valid-mdx)',
  );
});

test('reports what to write, what to review and which names no vocabulary has', async () => {
  const outcomes = await plan([
    read('---\ntitle: A\nkeywords: [postgres, Foo]\n---\n'),
    read('---\ntitle: B\nkeywords: [foo, postgrass]\n---\n', 'y.md'),
  ]);
  const unreadable = [{ name: 'z.md', why: 'holds nothing to import' }];
  expect(formatImportReport({ outcomes, unreadable, root: 'content', isDryRun: true }))
    .toBe(`content/postmortems/a.mdx  from x.md
  to write: summary, severity, organization, started, detection, trigger, impact
  look at: \`keywords\`: \`postgres\` read as the service \`postgresql\`

content/postmortems/b.mdx  from y.md
  to write: summary, severity, organization, started, detection, trigger, impact

z.md  holds nothing to import

Not in the vocabularies, or in them more than once; kept in the text:
     2  foo
     1  postgrass  nearest: postgress

2 drafts to be written, 1 not imported.

What would help most:
  2 drafts name no severity: add \`--default severity=…\`
  2 drafts name no organization: add \`--default organization=…\`
  2 drafts name no start
`);
});

test('keeps a secret of a source and names it in the report without repeating it', async () => {
  const [outcome] = await plan([read('# A\n\nredis://:hunter22@cache:6379 was down')]);
  const remarks = outcome?.type === 'new' ? outcome.draft.remarks : [];
  expect(remarks).toEqual([
    'password in a connection string on line 3: the check refuses it',
    'password in a connection string on line 18: the check refuses it',
  ]);
});

test('writes a draft although it has blame to reword', async () => {
  expect(types(await plan([read('# A\n\nIt was human error. TODO: say more.')]))).toEqual(['new']);
});

test('takes the items of a list that its field accepts, and keeps the others in the text', async () => {
  const [outcome] = await plan([
    read(
      '---\ntitle: A\nextent:\n  - 1200 users\n  - many users\nenvironments: [production, moon]\n---\nText.',
    ),
  ]);
  const text = outcome?.type === 'new' ? outcome.draft.text : '';
  expect(text).toMatch(/^extent:\n? *(?:- |\[)1200 users/m);
  expect(text).toMatch(/^environments:\n? *(?:- |\[)production/m);
  const [, frontmatter = '', body = ''] = text.split(/^---$/m);
  expect(frontmatter).not.toMatch(/many users|moon/);
  expect(body).toMatch(/many users.*moon/s);
});
