/** Turns the markup of Jira Server and Data Center (jira.atlassian.com, "Text Formatting Notation Help") into Markdown. */
import { formatCode as formatInlineCode } from '../markup/convert-inline.ts';
import { splitVerbatim } from '../markup/split-verbatim.ts';

/** Code is kept as it is, and everything else becomes Markdown line by line. */
export function convertJiraMarkup(text: string): string {
  let markdown = '';
  for (const part of splitVerbatim(text.replace(/\r\n?/g, '\n'), CODE, ([, name]) => `{${name}}`)) {
    markdown += convertLines(part.before);
    const [, name, options = ''] = part.opening ?? [];
    if (name !== undefined && part.content !== undefined) markdown += formatCode(name, options, part.content);
  }
  return markdown;
}

const CODE = /\{(code|noformat)(?::([^{}\n]*))?\}/g;

function formatCode(name: string, options: string, code: string): string {
  const language = name === 'code' ? (/^(?:language=)?([\w+#-]+)(?:\||$)/.exec(options)?.[1] ?? '') : '';
  const title = /(?:^|\|)title=([^|]+)/.exec(options)?.[1];
  const fence = '`'.repeat(Math.max(3, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
  return `\n\n${title ? `${title}\n\n` : ''}${fence}${language}\n${code.replace(/^\n|\s+$/g, '')}\n${fence}\n\n`;
}

interface LineState {
  isInTable: boolean;
  isQuoted: boolean;
}

function convertLines(text: string): string {
  const state: LineState = { isInTable: false, isQuoted: false };
  return text
    .split('\n')
    .flatMap((line) => convertLine(line, state))
    .join('\n');
}

function convertLine(line: string, state: LineState): string[] {
  if (/^\s*\|.*\|\s*$/.test(line)) {
    const rows = formatRow(line.trim(), state.isInTable);
    state.isInTable = true;
    return rows;
  }
  state.isInTable = false;
  const pieces = line.split(QUOTE_MARK);
  if (pieces.length > 1) return convertQuoteMarks(pieces, state);
  const [, level, heading = ''] = /^\s*h([1-6])\.\s+(.*)$/.exec(line) ?? [];
  if (level) return ['', `${'#'.repeat(Number(level))} ${convertInline(heading)}`, ''];
  const [, marks = '', item] = /^\s*([*#-]+)\s+(.*)$/.exec(line) ?? [];
  if (item !== undefined && !/^-{4,}$/.test(marks)) return [formatItem(marks, item)];
  const [, quoted] = /^\s*bq\.\s+(.*)$/.exec(line) ?? [];
  return [`${state.isQuoted || quoted !== undefined ? '> ' : ''}${convertInline(quoted ?? line)}`];
}

const QUOTE_MARK = /\{(?:quote|panel|info|note|warning|tip|expand)(?::([^{}\n]*))?\}/;

/**
 * Each mark begins a quotation or ends it.
 *
 * @param pieces the texts between the marks, and in every second place the options of a mark
 */
function convertQuoteMarks(pieces: readonly (string | undefined)[], state: LineState): string[] {
  return pieces.flatMap((piece = '', index) => {
    if (index % 2 === 1) {
      state.isQuoted = !state.isQuoted;
      const title = /(?:^|\|)title=([^|]+)/.exec(piece)?.[1]?.trim();
      return title && state.isQuoted ? ['', `> **${convertInline(title)}:**`] : [''];
    }
    const text = piece.trim();
    return text ? [`${state.isQuoted ? '> ' : ''}${convertInline(text)}`] : [];
  });
}

/** `**` is an item below an item, and `#` one with a number. */
function formatItem(marks: string, item: string): string {
  const indent = '   '.repeat(marks.length - 1);
  return `${indent}${marks.endsWith('#') ? '1.' : '-'} ${convertInline(item)}`;
}

/** Cells with two bars are the head, and in Textile cells that start with `_.`. A table without one gets an empty head. */
function formatRow(line: string, isInTable: boolean): string[] {
  const marked = line.replace(/\|_\.\s?/g, '||').replace(STATUS_MARK, '$1');
  const hasHeads = marked.startsWith('||');
  // In "||Severity|SEV-2|", the head is at the left.
  const isHead = hasHeads && !/[^|]\|[^|]/.test(marked);
  const bar = hasHeads ? /\|\|?(?![^[\]]*\])/ : /\|(?![^[\]]*\])/;
  const cells = marked
    .replace(/^\|{1,2}|\|{1,2}$/g, '')
    .split(isHead ? /\|\|/ : bar)
    .map((cell) => convertInline(cell.trim()).replaceAll('|', '\\|'));
  const row = `| ${cells.join(' | ')} |`;
  if (isInTable) return [row];
  const rule = `|${' - |'.repeat(cells.length)}`;
  return isHead ? ['', row, rule] : ['', `|${'  |'.repeat(cells.length)}`, rule, row];
}

/** Code between two braces is kept as it is: a star in it is no mark. */
function convertInline(text: string): string {
  return text
    .split(/\{\{(.+?)\}\}/)
    .map((part, at) => (at % 2 === 1 ? formatInlineCode(part) : convertMarks(part)))
    .join('');
}

/** `{status:colour=Green|title=Done}` */
const STATUS_MARK = /\{status:(?:[^{}\n]*\|)?title=([^|{}\n]+)[^{}\n]*\}/g;

function convertMarks(text: string): string {
  return text
    .replace(/\{color(?::[^}]*)?\}|\{anchor:[^}]*\}|\{toc(?::[^}]*)?\}/g, '')
    .replace(STATUS_MARK, '$1')
    .replace(/(?<=^|\s)\(\/\)(?=\s|$)/g, '✅')

    .replace(/\[~(?:accountid:)?([^\]]+)\]/g, '@$1')
    .replace(/\[([^[\]|]+)\|([^[\]|\s]+)(?:\|[^\]]*)?\]/g, '[$1]($2)')
    .replace(/\[((?:https?|mailto):[^[\]\s]+)\]/g, '<$1>')
    .replace(/(?<![\p{L}\d*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\p{L}\d*])/gu, '**$1**')
    .replace(/(?<![\p{L}\d-])-(?=\S)([^-\n]+?)(?<=\S)-(?![\p{L}\d-])/gu, '~~$1~~')
    .replace(/\\\\(?=\s|$)/g, '\\')
    .replace(/(?<=^|\s)!([^!\s|]+\.\w{2,4})(?:\|[^!]*)?!/g, '[$1]');
}
