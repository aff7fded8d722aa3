/** The markup of messages in Slack (docs.slack.dev/messaging/formatting-message-text) as blocks. */
import type { RootContent } from 'mdast';
import { replaceEmojiNames } from '../emoji-names.ts';
import { parseMarkdown } from '../markdown-reader.ts';
import { escapeMarkdown, formatCode, formatCodeBlock } from '../markup/convert-inline.ts';
import { splitVerbatim } from '../markup/split-verbatim.ts';

/** @param text a message, after the ids of people in it were replaced */
export function parseSlackText(text: string): RootContent[] {
  let markdown = '';
  for (const { before, opening, content } of splitVerbatim(text, CODE, ([mark]) => mark)) {
    markdown += convertText(before);
    if (opening !== undefined && content !== undefined) markdown += formatContent(opening[0], content);
  }
  return parseMarkdown(markdown).children;
}

const CODE = /```|`/g;

function formatContent(mark: string, content: string): string {
  const code = unescapeEntities(convertReferences(content, (label, url) => url ?? label));
  if (mark === '`') return formatCode(code);
  return `\n${formatCodeBlock(code.replace(/^\n|\n$/g, '').split('\n')).join('\n')}\n`;
}

function convertText(text: string): string {
  const links: string[] = [];
  const withLinks = convertReferences(text, (label, url) => {
    links.push(url === undefined ? escapeMarkdown(label) : formatLink(label, url));
    return `\u{E000}${links.length - 1}\u{E001}`;
  });
  return withLinks
    .split('\n')
    .map(convertLine)
    .join('\n')
    .replace(/\u{E000}(\d+)\u{E001}/gu, (_, index: string) => links[Number(index)] ?? '');
}

function formatLink(label: string, url: string): string {
  return label === url ? `<${url}>` : `[${escapeMarkdown(label)}](<${url.replace(/[<>\s]/g, encodeURI)}>)`;
}

/** Each line of a message is one of its own. */
function convertLine(line: string): string {
  const [, quote = '', rest = ''] = /^((?:&gt;\s?)*)(.*)$/.exec(line) ?? [];
  const [, bullet, item] = /^\s*([•◦▪])\s+(.*)$/.exec(rest) ?? [];
  const words = convertMarks(escapeMarkdown(replaceEmojiNames(unescapeEntities(item ?? rest))));
  return `${quote ? '> ' : ''}${bullet ? '- ' : ''}${words}${words && !bullet ? '  ' : ''}`;
}

/** Marks count between a space and a word only. */
function convertMarks(text: string): string {
  return text
    .replace(/(?<=^|[\s(_~])\\\*(?=\S)([^*\n]+?)(?<=\S)\\\*(?=$|[\s.,;:!?)_~])/g, '**$1**')
    .replace(/(?<=^|[\s(*~])\\_(?=\S)([^_\n]+?)(?<=\S)\\_(?=$|[\s.,;:!?)*~])/g, '*$1*')
    .replace(/(?<=^|[\s(*_])\\~(?=\S)([^~\n]+?)(?<=\S)\\~(?=$|[\s.,;:!?)*_])/g, '~~$1~~');
}

/** `<https://…|label>`, `<#C024BE7LR|general>`, `<!here>`, `<!subteam^S1|@oncall>`, `<!date^1392734382^{date}|18 Feb>`. */
function convertReferences(text: string, format: (label: string, url?: string) => string): string {
  return text.replace(/<([^<>|\n]+)(?:\|([^<>\n]*))?>/g, (written, target: string, label?: string) => {
    const name = label === undefined ? undefined : unescapeEntities(label);
    if (/^(?:https?|mailto|tel):/i.test(target)) {
      const url = unescapeEntities(target);
      return format(name || url, url);
    }
    const words = nameReference(target, name);
    return words === undefined ? written : format(words);
  });
}

/** Returns the words for a channel, a person, a group or a command; undefined for anything else. */
function nameReference(target: string, name: string | undefined): string | undefined {
  const [, sign, id] = /^([#@])(.+)$/.exec(target) ?? [];
  if (sign) return `${sign}${name ?? id}`;
  const [, command, rest] = /^!([a-z]+)\^?(.*)$/i.exec(target) ?? [];
  return command ? (name ?? `@${command === 'subteam' ? rest : command}`) : undefined;
}

function unescapeEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
