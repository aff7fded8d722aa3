/**
 * Slack: the export of a channel, a folder with a file of messages for each day (slack.com/help/articles/220556107, "How
 * to read Slack data exports"), or the answer of `conversations.history` (docs.slack.dev/reference/methods). A channel
 * becomes one draft: its messages are the timeline, and people are roles.
 */
import type { ListItem, Paragraph, RootContent } from 'mdast';
import { replaceEmojiNames } from '../emoji-names.ts';
import { isRecord, parseJson } from '../flatten-json.ts';
import {
  type Fact,
  type SourceDocument,
  type SourceFile,
  UnreadableSourceError,
} from '../source-document.ts';
import type { SourceSample } from '../source-sample.ts';
import { type JsonRecord, toText } from '../tools/find-incidents.ts';
import { replacePeople } from '../tools/people-as-roles.ts';
import { getText, listRecords } from '../tools/tool-document.ts';
import { parseSlackText } from './slack-text.ts';

const TIMESTAMP = /^\d{9,11}\.\d{6}$/;

export function recognizesSlack({ path, json }: SourceSample): boolean {
  const messages = listMessages(json);
  return (messages.length > 0 && messages.every(isMessage)) || isDirectory(path, json);
}

function listMessages(value: unknown): JsonRecord[] {
  return listRecords(isRecord(value) ? value.messages : value);
}

function isMessage({ type, ts }: JsonRecord): boolean {
  return type === 'message' && TIMESTAMP.test(toText(ts));
}

/** The lists next to the folders of channels. A workspace without direct messages has an empty `dms.json`. */
function isDirectory(path: string, value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  const records = listRecords(value);
  return records.length > 0 ? records.every(isDirectoryEntry) : DIRECTORY_FILES.test(path);
}

const DIRECTORY_FILES = /(?:^|\/)(?:channels|dms|groups|integration_logs|mpims|users)\.json$/;

/** A person, a channel, or an app that somebody installed. */
function isDirectoryEntry(record: JsonRecord): boolean {
  return (
    ('team_id' in record && isRecord(record.profile)) ||
    (Array.isArray(record.members) && 'created' in record && /^[CDG]/.test(toText(record.id))) ||
    ('change_type' in record && ('service_type' in record || 'app_type' in record))
  );
}

/** Returns the messages of one day. A list of people or channels contains none. */
export function readSlack(file: SourceFile): SourceDocument[] {
  const value = parseJson(file.text);
  const messages = listMessages(value).filter(isMessage);
  if (messages.length > 0) return [describeChannel(getFolder(file.path) ?? file.path, messages)];
  if (isDirectory(file.path, value)) return [];
  throw new UnreadableSourceError('Unexpected JSON, expected Slack messages');
}

/** Joins the days of each channel. */
export function joinSlackDays(documents: readonly SourceDocument[]): readonly SourceDocument[] {
  const channels = Map.groupBy(documents, ({ name }) => name);
  return [...channels].map(([, [first, ...others]]) => {
    if (!first) throw new Error('A group has a document');
    if (others.length === 0) return first;
    const messages = [first, ...others].flatMap(({ source }) => listRecords(JSON.parse(source)));
    return describeChannel(first.name, messages);
  });
}

function getFolder(path: string): string | undefined {
  return /^(.*)\/\d{4}-\d{2}-\d{2}\.json$/.exec(path)?.[1];
}

/** @param name the path of its folder, or of its only file */
function describeChannel(name: string, unordered: readonly JsonRecord[]): SourceDocument {
  const messages = [...unordered].sort((a, b) => Number(a.ts) - Number(b.ts));
  const channel = name.endsWith('.json') ? undefined : name.slice(name.lastIndexOf('/') + 1);
  const { value, remark } = replacePeople(messages, {
    nameFields: /^(?:user|creator|inviter|parent_user_id)$/,
    roles: messages.flatMap(listPeople),
  });
  const shown = value.filter(({ subtype }) => !MEMBERSHIP.test(toText(subtype)));
  const topics = shown.filter(({ subtype }) => subtype === 'channel_topic' || subtype === 'group_topic');
  const hidden = messages.length - shown.length;
  return {
    format: 'slack',
    name,
    source: JSON.stringify(messages),
    facts: [
      ...(channel ? describeName(channel) : []),
      ...topics.slice(-1).flatMap((message) => {
        const topic = getText(message, 'topic');
        return topic ? [{ name: 'topic', values: [topic] }] : [];
      }),
    ],
    events: [],
    body: createTimeline(shown),
    remarks: [
      ...(channel ? ['`title` is the name of the channel: write what happened to what'] : []),
      ...(remark ? [remark] : []),
      ...(hidden > 0 ? [`omitted messages about who joined or left (${hidden})`] : []),
      'omitted ids, avatars and addresses of files',
    ],
  };
}

