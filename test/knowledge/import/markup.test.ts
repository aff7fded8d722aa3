/** Imports a page in each markup, as the documentation of each describes its marks: nothing is lost, and facts are facts. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { createDraft } from '../../../src/knowledge/import/draft.ts';
import { guessFormats } from '../../../src/knowledge/import/guess-format.ts';
import { findImportFormat, type ImportFormat } from '../../../src/knowledge/import/import-formats.ts';
import { readMediaWiki } from '../../../src/knowledge/import/markup/mediawiki-reader.ts';
import { splitVerbatim } from '../../../src/knowledge/import/markup/split-verbatim.ts';
import { planImport } from '../../../src/knowledge/import/plan-import.ts';
import { readDocuments } from '../../../src/knowledge/import/read-documents.ts';
import { SourceSample } from '../../../src/knowledge/import/source-sample.ts';
import { createVocabularyLookup } from '../../../src/knowledge/import/vocabulary-lookup.ts';
import { Content } from '../../../src/knowledge/source/content.ts';
import { SMALL_CONTEXT } from '../small-content.ts';
import { getShownText, parseDraft } from './compare-words.ts';
import { SMALL_CONTENT } from './small-import-content.ts';

interface Sample {
  readonly name: string;
  readonly format: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Lines of the comment after the fields. */
  readonly offers: readonly string[];
  /** Lines of the body. */
  readonly body: readonly string[];
  /** Words that are marks, arrange the page, or name what is a field. */
  readonly marks: readonly string[];
}

const SAMPLES: readonly Sample[] = [
  {
    name: 'Jobs stand still.mediawiki',
    format: 'mediawiki',
    fields: {
      title: 'Jobs stand still',
      severity: 'sev2',
      started: '2022-06-01T10:02Z',
      resolved: '2022-06-01T11:40Z',
      services: ['postgresql'],
      tags: ['stale-lock'],
      actions: [
        { text: 'Alert on the age of jobs', owner: 'observability team', status: 'open' },
        { text: 'Write a runbook', owner: 'data platform team', status: 'done' },
      ],
    },
    offers: ['  - at: 2022-06-01T10:20Z', '    text: First report in a ticket; nobody sees it'],
    body: [
      '- **ticket:** T309773',
      '> **Note:** Written in a hurry',
      '  - nobody sees it',
      '| Alert on the age of jobs | observability team | open |',
      '**MTTA** 12 minutes',
      '$ mwscript showJobs.php | head',
      "$wgJobRunRate = '''0''';",
      'Jobs that wait (`Jobs.png`)',
    ],
    marks: [
      '300px',
      'category',
      'class',
      'code',
      'color',
      'file',
      'lang',
      'nowiki',
      'red',
      'ref',
      'style',
      'syntaxhighlight',
      'thumb',
      'wikitable',
    ],
  },
  {
    name: 'asciidoc.adoc',
    format: 'asciidoc',
    fields: {
      title: 'Postmortem: certificates expire',
      severity: 'sev1',
      services: ['postgresql'],
      actions: [
        { text: 'Renew by cert-manager', owner: 'platform team', due: '2023-05-01' },
        { text: 'Alert 30 days before', owner: 'observability team', due: '2023-05-15' },
      ],
      sources: [{ published: '2023-04-05' }],
    },
    offers: ['  - at: 2023-04-03T09:00Z', '  - at: 2023-04-03T09:41Z'],
    body: [
      '> **Note:**',
      '  openssl s_client -connect db:5432 (1)',
      '> Do not restart it.',
      '- author: Kim Example',
    ],
    marks: ['cols', 'header', 'include', 'options', 'source', 'toc'],
  },
  {
    name: 'rst.rst',
    format: 'rst',
    fields: {
      title: 'Disk full on the mail server',
      severity: 'sev3',
      started: '2021-02-03',
      actions: [
        { text: 'Rotate logs each day', owner: 'platform team', due: '2021-03-01' },
        { text: 'Alert at 80 % of the disk', owner: 'mail team', due: '2021-03-15' },
      ],
    },
    offers: ['  - at: 2021-02-03T04:10Z', '    text: first call; by a customer'],
    body: [
      '  systemctl restart postfix',
      '| mail-2 | 41 % |',
      'du -sh /var/* | sort -h',
      '> Never delete the queue.',
      '| On-call | #mail |',
      '(1) Some of it.',
      'custom-thing: with words',
      'and more words',
    ],
    marks: [
      'alt',
      'block',
      'code',
      'contents',
      'date',
      'items',
      'table',
      'header',
      'image',
      'list',
      'ref',
      'rows',
    ],
  },
  {
    name: 'org.org',
    format: 'org',
    fields: {
      title: 'Queue stands still',
      severity: 'sev2',
      services: ['postgresql'],
      actions: [
        { text: 'write the rule', status: 'open' },
        { text: 'find the limit', status: 'done' },
        { text: 'Alert earlier', owner: 'ops team' },
      ],
      sources: [{ published: '2020-10-11' }],
    },
    offers: ['  - at: 2020-10-10T22:10Z', '  - at: 2020-10-10T23:40Z'],
    body: [
      '### Alert at 10,000 messages (TODO, priority A)',
      "rabbitmqctl list\\_queues | grep -v '^0'".replace('\\', ''),
      '> It was quiet.',
      '- **term:** its meaning',
      '- State "DONE" from "TODO" 2020-10-12 09:00',
    ],
    marks: [
      'begin',
      'date',
      'end',
      'file',
      'logbook',
      'mon',
      'nil',
      'options',
      'properties',
      'quote',
      'sat',
      'src',
      'sun',
      'toc',
      'x',
    ],
  },
];

