/** Converts the marks in a line of another markup to Markdown, and escapes everything that is none. */

export interface InlineRule {
  /** Matches one mark with its content. It must be global. */
  readonly pattern: RegExp;
  /** @param convert converts the text inside, in which other marks can be */
  toMarkdown(match: RegExpExecArray, convert: (text: string) => string): string;
}

/** The first mark wins; of two that start at the same place, that of the earlier rule. */
export function convertInline(text: string, rules: readonly InlineRule[]): string {
  const convert = (inner: string) => convertInline(inner, rules);
  const next = rules.map(({ pattern }) => findFrom(pattern, text, 0));
  let markdown = '';
  let position = 0;
  for (;;) {
    let first: { match: RegExpExecArray; rule: InlineRule } | undefined;
    for (const [index, rule] of rules.entries()) {
      const known = next[index];
      const match = known && known.index < position ? findFrom(rule.pattern, text, position) : known;
      next[index] = match;
      if (match && (!first || match.index < first.match.index)) first = { match, rule };
    }
    if (!first) return markdown + escapeMarkdown(text.slice(position));
    const { match, rule } = first;
    markdown += escapeMarkdown(text.slice(position, match.index)) + rule.toMarkdown(match, convert);
    position = match.index + Math.max(match[0].length, 1);
  }
}

function findFrom(pattern: RegExp, text: string, position: number): RegExpExecArray | undefined {
  pattern.lastIndex = position;
  return pattern.exec(text) ?? undefined;
}

/** Escapes what Markdown reads as markup, in text that is none. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_~[\]<|]/g, '\\$&')
    .replace(/^(\s*)([#>+-]|\d+[.)])(?=\s|$)/, (_, space: string, mark: string) =>
      /^\d/.test(mark) ? `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}` : `${space}\\${mark}`,
    )
    .replace(/^(\s*)([=-]{2,}\s*)$/, '$1\\$2');
}

/** Returns inline code, whatever is in it. */
export function formatCode(code: string): string {
  const ticks = '`'.repeat(Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return ticks.length > 1 ? `${ticks} ${code} ${ticks}` : `${ticks}${code}${ticks}`;
}

/** Returns the lines of a block of code. */
export function formatCodeBlock(lines: readonly string[], language = ''): string[] {
  const longest = Math.max(
    2,
    ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)),
  );
  const fence = '`'.repeat(longest + 1);
  return ['', `${fence}${/^[\w+#.-]*$/.test(language) ? language : ''}`, ...lines, fence, ''];
}

/** Returns a link, or the address alone if nothing else names it. */
export function formatLink(label: string, url: string): string {
  const address = url.trim().replace(/[<>\s]/g, encodeURIComponent);
  if (!label && /^(?:https?|mailto):/.test(address)) return `<${address}>`;
  return `[${label || escapeMarkdown(address)}](<${address}>)`;
}

/** Returns the rows of a table, with an empty head if it has none. */
export function formatTable(rows: readonly (readonly string[])[], hasHead: boolean): string[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return [];
  const format = (row: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, at) => row[at]?.trim() ?? '').join(' | ')} |`;
  const [first, ...others] = hasHead ? rows : [[], ...rows];
  return ['', format(first ?? []), `|${' - |'.repeat(width)}`, ...others.map(format), ''];
}
