/** Writes what only some dialects of Markdown have as what all of them have: admonitions, alerts, tables without heads, and numbered headings. */

/** Changes the lines of a text that are not in fenced code. */
export function normalizeDialects(text: string): string {
  const lines = text.split('\n');
  const written: string[] = [];
  let fence: string | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const isOutside = fence === undefined;
    fence = findFence(line, fence);
    const block = isOutside && fence === undefined ? readBlock(lines, at) : undefined;
    written.push(...(block?.lines ?? [line]));
    at += (block?.count ?? 1) - 1;
  }
  return written.join('\n');
}

/** Returns the mark of the code that is open after a line. */
function findFence(line: string, open: string | undefined): string | undefined {
  const [, mark] = /^\s*(`{3,}|~{3,})/.exec(line) ?? [];
  if (mark === undefined) return open;
  if (open === undefined) return mark;
  return mark.startsWith(open) && line.trim() === mark ? undefined : open;
}

interface ReadBlock {
  readonly lines: readonly string[];
  /** The number of lines of the source that it replaces. */
  readonly count: number;
}

function readBlock(lines: readonly string[], at: number): ReadBlock | undefined {
  return (
    readAdmonition(lines, at) ??
    readContainer(lines, at) ??
    readAlert(lines[at] ?? '') ??
    readHeadlessTable(lines, at) ??
    readNumberedHeading(lines, at) ??
    openDetails(lines[at] ?? '')
  );
}

/** MkDocs and its Material theme: `!!! warning "Title"`, `??? note`, with an indented text. */
function readAdmonition(lines: readonly string[], at: number): ReadBlock | undefined {
  const [, indent = '', kind, title, rest = ''] =
    /^( *)(?:!!!|\?\?\?\+?)\s+([A-Za-z][\w-]*)(?:\s+[\w-]+)*?(?:\s+"([^"]*)"(?:\s+(\S.*))?)?\s*$/.exec(
      lines[at] ?? '',
    ) ?? [];
  if (kind === undefined) return undefined;
  let end = at + 1;
  const inner = ' '.repeat(indent.length + 4);
  while (end < lines.length && ((lines[end] ?? '').trim() === '' || (lines[end] ?? '').startsWith(inner)))
    end++;
  while (end > at + 1 && (lines[end - 1] ?? '').trim() === '') end--;
  const content = lines.slice(at + 1, end).map((line) => line.slice(inner.length));
  if (content.length === 0 && rest === '') return undefined;
  return {
    lines: quote(indent, formatTitle(kind, title), [
      ...(rest ? [rest] : []),
      ...normalizeDialects(content.join('\n')).split('\n'),
    ]),
    count: end - at,
  };
}

/** Docusaurus and VitePress: `:::caution Title` up to `:::`. */
function readContainer(lines: readonly string[], at: number): ReadBlock | undefined {
  const [, indent = '', colons = '', kind, title = ''] =
    /^( *)(:{3,})\s*([A-Za-z][\w-]*)\s*(.*)$/.exec(lines[at] ?? '') ?? [];
  if (kind === undefined) return undefined;
  const close = lines.findIndex((line, index) => index > at && line.trim() === colons);
  if (close < 0) return undefined;
  const content = lines
    .slice(at + 1, close)
    .map((line) => line.slice(Math.min(indent.length, line.search(/\S|$/))));
  const words = title
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/^\{.*\}$/, '')
    .trim();
  return {
    lines: quote(indent, formatTitle(kind, words), normalizeDialects(content.join('\n')).split('\n')),
    count: close - at + 1,
  };
}

/** GitHub and Obsidian: `> [!WARNING]`. */
function readAlert(line: string): ReadBlock | undefined {
  const [, mark, kind, title = ''] = /^(\s*(?:>\s?)+)\[!([A-Za-z]+)\][+-]?\s*(.*)$/.exec(line) ?? [];
  if (mark === undefined || kind === undefined) return undefined;
  const start = mark.trimEnd();
  return { lines: [`${start} **${formatTitle(kind.toLowerCase(), title.trim())}**`, start], count: 1 };
}

/** Of a row with two cells. */
const MIN_BARS = 3;

/** kramdown: rows without a head, and without the row of dashes below it. */
function readHeadlessTable(lines: readonly string[], at: number): ReadBlock | undefined {
  const isRow = (line: string | undefined) =>
    line !== undefined &&
    /^\s{0,3}\|/.test(line) &&
    line.trimEnd().endsWith('|') &&
    line.split('|', MIN_BARS + 1).length > MIN_BARS;
  const isDashes = (line: string | undefined) =>
    line !== undefined && /^\s{0,3}\|[\s|:=+-]+$/.test(line) && /[-=]/.test(line);
  if (!isRow(lines[at]) || isRow(lines[at - 1]) || isDashes(lines[at])) return undefined;
  let end = at;
  while (isRow(lines[end]) || isDashes(lines[end])) end++;
  if (end - at < 2 || isDashes(lines[at + 1])) return undefined;
  const rows = lines.slice(at, end).filter((line) => !isDashes(line));
  const columns = Math.max(...rows.map((row) => (row.match(/(?<!\\)\|/g)?.length ?? 2) - 1));
  return {
    lines: [`|${' |'.repeat(columns)}`, `|${' - |'.repeat(columns)}`, ...rows],
    count: end - at,
  };
}

/** reStructuredText and plain text: `1. Causes` with a line below it. Markdown takes it for a list. */
function readNumberedHeading(lines: readonly string[], at: number): ReadBlock | undefined {
  const [, number, mark, words = ''] = /^(\d{1,2})([.)])\s+(\S.*)$/.exec(lines[at] ?? '') ?? [];
  const isUnderlined = /^(?:-{4,}|={4,})\s*$/.test(lines[at + 1] ?? '');
  const isAlone = (lines[at - 1] ?? '').trim() === '';
  if (number === undefined || !isUnderlined || !isAlone) return undefined;
  return { lines: [`## ${number}\\${mark} ${words}`, ''], count: 2 };
}

/** `<details markdown="1">` contains Markdown, which needs an empty line after the HTML. */
function openDetails(line: string): ReadBlock | undefined {
  if (!/^\s*<(?:details\b[^>]*\bmarkdown\b|\/details>)/i.test(line) && !/<\/summary>\s*$/i.test(line))
    return undefined;
  return /^\s*<\/details>/i.test(line) ? { lines: ['', line], count: 1 } : { lines: [line, ''], count: 1 };
}

function formatTitle(kind: string, title: string | undefined): string {
  const name = `${kind.charAt(0).toUpperCase()}${kind.slice(1).replaceAll('-', ' ')}`;
  return title && title.toLowerCase() !== kind.toLowerCase() ? `${name}: ${title}` : name;
}

function quote(indent: string, title: string, content: readonly string[]): string[] {
  return [`**${title}**`, '', ...content].map((line) => `${indent}> ${line}`.trimEnd()).concat('');
}
