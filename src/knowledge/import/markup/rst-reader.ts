/**
 * reStructuredText (docutils.sourceforge.io/docs/ref/rst/restructuredtext.html) with the directives of Sphinx. Its packages
 * for JavaScript are unmaintained (restructured) or warn against text of strangers (rst-compiler), so that this reader
 * converts it line by line: what it does not know stays as text.
 */
import { findFactTarget } from '../fact-labels.ts';
import { checkLineCount, parseMarkdown } from '../markdown-reader.ts';
import type { Fact, SourceDocument, SourceFile } from '../source-document.ts';
import type { SourceSample } from '../source-sample.ts';
import {
  convertInline,
  escapeMarkdown,
  formatCodeBlock,
  formatLink,
  type InlineRule,
} from './convert-inline.ts';
import { createRstRules } from './rst-inline.ts';
import { isGridRule, isSimpleRule, readGridTable, readListTable, readSimpleTable } from './rst-tables.ts';

export function recognizesRst({ path, text = '' }: SourceSample): boolean {
  if (/\.(?:rst|rest)$/i.test(path)) return true;
  return (
    /\.txt$/i.test(path) &&
    /^\.\. (?:[a-z][\w-]*::|_[^:\n]+:)/m.test(text) &&
    /^(?:={3,}|-{3,}|~{3,})\s*$/m.test(text)
  );
}

export function readRst(file: SourceFile): SourceDocument {
  checkLineCount(file.text);
  const lines = file.text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', '        ')
    .split('\n')
    .map((line) => line.trimEnd());
  const reader = new RstReader(findTargets(lines));
  const markdown = reader.convert(lines).join('\n');
  return {
    format: 'rst',
    name: file.path,
    source: file.text,
    facts: reader.facts,
    events: [],
    body: parseMarkdown(markdown).children,
    remarks: [],
  };
}

/** `.. _the graph: https://…` */
function findTargets(lines: readonly string[]): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const line of lines) {
    const [, name, url] = /^\s*\.\. _`?([^:`]+)`?: +(\S+)$/.exec(line) ?? [];
    if (name && url) targets.set(name.toLowerCase(), url);
  }
  return targets;
}

const ADORNMENT = /^([=\-`:.'"~^_*+#<>!$%&(),/;?@[\\\]{|}])\1{2,}$/;

class RstReader {
  readonly facts: Fact[] = [];
  /** The adornments of titles, in the order in which they appear. */
  readonly #levels: string[] = [];
  readonly #rules: readonly InlineRule[];

  constructor(targets: ReadonlyMap<string, string>) {
    this.#rules = createRstRules(targets);
  }

  convert(lines: readonly string[]): string[] {
    const output: string[] = [];
    for (let at = 0; at < lines.length;) at = this.#readBlock(lines, at, output);
    return output;
  }

  toInline = (text: string): string => convertInline(text, this.#rules);

  /** @returns the line after the block */
  #readBlock(lines: readonly string[], at: number, output: string[]): number {
    const line = lines[at] ?? '';
    if (line === '') {
      output.push('');
      return at + 1;
    }
    return (
      this.#readTitle(lines, at, output) ??
      this.#readTable(lines, at, output) ??
      this.#readExplicit(lines, at, output) ??
      this.#readField(lines, at, output) ??
      this.#readItem(lines, at, output) ??
      this.#readQuote(lines, at, output) ??
      this.#readParagraph(lines, at, output)
    );
  }

  /** A title is underlined, or has a line above it too. */
  #readTitle(lines: readonly string[], at: number, output: string[]): number | undefined {
    const [first = '', second = '', third = ''] = lines.slice(at, at + 3);
    const isOverlined = ADORNMENT.test(first) && third === first && second.trim() !== '';
    const isUnderlined =
      ADORNMENT.test(second) && /\S/.test(first) && !/^\s/.test(first) && !ADORNMENT.test(first);
    if (!isOverlined && !isUnderlined) {
      if (!ADORNMENT.test(first) || first.length < 4 || (second !== '' && at + 1 < lines.length))
        return undefined;
      output.push('', '---', '');
      return at + 1;
    }
    if (isUnderlined && second.length + 3 < first.length) return undefined;
    const style = isOverlined ? `${first[0]}${first[0]}` : (second[0] ?? '');
    if (!this.#levels.includes(style)) this.#levels.push(style);
    const level = Math.min(this.#levels.indexOf(style) + 1, 6);
    output.push('', `${'#'.repeat(level)} ${this.toInline(isOverlined ? second.trim() : first)}`, '');
    return at + (isOverlined ? 3 : 2);
  }

  #readTable(lines: readonly string[], at: number, output: string[]): number | undefined {
    const line = lines[at] ?? '';
    if (!isGridRule(line) && !isSimpleRule(line)) return undefined;
    const block = isGridRule(line) ? takeUntilBlank(lines, at) : takeSimpleTable(lines, at);
    const table = isGridRule(line)
      ? readGridTable(block, this.toInline)
      : readSimpleTable(block, this.toInline);
    if (!table) return undefined;
    output.push(...table);
    return at + block.length;
  }

