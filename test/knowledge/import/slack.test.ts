/** The messages have the shape that docs.slack.dev/reference/events/message and the help page on exports describe. */
import { expect, test } from 'vitest';
import { createDraft } from '../../../src/knowledge/import/draft.ts';
import { guessFormats } from '../../../src/knowledge/import/guess-format.ts';
import { findImportFormat, joinDocuments } from '../../../src/knowledge/import/import-formats.ts';
import { planImport } from '../../../src/knowledge/import/plan-import.ts';
import { readDocuments } from '../../../src/knowledge/import/read-documents.ts';
import type { SourceDocument } from '../../../src/knowledge/import/source-document.ts';
import { SourceSample } from '../../../src/knowledge/import/source-sample.ts';
import { createVocabularyLookup } from '../../../src/knowledge/import/vocabulary-lookup.ts';
import { Content } from '../../../src/knowledge/source/content.ts';
import { SMALL_CONTEXT } from '../small-content.ts';
import { SMALL_CONTENT } from './small-import-content.ts';

const FIRST_DAY = [
  {
    type: 'message',
    subtype: 'channel_join',
    user: 'U012AB3CDE',
    ts: '1715678990.000100',
    text: '<@U012AB3CDE> has joined the channel',
  },
  {
    client_msg_id: '5f1c',
    type: 'message',
    text: 'Orders are *lost* since 11:20 <!here>, see <https://graphs.example.com/d/1?a=1&amp;b=2|the graph> &amp; <#C024BE7LR|ops>\n&gt; a &lt; b',
    user: 'U012AB3CDE',
    ts: '1715679060.000200',
    team: 'T061EG9R6',
    thread_ts: '1715679060.000200',
    reply_count: 1,
    replies: [{ user: 'U061F7AUR', ts: '1715679300.000300' }],
    user_profile: { real_name: 'Egon Spengler', display_name: 'spengler', name: 'espengler' },
    reactions: [
      { name: 'eyes', users: ['U061F7AUR'], count: 2 },
      { name: 'party_parrot', users: ['U061F7AUR'], count: 1 },
    ],
    blocks: [{ type: 'rich_text', block_id: 'b1', elements: [] }],
  },
  {
    type: 'message',
    text: '<@U012AB3CDE> the queue is full, says Egon Spengler:\n```ERROR: queue <full> # 41```\nI ~restart~ drain it :white_check_mark:',
    user: 'U061F7AUR',
    ts: '1715679300.000300',
    thread_ts: '1715679060.000200',
    parent_user_id: 'U012AB3CDE',
    edited: { user: 'U061F7AUR', ts: '1715679360.000000' },
  },
  {
    type: 'message',
    subtype: 'bot_message',
    username: 'Deploys',
    bot_id: 'B1',
    text: '',
    ts: '1715680000.000400',
    attachments: [
      {
        fallback: 'Deployed 7f3a2b1',
        title: 'Deployed',
        title_link: 'https://ci.example.com/7',
        text: '7f3a2b1 is live',
        fields: [{ title: 'Environment', value: 'production', short: true }],
        id: 1,
      },
    ],
  },
];

const SECOND_DAY = [
  {
    type: 'message',
    subtype: 'channel_topic',
    user: 'U061F7AUR',
    text: '<@U061F7AUR> set the channel topic: Orders lost',
    topic: 'Orders lost',
    ts: '1715760000.000100',
  },
  {
    type: 'message',
    text: '1. Alert earlier\n# no heading, and [no](link) or {expression}\n• a point',
    user: 'U012AB3CDE',
    ts: '1715760060.000200',
    files: [{ id: 'F1', name: 'queue.png', title: 'Queue', mimetype: 'image/png' }],
  },
];

const vocabulary = createVocabularyLookup(SMALL_CONTENT);

async function read(path: string, value: unknown): Promise<readonly SourceDocument[]> {
  const reader = findImportFormat('slack');
  if (!reader) throw new Error('There is no format for Slack');
  return readDocuments(reader, { path, bytes: new TextEncoder().encode(JSON.stringify(value)) });
}

/** The days in the order of the folder, the later one first to show that order does not matter. */
async function readChannel(): Promise<readonly SourceDocument[]> {
  return joinDocuments([
    ...(await read('export/inc-123-orders/2024-05-15.json', SECOND_DAY)),
    ...(await read('export/inc-123-orders/2024-05-14.json', FIRST_DAY)),
  ]);
}