const vocabulary = createVocabularyLookup(SMALL_CONTENT);

async function read(name: string, format: string, text?: string) {
  const reader = findImportFormat(format);
  if (!reader) throw new Error(`There is no format ${format}`);
  const bytes =
    text === undefined ? await readFile(join('test/fixtures/markup', name)) : new TextEncoder().encode(text);
  return readDocuments(reader, { path: name, bytes });
}

async function importSample(name: string, format: string) {
  const [document] = await read(name, format);
  if (!document) throw new Error(`${name} contains no document`);
  return createDraft(document, { kind: 'postmortem', vocabulary, isTaken: () => false });
}

test.each(SAMPLES)(
  '$name is recognised, and has its facts in fields',
  async ({ name, format, fields, offers, body }) => {
    const sample = new SourceSample(name, await readFile(join('test/fixtures/markup', name)));
    expect(guessFormats(sample).map((found) => found.name)).toEqual([format]);
    const draft = await importSample(name, format);
    expect(parseDraft(draft).yaml.value).toMatchObject(fields);
    const lines = draft.text.split('\n');
    for (const offer of offers) expect(lines).toContain(`# ${offer}`);
    for (const line of body) expect(draft.text).toContain(line);
  },
);

test.each(SAMPLES)('$name loses no word', async ({ name, format, marks }) => {
  const draft = await importSample(name, format);
  const shown = new Set(`${getShownText(parseDraft(draft))}\n${draft.text}`.toLowerCase().match(WORDS));
  const source = await readFile(join('test/fixtures/markup', name), 'utf8');
  const lost = new Set((source.toLowerCase().match(WORDS) ?? []).filter((word) => !shown.has(word)));
  expect([...lost].filter((word) => !marks.includes(word))).toEqual([]);
});

const WORDS = /[\p{L}\p{N}]+/gu;

test.each(SAMPLES)('$name has nothing to do in a second run', async ({ name, format }) => {
  const documents = await read(name, format);
  const [first] = await planImport(documents, SMALL_CONTENT, 'postmortem', SMALL_CONTEXT);
  if (first?.type !== 'new') throw new Error(`${name} became no draft: ${first?.type}`);
  const files = SMALL_CONTENT.files.map(({ path, text, type }) => ({
    path: path.slice(SMALL_CONTENT.root.length + 1),
    ...(type === 'picture' ? {} : { text }),
  }));
  const whole = new Content([...files, first.draft], SMALL_CONTENT.root);
  expect(await planImport(await read(name, format), whole, 'postmortem', SMALL_CONTEXT)).toMatchObject([
    { type: 'known', changed: false },
  ]);
});

test('reads each page of an export of MediaWiki, in its last revision', async () => {
  const documents = await read('mediawiki-export.xml', 'mediawiki');
  const drafts = documents.map((document) =>
    createDraft(document, { kind: 'postmortem', vocabulary, isTaken: () => false }),
  );
  expect(drafts.map((draft) => parseDraft(draft).yaml.value)).toMatchObject([
    { title: 'Incidents/2022-06-01 jobs', summary: 'Jobs stood still for an hour & more.' },
    { title: 'Incidents/2022-07-01 cache', summary: 'The cache was empty.' },
  ]);
  expect(drafts.map(({ text }) => text).join()).not.toMatch(/Old words|Jo Example/);
});

test('keeps templates within a sentence, and links within a template', async () => {
  const [document] = await read(
    'a.wiki',
    'mediawiki',
    'It began {{time|10:02|UTC}}.\n\n{{Box\n| text = see [[Page|the page]]\n| b\n}}\n',
  );
  if (!document) throw new Error('There is no document');
  const { text } = createDraft(document, { kind: 'postmortem', vocabulary, isTaken: () => false });
  expect(text).toContain('time|10:02|UTC');
  expect(text).toContain('- **text:** see the page (`Page`)');
});

test('does not read other files or addresses for AsciiDoc', async () => {
  const [document] = await read(
    'a.adoc',
    'asciidoc',
    '= T\n\ninclude::/etc/hostname[]\n\ninclude::https://example.org/x[]\n',
  );
  expect(JSON.stringify(document?.body)).toContain('/etc/hostname');
});

