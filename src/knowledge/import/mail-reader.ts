/** Mail: a message as it was sent (RFC 5322, MIME), a mailbox of several, or a page of a list's archive as text. */

import type { RootContent } from 'mdast';
import PostalMime, { type Address, type Email } from 'postal-mime';
import { htmlToMarkdown, parseHtml } from './html-to-markdown.ts';
import {
  type Fact,
  formatNestingError,
  MAX_SOURCE_NESTING,
  type SourceDocument,
  type SourceFile,
  UnreadableSourceError,
} from './source-document.ts';
import type { SourceSample } from './source-sample.ts';
import { parseTextBlocks } from './text-blocks.ts';

/** Headers that say something of the message; the others are about its way. */
const KEPT_HEADERS = [
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'bcc',
  'in-reply-to',
  'references',
  'list-id',
  'organization',
];

/** A file that starts with the headers of a message, or with the first line of a mailbox. */
export function recognizesMail({ text = '' }: SourceSample): boolean {
  if (/^From \S+ .*\d{4}\r?\n/.test(text)) return true;
  const [head = ''] =
    /^(?:[A-Za-z][A-Za-z\d-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+/.exec(text.slice(0, MAX_HEAD_LENGTH)) ?? [];
  return ['from', 'date', 'subject'].every((name) => new RegExp(`^${name}:`, 'im').test(head));
}

/** The headers of a message that went through many servers. */
const MAX_HEAD_LENGTH = 50_000;

export async function readMail(file: SourceFile): Promise<SourceDocument[]> {
  const archived = readArchivePage(file);
  if (archived) return [archived];
  const messages = splitMailbox(file.text);
  return Promise.all(
    messages.map(async (text, index) => {
      const name = messages.length > 1 ? `${file.path} (message ${index + 1})` : file.path;
      // The bytes as they are, since the encoding is named in the message.
      const email = await parseMail(messages.length > 1 ? text : (file.bytes ?? text));
      return toSourceDocument(email, name, text);
    }),
  );
}

/** @throws an UnreadableSourceError if parts are nested too deeply, or the headers are too long */
async function parseMail(message: string | Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(message, { maxNestingDepth: MAX_SOURCE_NESTING });
  } catch (error) {
    if (error instanceof Error && /nesting depth/.test(error.message))
      throw new UnreadableSourceError(formatNestingError());
    throw new UnreadableSourceError('Unexpected content, expected a message as it was sent');
  }
}

/** A mailbox (RFC 4155) begins each message with "From ", an address and a date. */
function splitMailbox(text: string): string[] {
  if (!/^From \S+ .*\d{4}\r?\n/.test(text)) return [text];
  return text
    .split(/^(?=From \S+ .*\d{4}\r?$)/m)
    .filter((message) => message.trim())
    .map((message) => message.replace(/^From .*\r?\n/, '').replace(/^>(>*From )/gm, '$1'));
}

function toSourceDocument(email: Email, name: string, source: string): SourceDocument {
  const facts: Fact[] = [];
  if (email.messageId) facts.push({ name: 'Message-ID', values: [email.messageId], target: 'id' });
  if (email.subject) facts.push({ name: 'Subject', values: [email.subject], target: 'title' });
  const date = email.headers.find(({ key }) => key === 'date')?.value;
  if (date) facts.push({ name: 'Date', values: [date], target: 'source.published' });
  for (const { key, originalKey, value } of email.headers) {
    if (KEPT_HEADERS.includes(key))
      facts.push({ name: originalKey, values: formatAddresses(email, key) ?? [value] });
  }
  const files = email.attachments.map(
    ({ filename, mimeType }) => `${filename ?? 'without a name'} (${mimeType})`,
  );
  if (files.length > 0) facts.push({ name: 'attachments', values: files });
  const others = email.headers.filter(({ key }) => !KEPT_HEADERS.includes(key) && !HANDLED_HEADERS.test(key));
  const remarks = [
    ...(email.text?.trim() && email.html
      ? ['the message is there as HTML too; its plain text was taken']
      : []),
    ...(others.length > 0
      ? [
          `omitted headers about how the mail travelled: ${[...new Set(others.map(({ originalKey }) => originalKey))].join(', ')}`,
        ]
      : []),
    ...(files.length > 0 ? [`attachments are not taken over, only named: ${files.join(', ')}`] : []),
  ];
  return { format: 'mail', name, source, facts, events: [], body: parseMailBody(email), remarks };
}

const HANDLED_HEADERS = /^(?:subject|date|message-id|content-.*|mime-version)$/;

function formatAddresses(email: Email, key: string): string[] | undefined {
  const found: Record<string, readonly (Address | undefined)[] | undefined> = {
    from: [email.from],
    sender: [email.sender],
    'reply-to': email.replyTo,
    to: email.to,
    cc: email.cc,
    bcc: email.bcc,
  };
  return found[key]?.flatMap((address) => (address ? formatMailboxes(address) : []));
}

function formatMailboxes(address: Address): string[] {
  if (address.group) return [`${address.name}: ${address.group.flatMap(formatMailboxes).join(', ')}`];
  return [
    address.name && address.name !== address.address
      ? `${address.name} <${address.address}>`
      : address.address,
  ];
}

/** The text that was meant for readers of plain mail, or else the HTML. */
function parseMailBody({ text, html }: Email): RootContent[] {
  if (text?.trim()) return parseTextBlocks(text);
  return html ? htmlToMarkdown(parseHtml(html)) : [];
}

const ARCHIVED_HEADER =
  /^[-*•]?\s*(From|To|Cc|Subject|Date|Sent|Message-id|In-reply-to|Reply-to)\s*:\s*(.*)$/i;
const HEADER_TARGETS: Record<string, Fact['target']> = {
  subject: 'title',
  date: 'source.published',
  sent: 'source.published',
  'message-id': 'id',
};

/** A page of an archive, copied as text: a list of headers, perhaps below the subject, and then the body. */
function readArchivePage(file: SourceFile): SourceDocument | undefined {
  const lines = file.text.replace(/\r\n?/g, '\n').split('\n');
  const first = lines.findIndex((line) => /^[-*•]\s*(?:From|Subject|Date)\s*:/i.test(line));
  if (first < 0 || lines.slice(0, first).filter((line) => line.trim()).length > 1) return undefined;
  const facts: Fact[] = [];
  let at = first;
  for (; at < lines.length; at++) {
    const [, name = '', value = ''] = ARCHIVED_HEADER.exec(lines[at] ?? '') ?? [];
    if (!name) break;
    facts.push({ name, values: [value.trim()], target: HEADER_TARGETS[name.toLowerCase()] });
  }
  const subject = facts.find(({ target }) => target === 'title')?.values[0];
  const above = lines.slice(0, first).filter((line) => line.trim() && line.trim() !== subject);
  return {
    format: 'mail',
    name: file.path,
    source: file.text,
    facts,
    events: [],
    body: parseTextBlocks([...above, '', ...lines.slice(at)].join('\n')),
    remarks: [],
  };
}