  /** Directives, targets, footnotes and comments: everything that starts with two dots. */
  #readExplicit(lines: readonly string[], at: number, output: string[]): number | undefined {
    const line = lines[at] ?? '';
    if (!/^\.\.(?:\s|$)/.test(line)) return undefined;
    const end = findBlockEnd(lines, at + 1);
    const body = dedent(lines.slice(at + 1, end));
    const [, name = '', argument = ''] = /^\.\. (?:\|[^|]+\| )?([a-zA-Z][\w:-]*)::\s*(.*)$/.exec(line) ?? [];
    const [, note, text = ''] = /^\.\. \[([^\]]+)\]\s*(.*)$/.exec(line) ?? [];
    if (name) this.#readDirective(name.toLowerCase(), argument, body, output);
    else if (note) output.push('', `(${note}) ${this.toInline([text, ...body].join(' ').trim())}`, '');
    else if (/^\.\. _/.test(line)) output.push(...this.#showUnusedTarget(line, lines));
    else {
      const comment = [line.slice(2).trim(), ...body].join('\n').trim();
      if (comment) output.push('', `<!-- ${comment.replaceAll('--', '- -')} -->`, '');
    }
    return end;
  }

  /** The address of a link that no sentence has. */
  #showUnusedTarget(line: string, lines: readonly string[]): string[] {
    const [, name = '', url] = /^\.\. _`?([^:`]+)`?: +(\S+)$/.exec(line) ?? [];
    const isUsed = lines.some((other) => other !== line && other.toLowerCase().includes(name.toLowerCase()));
    return url && !isUsed ? ['', formatLink(escapeMarkdown(name), url), ''] : [];
  }

  #readDirective(name: string, argument: string, body: readonly string[], output: string[]): void {
    const optionEnd = body.findIndex((line) => !/^:[\w-]+:/.test(line));
    const options = body.slice(0, optionEnd < 0 ? body.length : optionEnd);
    const content = trimBlank(body.slice(options.length));
    if (CODE_DIRECTIVES.has(name)) {
      const [code, language] = content.length > 0 ? [content, argument] : [[argument], ''];
      output.push(...formatCodeBlock(code, language));
    } else if (name === 'image' || name === 'figure') {
      const alt = /^:alt:\s*(.*)$/m.exec(options.join('\n'))?.[1] ?? '';
      output.push('', `![${escapeMarkdown(alt)}](<${argument}>)`, '', ...this.convert(content), '');
    } else if (name === 'list-table') {
      output.push('', this.toInline(argument), ...readListTable(content, options, this.toInline));
    } else if (ADMONITIONS.has(name)) {
      output.push('', ...this.#formatAdmonition(name, argument, content), '');
    } else {
      const heading = [name, argument].filter(Boolean).join(': ');
      const shown = LAYOUT_DIRECTIVES.has(name) ? argument : heading;
      output.push('', escapeMarkdown(shown), '', ...this.convert(content), '');
    }
  }

  #formatAdmonition(name: string, argument: string, content: readonly string[]): string[] {
    const isNamed = name === 'admonition';
    const title = isNamed ? argument : name;
    const text = isNamed || !argument ? content : [argument, ...content];
    return [`> **${capitalize(title)}:**`, '>', ...this.convert(text).map((line) => `> ${line}`)];
  }

  /** `:Severity: SEV2`. Those at the start of the page are its facts. */
  #readField(lines: readonly string[], at: number, output: string[]): number | undefined {
    const [, name = '', first = ''] = /^:([^:\s][^:]*):(?:\s+(.*))?$/.exec(lines[at] ?? '') ?? [];
    if (!name || /`/.test(name)) return undefined;
    const end = findBlockEnd(lines, at + 1);
    const value = [first, ...lines.slice(at + 1, end)]
      .map((line) => line.trim())
      .filter(Boolean)
      .join(' ');
    const hasText = output.some((line) => line !== '' && !line.startsWith('#'));
    if (!hasText && value) this.facts.push({ name, values: [value], target: findFactTarget(name) });
    else output.push('', `**${escapeMarkdown(name)}:** ${this.toInline(value)}`, '');
    return end;
  }

  #readItem(lines: readonly string[], at: number, output: string[]): number | undefined {
    const line = lines[at] ?? '';
    const [lead = '', mark = ''] = /^([-*+•]|\(?(?:\d+|#|[a-zA-Z])[.)])\s+(?=\S)/.exec(line) ?? [];
    if (!mark || (/^[A-Za-z][.)]$/.test(mark) && !/^(?:[a-c]|[A-C])/.test(mark) && output.at(-1) !== ''))
      return undefined;
    const end = findBlockEnd(lines, at + 1, lead.length);
    const inner = [
      line.slice(lead.length),
      ...lines.slice(at + 1, end).map((next) => next.slice(lead.length)),
    ];
    const [first = '', ...rest] = trimBlank(this.convert(inner));
    const number = /\d+/.exec(mark)?.[0] ?? '1';
    output.push(
      `${/^[-*+•]/.test(mark) ? '-' : `${number}.`} ${first}`,
      ...rest.map((text) => (text ? `   ${text}` : '')),
    );
    return end;
  }

  #readQuote(lines: readonly string[], at: number, output: string[]): number | undefined {
    if (!/^\s/.test(lines[at] ?? '')) return undefined;
    const end = findBlockEnd(lines, at);
    output.push('', ...this.convert(dedent(lines.slice(at, end))).map((line) => `> ${line}`), '');
    return end;
  }

  /** A paragraph that ends with two colons is before code; one with an indented block is a term. */
  #readParagraph(lines: readonly string[], at: number, output: string[]): number {
    const block: string[] = [];
    let end = at;
    while (
      end < lines.length &&
      /^\S/.test(lines[end] ?? '') &&
      (end === at || !this.#startsBlock(lines, end))
    ) {
      block.push(lines[end] ?? '');
      end++;
    }
    const text = block.join('\n');
    const next = lines[end] ?? '';
    if (/::$/.test(text)) {
      const codeEnd = findBlockEnd(lines, end);
      const words = text === '::' ? '' : text.replace(/\s+::$/, '').replace(/::$/, ':');
      output.push(this.toInline(words), ...formatCodeBlock(trimBlank(dedent(lines.slice(end, codeEnd)))));
      return codeEnd;
    }
    if (block.length === 1 && /^\s+\S/.test(next)) {
      const termEnd = findBlockEnd(lines, end);
      output.push(
        '',
        `**${this.toInline(text)}**`,
        '',
        ...this.convert(dedent(lines.slice(end, termEnd))),
        '',
      );
      return termEnd;
    }
    output.push(...block.map((line) => this.toInline(line.replace(/^\| ?/, ''))));
    return Math.max(end, at + 1);
  }

  #startsBlock(lines: readonly string[], at: number): boolean {
    const line = lines[at] ?? '';
    return /^\.\.(?:\s|$)/.test(line) || isGridRule(line) || /^:[^:\s][^:]*:(?:\s|$)/.test(line);
  }
}

