/**
 * MediaWiki: pages as wikitext (mediawiki.org/wiki/Help:Formatting, Help:Links, Help:Tables, Help:Templates), or as the
 * XML of Special:Export (mediawiki.org/wiki/Help:Export), one draft for each page. Packages that read wikitext leave out
 * templates or are under the GPL, so that this reader converts it line by line: what it does not know stays as text.
 */
import { formatCount } from '../../schema/labels.ts';
import { checkLineCount, parseMarkdown } from '../markdown-reader.ts';
import {
  type Fact,
  type SourceDocument,
  type SourceFile,
  UnreadableSourceError,
} from '../source-document.ts';
import type { SourceSample } from '../source-sample.ts';
import {
  convertInline,
  escapeMarkdown,
  formatCode,
  formatCodeBlock,
  formatLink,
  formatTable,
  type InlineRule,
} from './convert-inline.ts';
import { splitVerbatim } from './split-verbatim.ts';

export function recognizesMediaWiki({ path, text = '' }: SourceSample): boolean {
  if (EXPORT.test(text)) return true;
  const hasMarks = /^={2,5} ?[^=\n]+ ?={2,5}\s*$/m.test(text) || /^\{\|/m.test(text);
  if (/\.(?:mediawiki|wikitext|wiki)$/i.test(path)) return hasMarks || /\[\[|'''|\{\{/.test(text);
  return /\.txt$/i.test(path) && hasMarks && /\[\[[^\]\n]+\]\]|'''[^'\n]+'''|^\{\|/m.test(text);
}

const EXPORT = /^\s*(?:<\?xml[^>]*\?>\s*)?<mediawiki\b/;

export function readMediaWiki(file: SourceFile): SourceDocument[] {
  if (!EXPORT.test(file.text)) return [toDocument(file.path, file.text, [])];
  const pages = [...file.text.matchAll(/<page>([\s\S]*?)<\/page>/g)].map(([, page = '']) => page);
  if (pages.length === 0) throw new UnreadableSourceError('Missing pages, expected a MediaWiki export');
  const articles = pages.filter((page) => !NO_ARTICLES.has(readElement(page, 'ns') ?? ''));
  if (articles.length === 0) throw new UnreadableSourceError('Missing articles, expected a page of text');
  const leftOut = pages.length - articles.length;
  return articles.map((page, at) => {
    const title = readElement(page, 'title') ?? '';
    // The last revision is the current one.
    const revision = page.split('<revision>').at(-1) ?? '';
    const published = readElement(revision, 'timestamp');
    const facts: Fact[] = [
      { name: 'title', values: [title], target: 'title' },
      { name: 'page', values: [title], target: 'id', isInBody: true },
      ...(published ? [{ name: 'timestamp', values: [published], target: 'source.published' as const }] : []),
    ];
    const document = toDocument(`${file.path} (${title})`, readElement(revision, 'text') ?? '', facts);
    const remarks = ['read the last revision, without its number and author'];
    if (at === 0 && leftOut > 0)
      remarks.push(`left out ${formatCount(leftOut, 'page')} of pictures, templates and categories`);
    return { ...document, remarks };
  });
}

/** The namespaces of pictures, messages, templates, help, categories and modules (mediawiki.org/wiki/Manual:Namespace). */
const NO_ARTICLES = new Set(['6', '8', '10', '12', '14', '828']);

function readElement(xml: string, name: string): string | undefined {
  const [, content] = new RegExp(`<${name}\\b[^>]*>([^<]*)</${name}>`).exec(xml) ?? [];
  return content
    ?.replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#039;', "'")
    .replaceAll('&amp;', '&');
}

function toDocument(name: string, wikitext: string, facts: readonly Fact[]): SourceDocument {
  checkLineCount(wikitext);
  const categories: string[] = [];
  const text = wikitext.replace(/\r\n?/g, '\n').replace(CATEGORY, (_, category: string) => {
    categories.push(category.trim());
    return '';
  });
  return {
    format: 'mediawiki',
    name,
    source: wikitext,
    facts: [
      ...facts,
      ...(categories.length > 0
        ? [{ name: 'categories', values: categories, target: 'vocabulary' as const }]
        : []),
    ],
    events: [],
    body: parseMarkdown(convertWikitext(text)).children,
    remarks: [],
  };
}

/** The wiki of each language also knows its own name of a namespace (mediawiki.org/wiki/Help:Namespaces). */
const CATEGORY =
  /\[\[\s*(?:category|kategorie|catégorie|categoría|categoria|カテゴリ|分类)\s*:\s*([^\]|\n]+)(?:\|[^\]\n]*)?\]\]\n?/gi;

/** Code is kept as it is, and everything else is converted line by line. */
function convertWikitext(text: string): string {
  const lines: string[] = [];
  const shown = text.replace(/__[A-Z]{3,30}__|<references\s{0,9}\/>/g, '');
  for (const { before, opening, content } of splitVerbatim(shown, VERBATIM, ([, tag]) => `</${tag}>`)) {
    lines.push(...convertLines(expandTemplates(expandTickets(before)).split('\n')));
    if (opening === undefined || content === undefined) continue;
    const language = /\blang\s*=\s*["']?([\w+#-]+)/.exec(opening[2] ?? '')?.[1];
    lines.push(...formatCodeBlock(content.replace(/^\n|\n$/g, '').split('\n'), language));
  }
  return lines.join('\n');
}

const VERBATIM = /<(pre|syntaxhighlight|source)\b([^<>]*)>/gi;

const TICKET_TEMPLATE =
  /\{\{\s*(phabricator|phab|task|ticket|issue|jira|bug|bugzilla|gerrit|rt)\s*\|\s*([^|{}\n]+?)\s*(?:\|[^{}\n]*)?\}\}/gi;

/** `{{Phabricator|T362820}}` shows the number of a ticket. A number alone needs the name of its tracker. */
function expandTickets(text: string): string {
  return text.replace(TICKET_TEMPLATE, (_, name: string, number: string) =>
    /^\d+$/.test(number) ? `${name} ${number}` : number,
  );
}

/** A template on lines of its own becomes a list of its values; one within a line stays as it is written. */
function expandTemplates(text: string): string {
  // The bar of a link is none of the template.
  const hidden = text.replace(/\[\[[^\][\n]*\]\]/g, (link) => link.replaceAll('|', HIDDEN_BAR));
  const expanded = hidden.replace(TEMPLATE, (written, name: string, rest: string) => {
    const values = rest.split('|').slice(1).map(readTemplateValue);
    const [only, ...others] = values;
    if (!only) return written;
    if (others.length === 0 && only.label === undefined) return `\n: '''${name.trim()}:''' ${only.words}\n`;
    const items = values.map(({ label, words }) =>
      label === undefined ? `* ${words}` : `* '''${label}:''' ${words}`,
    );
    return [`* '''template:''' ${name.trim()}`, ...items, ''].join('\n');
  });
  return expanded.replaceAll(HIDDEN_BAR, '|');
}

const HIDDEN_BAR = '\u{E002}';

const TEMPLATE = /^\{\{([^{}|\n]+)\n?((?:\|[^{}|]*)*)\}\}[ \t]*$/gm;

function readTemplateValue(value: string): { readonly label?: string; readonly words: string } {
  const [, label, text = ''] = /^\s*([^=\n]{1,60}?)\s*=([\s\S]*)$/.exec(value) ?? [];
  const words = (label === undefined ? value : text).trim().replace(/\s*\n\s*/g, ' ');
  return label === undefined ? { words } : { label, words };
}

interface LineState {
  readonly output: string[];
  inList: boolean;
}

function convertLines(lines: readonly string[]): string[] {
  const state: LineState = { output: [], inList: false };
  for (let at = 0; at < lines.length;) at = convertBlock(lines, at, state);
  return state.output;
}

/** @returns the line after the block */
function convertBlock(lines: readonly string[], at: number, state: LineState): number {
  const { output, inList } = state;
  const line = lines[at] ?? '';
  state.inList = false;
  if (/^\s*\{\|/.test(line)) {
    const end = findTableEnd(lines, at);
    output.push(...convertTable(lines.slice(at, end)));
    return end + 1;
  }
  if (/^ \S/.test(line)) {
    const end = lines.findIndex((other, index) => index > at && !/^ /.test(other));
    const block = lines.slice(at, end < 0 ? lines.length : end);
    output.push(...formatCodeBlock(block.map((code) => code.slice(1))));
    return at + block.length;
  }
  output.push(...convertLine(line, inList, state));
  return at + 1;
}

function convertLine(line: string, wasInList: boolean, state: LineState): string[] {
  const [, level, heading] = /^(={1,6})\s*([^\n]*?)\s*\1\s*$/.exec(line) ?? [];
  if (level && heading) return ['', `${'#'.repeat(level.length)} ${toInline(heading)}`, ''];
  const [, marks, item = ''] = /^([*#:;]+)\s*(.*)$/.exec(line) ?? [];
  if (marks) {
    state.inList = /[*#]$/.test(marks);
    return [...(state.inList && !wasInList ? [''] : []), ...formatItem(marks, item)];
  }
  if (/^-{4,}\s*$/.test(line)) return ['', '---', ''];
  return [...(wasInList && line.trim() ? [''] : []), toInline(line)];
}

/** `**` is an item below an item; `:` is indented, as answers are; `; term : definition`. */
function formatItem(marks: string, text: string): string[] {
  const last = marks.at(-1);
  if (last === '*' || last === '#') {
    return [`${'   '.repeat(marks.length - 1)}${last === '#' ? '1.' : '-'} ${toInline(text)}`];
  }
  if (/[*#]/.test(marks)) return [`${'   '.repeat(marks.length - 1)}${toInline(text)}`];
  if (last === ':') return [`${'> '.repeat(marks.length)}${toInline(text)}`, ''];
  const [term = '', ...definition] = text.split(/ : /);
  return ['', `**${toInline(term.trim())}** ${toInline(definition.join(' : '))}`.trim(), ''];
}

function findTableEnd(lines: readonly string[], from: number): number {
  let depth = 0;
  for (let at = from; at < lines.length; at++) {
    if (/^\s*\{\|/.test(lines[at] ?? '')) depth++;
    if (/^\s*\|\}/.test(lines[at] ?? '') && --depth === 0) return at;
  }
  return lines.length;
}

interface WikiTable {
  readonly rows: string[][];
  caption: string;
  /** True if all cells of the first row are heads. */
  hasHead: boolean;
}

function convertTable([, ...lines]: readonly string[]): string[] {
  const table: WikiTable = { rows: [[]], caption: '', hasHead: true };
  for (const line of lines) readTableLine(line, table);
  const rows = table.rows.filter((row) => row.length > 0);
  return [...(table.caption ? ['', toInline(table.caption)] : []), ...formatTable(rows, table.hasHead)];
}

function readTableLine(line: string, table: WikiTable): void {
  const { rows } = table;
  const row = rows.at(-1) ?? [];
  const [, mark, rest = ''] = /^\s*(\|[-+}]|[|!])(.*)$/.exec(line) ?? [];
  if (mark === '|+') table.caption = rest.trim();
  else if (mark === '|' || mark === '!') {
    if (mark === '|' && rows.length === 1) table.hasHead = false;
    const cells = rest.split(mark === '!' ? /!!|\|\|/ : /\|\|/);
    row.push(...cells.map((cell) => toInline(stripAttributes(cell))));
  } else if (mark && row.length > 0) rows.push([]);
  else if (!mark && line.trim()) continueTable(line.trim(), row, table);
}

/** A line without a mark goes on with the cell or the caption before it. */
function continueTable(line: string, row: string[], table: WikiTable): void {
  const before = row.pop();
  if (before === undefined) table.caption = `${table.caption} ${line}`.trim();
  else row.push(`${before}${before ? '<br>' : ''}${toInline(line.replace(/^[*#:]+\s*/, ''))}`);
}

/** `style="…" | text` */
function stripAttributes(cell: string): string {
  return cell.replace(/^\s*(?:[\w-]+\s*=\s*(?:"[^"]*"|[^\s"|]+)\s*)+\|(?!\|)/, '').trim();
}

const RULES: readonly InlineRule[] = [
  {
    pattern: /<nowiki>([^<]*)<\/nowiki>|<nowiki\s*\/>/gi,
    toMarkdown: ([, text = '']) => escapeMarkdown(text),
  },
  { pattern: /<!--[^<>]*-->/g, toMarkdown: ([comment]) => comment },
  {
    pattern: /<(?:code|tt|kbd)>([^<]*)<\/(?:code|tt|kbd)>/gi,
    toMarkdown: ([, code = '']) => (code ? formatCode(code) : ''),
  },
  {
    pattern: /<ref\b[^>/]*>([^<]*)<\/ref>/gi,
    toMarkdown: ([, text = ''], convert) => ` (${convert(text.trim())})`,
  },
  { pattern: /<ref\b[^>]*\/>/gi, toMarkdown: () => '' },
  {
    pattern: /<(?:s|del|strike)>([^<]*)<\/(?:s|del|strike)>/gi,
    toMarkdown: ([, text = ''], convert) => `~~${convert(text)}~~`,
  },
  { pattern: /<\/?[a-z][a-z\d]*(?:\s[^<>]*)?\/?>/gi, toMarkdown: ([tag]) => tag },
  {
    pattern:
      /\[\[(?:File|Image|Media|Datei|Bild|Fichier|Archivo|Imagen|Ficheiro|Arquivo|Imagem|ファイル|画像|文件|图像)\s*:([^\][|\n]+)((?:\|[^\][\n]*)?)\]\]/gi,
    toMarkdown: ([, name = '', options = '']) => {
      const caption =
        options
          .split('|')
          .filter((part) => part && !PICTURE_OPTION.test(part))
          .at(-1) ?? '';
      return `![${escapeMarkdown(caption.trim())}](<${name.trim().replaceAll(' ', '_')}>)`;
    },
  },
  {
    pattern: /\[\[:?([^\][|\n]+)(?:\|([^\][\n]*))?\]\]/g,
    toMarkdown: ([, page = '', label], convert) =>
      formatLink(convert((label || page).trim()), page.trim().replaceAll(' ', '_')),
  },
  {
    pattern: /\[((?:https?|mailto|ftp):[^\s\][]+)(?:\s+([^\][\n]+))?\]/g,
    toMarkdown: ([, url = '', label = ''], convert) => formatLink(convert(label.trim()), url),
  },
  { pattern: /https?:\/\/[^\s<>\][{}|"]*[^\s<>\][{}|".,;:!?')]/g, toMarkdown: ([url]) => `<${url}>` },
  { pattern: /'''''([^\n]{1,500}?)'''''/g, toMarkdown: ([, text = ''], convert) => `***${convert(text)}***` },
  { pattern: /'''([^\n]{1,500}?)'''/g, toMarkdown: ([, text = ''], convert) => `**${convert(text)}**` },
  { pattern: /''([^\n]{1,500}?)''/g, toMarkdown: ([, text = ''], convert) => `*${convert(text)}*` },
];

const PICTURE_OPTION =
  /^(?:thumb(?:nail)?|frame(?:d|less)?|border|left|right|center|none|baseline|middle|top|bottom|upright(?:=.*)?|\d*x?\d+px|(?:alt|link|lang|page|class)=.*)$/i;

function toInline(text: string): string {
  return convertInline(text, RULES);
}