test('leaves the markup in a very long paragraph of AsciiDoc as it is written, and reports that', async () => {
  const text = `= T\n\nA *short* one.\n\n${'*a _b `c '.repeat(2_000)}\n\n${'xref:a['.repeat(200)}\n\n* ${'x '.repeat(6_000)}*end*\n`;
  const [document] = await read('a.adoc', 'asciidoc', text);
  const body = JSON.stringify(document?.body);
  expect(body).toMatch(/"strong","children":\[\{"type":"text","value":"short"/);
  expect(body).toContain('*a _b `c *a _b `c');
  expect(body).toContain('x *end*');
  expect(document?.remarks).toEqual(['the markup in 3 very long paragraphs was left as it is written']);
});

test.each(['*a _b `c ', 'xref:a[', '<<a', '[x]*a ', '+a '])(
  'reads 200,000 characters of %j in AsciiDoc in a few seconds',
  async (part) => {
    const before = process.cpuUsage();
    await read('a.adoc', 'asciidoc', `= T\n\n${part.repeat(200_000 / part.length)}`);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000_000).toBeLessThan(3);
  },
  60_000,
);

test('Asciidoctor prints nothing about a block without its end', async () => {
  const printed: unknown[] = [];
  for (const name of ['error', 'log', 'warn', 'info'] as const) {
    vi.spyOn(console, name).mockImplementation((...words) => void printed.push(words));
  }
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => printed.push(text) > 0);
  await read('a.adoc', 'asciidoc', '= T\n\n[source]\n----\nx <1>\n\n|===\n|a\n');
  stderr.mockRestore();
  vi.restoreAllMocks();
  expect(printed).toEqual([]);
});

test.each([
  ['a.wiki', 'mediawiki', "'''"],
  ['a.wiki', 'mediawiki', '{{a|'],
  ['a.wiki', 'mediawiki', '<pre>'],
  ['a.wiki', 'mediawiki', '[['],
  ['a.org', 'org', ' =a'],
  ['a.org', 'org', '[[a'],
  ['a.rst', 'rst', '`a <'],
  ['a.rst', 'rst', ':a:a'],
  ['a.rst', 'rst', ' *a'],
])(
  'reads %s (%s) with many `%s` without an end in time',
  async (name, format, mark) => {
    const before = process.cpuUsage();
    await read(name, format, `${mark.repeat(50_000)}\n`).catch(() => undefined);
    expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
  },
  20_000,
);

test('splits a text at code, and takes an opening mark without its end for text', () => {
  const parts = splitVerbatim('a {x}1{x} b {y} c', /\{(\w)\}/g, ([mark]) => mark);
  expect(parts.map(({ before, content }) => [before, content])).toEqual([
    ['a ', '1'],
    [' b {y} c', undefined],
  ]);
});

describe('a code block that is longer than a page', () => {
  const code = Array.from({ length: 130_000 }, (_, line) => `  line ${line}`).join('\n');
  test.each([
    ['rst', `Title\n=====\n\n.. code-block:: text\n\n${code}`],
    ['org', `* Title\n#+BEGIN_SRC text\n${code}\n#+END_SRC\n`],
    ['mediawiki', `== Title ==\n<pre>\n${code}\n</pre>\n`],
  ])('is refused for its lines, and not for its nesting, in %s', async (name, text) => {
    const format = findImportFormat(name) as ImportFormat;
    const file = { path: `a.${name}`, bytes: new TextEncoder().encode(text) };
    await expect(readDocuments(format, file)).rejects.toThrow('Unexpected number of lines');
  });
});

describe('the namespaces of a wiki', () => {
  const page = (title: string, ns: number, text: string) =>
    `<page><title>${title}</title><ns>${ns}</ns><revision><timestamp>2024-05-14T09:31:00Z</timestamp><text>${text}</text></revision></page>`;
  const read = (...pages: string[]) =>
    readMediaWiki({ path: 'a.xml', text: `<mediawiki>${pages.join('')}</mediawiki>` });

  test('of pictures, templates and categories are no pages of an export', () => {
    const documents = read(
      page('Template:Box', 10, '{{{1}}}'),
      page('Mail is late', 0, 'Text.'),
      page('File:Graph.png', 6, 'A graph.'),
      page('Category:Incidents', 14, 'All.'),
    );
    expect(documents.map(({ name }) => name)).toEqual(['a.xml (Mail is late)']);
    expect(documents[0]?.remarks).toContain('left out 3 pages of pictures, templates and categories');
  });

  test('alone are refused', () => {
    expect(() => read(page('Category:Incidents', 14, 'All.'))).toThrow('Missing articles');
  });

  test('have a name in the language of the wiki', () => {
    const [document] = readMediaWiki({
      path: 'a.wiki',
      text: '== A ==\n[[Datei:Graph.png|mini|Die Last]]\n[[Kategorie:Datenbank]]\n',
    });
    expect(document?.facts).toContainEqual({
      name: 'categories',
      values: ['Datenbank'],
      target: 'vocabulary',
    });
    expect(JSON.stringify(document?.body)).toContain('"url":"Graph.png"');
  });
});