test('joins the days of a channel to one timeline in UTC, with people as roles', async () => {
  const documents = await readChannel();
  expect(documents).toHaveLength(1);
  const [document] = documents;
  if (!document) throw new Error('There is no document');
  const draft = createDraft(document, { kind: 'postmortem', vocabulary, isTaken: () => false });
  expect(draft.text).toContain(`title: Inc 123 orders\n`);
  expect(draft.text).toContain(`## Timeline

- 2024-05-14T09:31:00Z responder 1: Orders are **lost** since 11:20 @here, see [the graph](https://graphs.example.com/d/1?a=1\\&b=2) & #ops
  > a \\< b

  (reactions: 👀 2, :party_parrot: 1)
- 2024-05-14T09:35:00Z responder 2 (reply to 2024-05-14T09:31:00Z, edited 2024-05-14T09:36:00Z): responder 1 the queue is full, says responder 1:
  \`\`\`
  ERROR: queue <full> # 41
  \`\`\`
  I ~~restart~~ drain it ✅
- 2024-05-14T09:46:40Z Deploys:
  > Deployed\\
  > 7f3a2b1 is live\\
  > Environment: production\\
  > https://ci.example.com/7
- 2024-05-15T08:00:00Z responder 2: responder 2 set the channel topic: Orders lost
- 2024-05-15T08:01:00Z responder 1: 1. Alert earlier\\
  \\# no heading, and \\[no]\\(link) or \\{expression}
  - a point

  (files: Queue)
`);
  expect(draft.text).toContain(`#   - at: "2024-05-14T09:35:00Z"`);
  expect(draft.text).not.toMatch(/Spengler|U012AB3CDE|U061F7AUR/);
  expect(draft.remarks).toContain(
    'people appear as roles, check them: Egon Spengler is responder 1, U061F7AUR is responder 2',
  );
  expect(draft.remarks).toContain('omitted messages about who joined or left (1)');
});

test('has nothing to do when a channel is imported again', async () => {
  const documents = await readChannel();
  const [first] = await planImport(documents, SMALL_CONTENT, 'postmortem', SMALL_CONTEXT);
  if (first?.type !== 'new') throw new Error(`The channel became no draft: ${first?.type}`);
  const files = SMALL_CONTENT.files.map(({ path, text, type }) => ({
    path: path.slice(SMALL_CONTENT.root.length + 1),
    ...(type === 'picture' ? {} : { text }),
  }));
  const whole = new Content([...files, first.draft], SMALL_CONTENT.root);
  const again = await planImport(await readChannel(), whole, 'postmortem', SMALL_CONTEXT);
  expect(again).toMatchObject([{ type: 'known', changed: false }]);
});

test('recognises the files of an export, and nothing that only looks like one', () => {
  const guess = (value: unknown) =>
    guessFormats(new SourceSample('x.json', new TextEncoder().encode(JSON.stringify(value)))).map(
      ({ name }) => name,
    );
  expect(guess(FIRST_DAY)).toEqual(['slack']);
  expect(guess({ ok: true, messages: SECOND_DAY, has_more: false })).toEqual(['slack']);
  expect(guess([{ id: 'U1', team_id: 'T1', name: 'jo', profile: { real_name: 'Jo' } }])).toEqual(['slack']);
  expect(guess([{ id: 'C1', name: 'ops', created: 1, members: [] }])).toEqual(['slack']);
  expect(guess([{ type: 'message', ts: '2024-05-14', text: 'x' }])).toEqual([]);
  expect(guess([{ type: 'message', ts: '1715679060.000200', text: 'x' }, { other: 1 }])).toEqual([]);
  expect(guess([{ user_id: 'U1', service_type: 'Jira', change_type: 'added', date: '1' }])).toEqual([
    'slack',
  ]);
  expect(guess([])).toEqual([]);
  const empty = (path: string) => guessFormats(new SourceSample(path, new TextEncoder().encode('[]')));
  expect(empty('export/dms.json').map(({ name }) => name)).toEqual(['slack']);
  expect(empty('export/widgets.json')).toEqual([]);
});

test('reads the lists of people and channels of an export as no page', async () => {
  expect(await read('users.json', [{ id: 'U1', team_id: 'T1', profile: {} }])).toEqual([]);
  await expect(read('x.json', [{ a: 1 }])).rejects.toThrow('Unexpected JSON, expected Slack messages');
});
