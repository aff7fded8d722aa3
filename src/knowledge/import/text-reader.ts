/** Plain text: its first line is its title, a line that is a date before or after it the day it was written. */

import { parseWrittenTime } from '../schema/written-time.ts';
import { parseJiraText, readJiraTitle, usesJiraMarkup } from './markup/jira-text.ts';
import { isSectionName } from './section-headings.ts';
import { type Fact, type SourceDocument, type SourceFile, UnreadableSourceError } from './source-document.ts';
import { parseTextBlocks } from './text-blocks.ts';

const MAX_TITLE_LENGTH = 120;

export function readText(file: SourceFile): SourceDocument {
  if (/\.(?:csv|tsv)$/i.test(file.path)) {
    throw new UnreadableSourceError('Unexpected table of values (CSV), expected text. It is not imported');
  }
  const lines = file.text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const { facts, from } = readHead(lines);
  const body = lines.slice(from).join('\n');
  return {
    format: 'text',
    name: file.path,
    source: file.text,
    facts,
    events: [],
    body: usesJiraMarkup(body) ? parseJiraText(body) : parseTextBlocks(body),
    remarks: [],
  };
}

/** Returns the title and the date in the first lines, and the line after them. */
function readHead(lines: readonly string[]): { readonly facts: Fact[]; readonly from: number } {
  const first = lines.findIndex((line) => line.trim() !== '');
  const ofJira = readJiraTitle(lines[first] ?? '');
  if (ofJira) return { facts: ofJira, from: first + 1 };
  const facts: Fact[] = [];
  let from = 0;
  const underlined = findOnlyUnderlined(lines);
  for (let at = 0; at < lines.length && facts.length < 2; at++) {
    const line = lines[at]?.trim() ?? '';
    if (!line) continue;
    const target = findTarget(line, lines[at + 1]);
    if (!isHead(target, facts) || isBeforeTitle(target, at, underlined)) break;
    facts.push({ name: target === 'title' ? 'title' : 'date', values: [line], target });
    // The line below a title can underline it.
    if (UNDERLINE.test(lines[at + 1] ?? '')) at++;
    from = at + 1;
  }
  return { facts, from };
}

type HeadTarget = 'title' | 'source.published';

function isHead(target: HeadTarget | undefined, facts: readonly Fact[]): target is HeadTarget {
  return target !== undefined && !facts.some((fact) => fact.target === target);
}

/** "Example Status" and other names of a site come before the title. */
function isBeforeTitle(target: HeadTarget, at: number, title: number | undefined): boolean {
  return target === 'title' && title !== undefined && at < title;
}

/** Returns the place of the only line that is underlined twice, if it is no section's name. */
function findOnlyUnderlined(lines: readonly string[]): number | undefined {
  const found = lines.flatMap((line, at) =>
    /\S/.test(line) && /^\s*={3,}\s*$/.test(lines[at + 1] ?? '') ? [at] : [],
  );
  const [only, ...others] = found;
  const isTitleLine = only !== undefined && others.length === 0 && only < MAX_HEAD_LINES;
  return isTitleLine && !isSectionName(lines[only] ?? '') ? only : undefined;
}

const MAX_HEAD_LINES = 10;
const UNDERLINE = /^\s*(?:={3,}|-{3,})\s*$/;

function findTarget(line: string, next: string | undefined): HeadTarget | undefined {
  if (parseWrittenTime(line) !== undefined) return 'source.published';
  return isTitle(line, next) ? 'title' : undefined;
}

/** Matches a short line that is not a sentence, an item or a quotation, and that no paragraph continues. */
function isTitle(line: string, next: string | undefined): boolean {
  if (line.length > MAX_TITLE_LENGTH || /^[-*+•>#]|^\d+[.)]\s|^h[1-6]\.\s|[.,;]$/.test(line)) return false;
  return !(line.length > 60 && next?.trim());
}