const CODE_DIRECTIVES = new Set([
  'code',
  'code-block',
  'literalinclude',
  'math',
  'parsed-literal',
  'prompt',
  'sourcecode',
]);

const ADMONITIONS = new Set([
  'admonition',
  'attention',
  'caution',
  'danger',
  'error',
  'hint',
  'important',
  'note',
  'seealso',
  'tip',
  'warning',
]);

/** Directives that only arrange pages or content. */
const LAYOUT_DIRECTIVES = new Set([
  'class',
  'container',
  'contents',
  'highlight',
  'only',
  'rst-class',
  'sectnum',
  'table',
  'toctree',
]);

/** Returns the line after the lines that are empty or indented. */
function findBlockEnd(lines: readonly string[], from: number, indent = 1): number {
  let end = from;
  while (
    end < lines.length &&
    (lines[end] === '' || (/^ */.exec(lines[end] ?? '')?.[0].length as number) >= indent)
  )
    end++;
  while (end > from && lines[end - 1] === '') end--;
  return end;
}

function takeUntilBlank(lines: readonly string[], from: number): readonly string[] {
  const end = lines.findIndex((line, index) => index > from && line === '');
  return lines.slice(from, end < 0 ? lines.length : end);
}

/** A simple table ends with a rule before an empty line. */
function takeSimpleTable(lines: readonly string[], from: number): readonly string[] {
  const end = lines.findIndex(
    (line, index) => index > from + 1 && isSimpleRule(line) && (lines[index + 1] ?? '') === '',
  );
  return lines.slice(from, end < 0 ? from + 1 : end + 1);
}

function dedent(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(Number.isFinite(indent) ? indent : 0));
}

function trimBlank(lines: readonly string[]): string[] {
  const start = lines.findIndex((line) => line !== '');
  const end = lines.findLastIndex((line) => line !== '');
  return start < 0 ? [] : lines.slice(start, end + 1);
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
