/** Plain text: its first line is its title, a line that is a date before or after it the day it was written. */

import { parseWrittenTime } from '../schema/written-time.ts';
import type { Fact, SourceDocument, SourceFile } from './source-document.ts';
import { parseTextBlocks } from './text-blocks.ts';

const MAX_TITLE_LENGTH = 120;

export function readText(file: SourceFile): SourceDocument {
  const lines = file.text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const facts: Fact[] = [];
  let from = 0;
  for (let at = 0; at < lines.length && facts.length < 2; at++) {
    const line = lines[at]?.trim() ?? '';
    if (!line) continue;
    const isDate = parseWrittenTime(line) !== undefined;
    if (
      isDate
        ? hasTarget(facts, 'source.published')
        : hasTarget(facts, 'title') || !isTitle(line, lines[at + 1])
    )
      break;
    facts.push({
      name: isDate ? 'date' : 'title',
      values: [line],
      target: isDate ? 'source.published' : 'title',
    });
    from = at + 1;
  }
  return {
    format: 'text',
    name: file.path,
    source: file.text,
    facts,
    events: [],
    body: parseTextBlocks(lines.slice(from).join('\n')),
    remarks: [],
  };
}

function hasTarget(facts: readonly Fact[], target: Fact['target']): boolean {
  return facts.some((fact) => fact.target === target);
}

/** Matches a short line that is not a sentence, an item or a quotation, and that no paragraph continues. */
function isTitle(line: string, next: string | undefined): boolean {
  if (line.length > MAX_TITLE_LENGTH || /^[-*+•>#]|^\d+[.)]\s|[.,;]$/.test(line)) return false;
  return !(line.length > 60 && next?.trim());
}