function describeName(channel: string): Fact[] {
  const words = channel.replace(/[-_]+/g, ' ').trim();
  return [
    { name: 'channel', values: [channel], target: 'id' },
    { name: 'title', values: [words.charAt(0).toUpperCase() + words.slice(1)], target: 'title' },
  ];
}

const MEMBERSHIP = /^(?:channel|group|bot)_(?:join|leave|add|remove)$/;

/** The profile of an author has the names by which others call that person. */
function listPeople(message: JsonRecord): (readonly [unknown, undefined])[] {
  const id = getText(message, 'user');
  if (id === undefined) return [];
  const profile = isRecord(message.user_profile) ? message.user_profile : {};
  const person = {
    real_name: getText(profile, 'real_name') ?? getText(profile, 'display_name') ?? id,
    username: getText(profile, 'display_name') ?? id,
    name: getText(profile, 'name') ?? id,
    slack_user_id: id,
  };
  const mentioned = [...toText(message.text).matchAll(/<@([UW][A-Z\d]+)/g)].map(
    ([, other]) => [{ name: other, slack_user_id: other }, undefined] as const,
  );
  return [[person, undefined], ...mentioned];
}

function createTimeline(messages: readonly JsonRecord[]): RootContent[] {
  return [
    { type: 'heading', depth: 2, children: [{ type: 'text', value: 'Timeline' }] },
    { type: 'list', ordered: false, spread: false, children: messages.map(toItem) },
  ];
}

/** "2024-05-14T09:31:00Z responder 1: The database is down", with code and quotations below it. */
function toItem(message: JsonRecord): ListItem {
  const author =
    getText(message, 'user') ??
    getText(message, 'username') ??
    getText(message, 'bot_profile', 'name') ??
    'a bot';
  const words = parseSlackText(toText(message.text));
  const [first, ...others] = words[0]?.type === 'paragraph' ? words : [undefined, ...words];
  const origin = listOrigin(message);
  const lead = `${toUtc(message.ts)} ${author}${origin ? ` (${origin})` : ''}:`;
  const children = (first as Paragraph | undefined)?.children ?? [];
  const paragraph: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'text', value: children.length > 0 ? `${lead} ` : lead }, ...children],
  };
  const additions = [...listRecords(message.attachments).flatMap(readAttachment), ...listExtras(message)];
  return {
    type: 'listItem',
    spread: false,
    children: [paragraph, ...others, ...additions] as ListItem['children'],
  };
}

function toUtc(ts: unknown): string {
  const milliseconds = Math.floor(Number(toText(ts))) * 1_000;
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

function listOrigin(message: JsonRecord): string {
  const isReply = message.thread_ts !== undefined && message.thread_ts !== message.ts;
  const edited = isRecord(message.edited) ? message.edited.ts : undefined;
  return [
    isReply ? `reply to ${toUtc(message.thread_ts)}` : '',
    TIMESTAMP.test(toText(edited)) ? `edited ${toUtc(edited)}` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** The names of files, and how many reacted in which way. */
function listExtras(message: JsonRecord): RootContent[] {
  const reactions = listRecords(message.reactions).map(
    ({ name, count }) => `${replaceEmojiNames(`:${toText(name)}:`)} ${toText(count)}`,
  );
  const files = listRecords(message.files).map(
    (file) => getText(file, 'title') ?? getText(file, 'name') ?? 'without a name',
  );
  const texts = [
    files.length > 0 ? `(files: ${files.join(', ')})` : '',
    reactions.length > 0 ? `(reactions: ${reactions.join(', ')})` : '',
  ].filter(Boolean);
  return texts.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
}

/** Cards of bots and previews of links: their texts, or the text that stands for them where nothing else does. */
function readAttachment(attachment: JsonRecord): RootContent[] {
  const texts = ['pretext', 'title', 'text'].flatMap((name) => getText(attachment, name) ?? []);
  const fields = listRecords(attachment.fields).map(
    ({ title, value }) => `${toText(title)}: ${toText(value)}`,
  );
  const link = getText(attachment, 'title_link') ?? getText(attachment, 'from_url');
  const own = [...texts, ...fields, ...(link ? [`<${link}>`] : [])];
  const all = texts.length + fields.length > 0 ? own : [getText(attachment, 'fallback') ?? '', ...own];
  const blocks = parseSlackText(all.filter(Boolean).join('\n'));
  return blocks.length > 0 ? [{ type: 'blockquote', children: blocks as never[] }] : [];
}
