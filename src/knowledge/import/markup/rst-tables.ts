/** The tables of reStructuredText: grids, simple tables, and the directive `list-table`. */
import { formatTable } from './convert-inline.ts';

type ToInline = (text: string) => string;

export function isGridRule(line: string): boolean {
  return /^\+(?:[-=]+\+)+$/.test(line);
}

export function isSimpleRule(line: string): boolean {
  return /^=+(?: +=+)+$/.test(line);
}

/** Cells that span rows or columns leave the others of their row empty. */
export function readGridTable(lines: readonly string[], toInline: ToInline): string[] | undefined {
  const [top = ''] = lines;
  const edges = [...top.matchAll(/\+/g)].map(({ index }) => index);
  const rows: string[][] = [];
  let parts: string[][] = [];
  let headRows = 0;
  for (const line of lines.slice(1)) {
    if (!/^[+|]/.test(line)) return undefined;
    if (/^\+[-=+]+\+$/.test(line)) {
      if (parts.length > 0) rows.push(parts.map((cell) => joinLines(cell, toInline)));
      if (line.includes('=')) headRows = rows.length;
      parts = [];
      continue;
    }
    for (const [index, edge] of edges.slice(0, -1).entries()) {
      parts[index] ??= [];
      parts[index].push(
        line
          .slice(edge, edges[index + 1])
          .replace(/^\|/, '')
          .trim(),
      );
    }
  }
  return formatTable(rows, headRows > 0);
}

/** A row whose first cell is empty continues the row before it. */
export function readSimpleTable(lines: readonly string[], toInline: ToInline): string[] | undefined {
  const [top = '', ...others] = lines;
  const starts = [...top.matchAll(/=+/g)].map(({ index }) => index);
  const inner = others.slice(0, -1);
  const head = inner.findIndex(isSimpleRule);
  const rows: string[][][] = [];
  for (const [at, line] of inner.entries()) {
    if (line === '' || isSimpleRule(line) || /^-+(?: +-+)*$/.test(line)) continue;
    const cells = starts.map((start, index) => line.slice(start, starts[index + 1]).trim());
    const before = at > head + 1 && cells[0] === '' ? rows.at(-1) : undefined;
    if (before) for (const [index, cell] of cells.entries()) before[index]?.push(cell);
    else rows.push(cells.map((cell) => [cell]));
  }
  if (rows.length === 0) return undefined;
  return formatTable(
    rows.map((row) => row.map((cell) => joinLines(cell, toInline))),
    head >= 0,
  );
}

/** Items of items: `* - cell`, `  - cell`. */
export function readListTable(
  lines: readonly string[],
  options: readonly string[],
  toInline: ToInline,
): string[] {
  const rows: string[][][] = [];
  for (const line of lines) {
    const [, row, cell] = /^(\* )? *- ?(.*)$/.exec(line) ?? [];
    const text = line.trim();
    if (row) rows.push([[cell ?? '']]);
    else if (/^ {2}-(?: |$)/.test(line)) rows.at(-1)?.push([cell ?? '']);
    else if (text) rows.at(-1)?.at(-1)?.push(text);
  }
  const hasHead = options.some((option) => /^:header-rows:\s*[1-9]/.test(option));
  return formatTable(
    rows.map((row) => row.map((cell) => joinLines(cell, toInline))),
    hasHead,
  );
}

function joinLines(lines: readonly string[], toInline: ToInline): string {
  return toInline(
    lines
      .map((line) => line.trim())
      .filter(Boolean)
      .join(' '),
  );
}
