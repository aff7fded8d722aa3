import { toString as textOf } from 'mdast-util-to-string';
import { expect, test } from 'vitest';
import { guessFormats } from '../../../src/knowledge/import/guess-format.ts';
import { findImportFormat, IMPORT_FORMATS } from '../../../src/knowledge/import/import-formats.ts';
import { readDocuments } from '../../../src/knowledge/import/read-documents.ts';
import { UnreadableSourceError } from '../../../src/knowledge/import/source-document.ts';
import { SourceSample } from '../../../src/knowledge/import/source-sample.ts';
import { replacePeople } from '../../../src/knowledge/import/tools/people-as-roles.ts';
import { TOOLS } from '../../../src/knowledge/import/tools/tools.ts';
import { importShape } from './import-shapes.ts';

const INCIDENT = { id: 'a1', name: 'Down', impact: 'minor', incident_updates: [] };

async function read(format: string, text: string) {
  const reader = findImportFormat(format);
  if (!reader) throw new Error(`There is no format ${format}`);
  return readDocuments(reader, { path: 'x.json', bytes: new TextEncoder().encode(text) });
}

const guess = (text: string) =>
  guessFormats(new SourceSample('x.json', new TextEncoder().encode(text))).map(({ name }) => name);

test.each([
  ['one incident', JSON.stringify(INCIDENT), 1],
  ['a list', JSON.stringify([INCIDENT, { ...INCIDENT, id: 'a2' }]), 2],
  [
    'pages of a list',
    JSON.stringify([{ incidents: [INCIDENT] }, { incidents: [{ ...INCIDENT, id: 'a2' }] }]),
    2,
  ],
  [
    'an incident on each line',
    `${JSON.stringify(INCIDENT)}\n${JSON.stringify({ ...INCIDENT, id: 'a2' })}\n`,
    2,
  ],
  ['an incident in its answer', JSON.stringify({ data: { incident: INCIDENT } }), 1],
])('reads %s, and recognises it', async (_, text, count) => {
  expect(await read('statuspage', text)).toHaveLength(count);
  expect(guess(text)).toEqual(['statuspage']);
});

test.each(TOOLS.map(({ format }) => format))('%s refuses the incidents of another tool', async (format) => {
  const other = {
    incident: {
      id: 'Q1',
      type: 'incident',
      incident_number: 4,
      title: 'Down',
      created_at: '2024-01-01T00:00:00Z',
    },
  };
  await expect(read(format, JSON.stringify(other))).rejects.toThrow(UnreadableSourceError);
  expect(guess(JSON.stringify(other))).toEqual(['pagerduty']);
});

test.each(['[]', '{}', 'null', '1', '"incident"', '{"incidents": []}', '{"incidents": [1, null]}'])(
  'no tool recognises %s',
  (text) => {
    expect(guess(text)).toEqual([]);
  },
);

test('refuses JSON that is nested too deeply, and recognises nothing in it', async () => {
  const text = `${'{"data":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
  await expect(read('statuspage', text)).rejects.toThrow('nesting');
  expect(guess(text)).toEqual([]);
});

test.each(['type', 'key', 'url', 'number', 'id', 'name', 'status'])(
  'does not stop at a `%s` that is no text',
  async (name) => {
    const text = JSON.stringify({ ...INCIDENT, [name]: { toString: 1, name: { toString: 2 } } });
    expect(guess(text)).toEqual(['statuspage']);
    expect(await read('statuspage', text)).toHaveLength(1);
  },
);

test('gives an incident of a list only what names it', async () => {
  const io = (id: string) => ({ id, name: id, reference: id, incident_status: { name: 'Closed' } });
  const update = (id: string) => ({
    id: `u-${id}`,
    incident_id: id,
    message: `For ${id}.`,
    created_at: '2024-01-01T00:00:00Z',
  });
  const documents = await read(
    'incidentio',
    JSON.stringify({ incidents: [io('one'), io('two')], incident_updates: [update('two'), update('one')] }),
  );
  expect(documents.map(({ events }) => events.map(({ text }) => text))).toEqual([['For one.'], ['For two.']]);
});

test('keeps fields that it does not know', async () => {
  const { body } = await importShape(
    'x.json',
    JSON.stringify({ ...INCIDENT, new_field: { deep: [1.5, 'two'] } }).replace('1.5', '1.10'),
    {
      format: 'statuspage',
    },
  );
  expect(body).toContain('- new_field.deep: 1.10, two');
});

test('replaces people by roles wherever they are named', () => {
  const jo = { name: 'Jo Example', email: 'jo@example.com', login: 'jo' };
  const { value, remark } = replacePeople({
    lead: { role: { name: 'Incident Lead' }, assignee: jo },
    note: 'Jo Example restarts it, says @jo. Mail jo@example.com or <@jo>. A joke is no name.',
    by: { login: 'deploys[bot]', type: 'Bot' },
  });
  expect(value).toEqual({
    lead: { role: { name: 'Incident Lead' }, assignee: 'Incident Lead' },
    note: 'Incident Lead restarts it, says Incident Lead. Mail Incident Lead or Incident Lead. A joke is no name.',
    by: { login: 'deploys[bot]', type: 'Bot' },
  });
  expect(remark).toBe('people appear as roles, check them: Jo Example is Incident Lead');
});

test('replaces names with hyphens and dots', () => {
  const person = { name: 'Anne-Marie O. Example', login: 'anne-marie.x', email: 'a+b@example.com' };
  const { value } = replacePeople({
    person,
    note: 'Ask Anne-Marie O. Example, @anne-marie.x or a+b@example.com (now).',
  });
  expect(value).toEqual({
    person: 'responder 1',
    note: 'Ask responder 1, responder 1 or responder 1 (now).',
  });
});

test.each([
  { type: 'doc', content: [{ type: 'constructor', content: [{ type: 'toString' }] }] },
  { type: 'doc', content: [{ type: { toString: 1 }, attrs: { toString: 1 } }] },
  {
    type: 'doc',
    content: [
      {
        type: 'heading',
        attrs: { level: { toString: 1 } },
        content: [{ type: 'text', text: { toString: 1 } }],
      },
    ],
  },
  { type: 'doc', content: [{ type: 'orderedList', attrs: { order: [[1]] }, content: [{}] }, null, 1] },
])('reads a document of Jira whose nodes are of no known type', async (description) => {
  const issue = { key: 'OPS-1', fields: { summary: 'Down', description } };
  expect(await read('jira', JSON.stringify(issue))).toHaveLength(1);
});

test('keeps stars and dashes in code between two braces of Jira', async () => {
  const description = 'Hosts {{*.example.com}} and {{*.example.org}}: run {{rm -r- x -y-}}, *now*.';
  const issue = { key: 'OPS-1', fields: { summary: 'Down', description } };
  const [document] = await read('jira', JSON.stringify(issue));
  expect(document?.body.map((block) => textOf(block))).toEqual([
    'Hosts *.example.com and *.example.org: run rm -r- x -y-, now.',
  ]);
});

test('describes work in Jira that names neither a time nor a person', async () => {
  const worklog = { worklogs: [{ started: '2024-05-14T09:00:00.000+0000', comment: 'Looked' }] };
  const issue = { key: 'OPS-1', fields: { summary: 'Down', worklog } };
  const [document] = await read('jira', JSON.stringify(issue));
  expect(document?.events.map(({ text }) => text)).toEqual(['Looked (work)']);
});

test('names of formats fit in the mark of a draft', () => {
  for (const { name } of IMPORT_FORMATS) expect(name).toMatch(/^[a-z]+$/);
});
