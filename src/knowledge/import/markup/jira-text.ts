/**
 * Texts in the markup of Jira and Confluence wiki pages that were saved as files, such as the printable view of an issue:
 * its fields, one on each line, and its description and comments in markup.
 */
import type { RootContent } from 'mdast';
import { parseMarkdown } from '../markdown-reader.ts';
import type { Fact } from '../source-document.ts';
import { convertJiraMarkup } from '../tools/jira-markup.ts';
import { escapeMarkdown } from './convert-inline.ts';

const HEADING = /^[ \t]*h[1-6]\.[ \t]+\S/gm;
const OTHER_MARKS =
  /^[ \t]*\|\|.+\|\|[ \t]*$|^[ \t]*\|_\.|\{(?:noformat|code|quote|panel|info|note|warning|tip)(?::[^{}\n]*)?\}/m;

/** Returns whether a text uses the headings of the markup, more than once or with other marks. */
export function usesJiraMarkup(text: string): boolean {
  const count = text.match(HEADING)?.length ?? 0;
  return count > 1 || (count === 1 && OTHER_MARKS.test(text));
}

export function parseJiraText(text: string): RootContent[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => PART.test(line) || /^\s*h[1-6]\.\s/.test(line));
  const marked = lines.slice(Math.max(0, start)).map((line) => line.replace(PART, 'h1. $1'));
  const fields = start > 0 ? listFields(lines.slice(0, start)) : [];
  return parseMarkdown([...fields, '', convertJiraMarkup(marked.join('\n'))].join('\n')).children;
}

/** The parts of the printable view. */
const PART = /^ {0,3}(Description|Comments|Attachments|Environment|Activity|Work ?log)\s*$/i;

/** Returns the fields as items. A field continues in the lines below it that start with a space or a tab. */
function listFields(lines: readonly string[]): string[] {
  const output: string[] = [];
  for (const line of lines) {
    const words = escapeMarkdown(line.replace(/\s+/g, ' ').trim());
    const isField = /^[\p{L}][^:\t]{1,40}:\s/u.test(`${line} `);
    if (words === '') continue;
    if (isField) output.push(`- ${words}`);
    else if (/^\s/.test(line) && output.length > 0) output.push(`${output.pop()} ${words};`);
    else output.push('', words, '');
  }
  return output;
}

const FIRST_LINE = /^\[([A-Z][A-Z\d_]+-\d+)\]\s+(.+?)((?:\s{2,}(?:Created|Updated|Resolved|Due): ?\S+)*)\s*$/;

/** Reads the first line of the printable view: "[OPS-7] Queue is full   Created: 09/Mar/24  Updated: 18/Mar/24". */
export function readJiraTitle(line: string): Fact[] | undefined {
  const [, key, title, dates = ''] = FIRST_LINE.exec(line) ?? [];
  if (!key || !title) return undefined;
  return [
    { name: 'title', values: [title], target: 'title' },
    { name: 'key', values: [key], target: 'id' },
    ...[...dates.matchAll(/(\w+): ?(\S+)/g)].map(([, name = '', day = '']) => ({
      name: name.toLowerCase(),
      values: [day],
    })),
  ];
}
