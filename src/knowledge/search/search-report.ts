/** The answer of a search, and what it reads of an entry, as a person reads them in a terminal. */

import { describeValue, formatCount } from '../schema/labels.ts';
import type { Passage } from './passage.ts';
import type { SearchAnswer, SearchResult } from './search-answer.ts';
import type { SearchDocument } from './search-document.ts';
import { toTextBlocks } from './text-blocks.ts';

export interface SearchStyle {
  strong(text: string): string;
  mark(text: string): string;
  dim(text: string): string;
}

const plainStyle: SearchStyle = { strong: (text) => text, mark: (text) => text, dim: (text) => text };

export function formatSearchAnswer(answer: SearchAnswer, style: SearchStyle = plainStyle): string {
  const { total, results, groups } = answer;
  const number = new Map(results.map((result, index) => [result, index + 1]));
  const lines = [
    ...describeQuery(answer),
    ...(total > results.length
      ? [`The first ${results.length} of ${formatCount(total, 'result')}`]
      : [formatCount(total, 'result')]),
  ];
  for (const group of groups) {
    lines.push('', style.strong(group.title));
    for (const result of group.results) lines.push(...formatResult(result, number.get(result) ?? 0, style));
  }
  return `${lines.join('\n')}\n`;
}

/** What was made of the query, a sentence each. */
export function describeQuery({ corrections, unknown, missing, isClosest, lines }: SearchAnswer): string[] {
  const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ');
  const partly = missing.filter((word) => !unknown.includes(word));
  return [
    ...lines.map(({ number, signatures, signals }) => {
      const names = [...signatures, ...signals.map(({ signal, title }) => `“${signal}” of ${title}`)];
      return `Line ${number}: ${names.join('; ')}`;
    }),
    ...corrections.map(({ typed, meant }) => `Showing results for “${meant}” instead of “${typed}”`),
    ...(unknown.length > 0 ? [`No page holds ${quoted(unknown)}`] : []),
    ...(partly.length > 0 ? [`The first result does not hold ${quoted(partly)}`] : []),
    ...(isClosest ? ['Nothing fits well; these are the closest'] : []),
  ];
}

function formatResult(result: SearchResult, number: number, style: SearchStyle): string[] {
  const { title, kind, date, severity, worked, source, href, passage, sections, checklist } = result;
  const known = severity === 'unknown' ? undefined : severity?.replace('sev', 'SEV ');
  const facts = [kind && describeValue(kind), date, known, source].filter((fact) => fact !== undefined);
  return [
    `${String(number).padStart(3)}  ${style.strong(title)}`,
    `     ${style.dim([...facts, href].join(' · '))}`,
    `     ${formatPassage(passage, style)}`,
    ...(worked ? [`     What worked: ${worked}`] : []),
    ...(checklist ? [`     Printable checklist: ${style.dim(checklist)}`] : []),
    ...sections.map((section) => `     ${style.dim('›')} ${section.title} ${style.dim(section.href)}`),
  ];
}

function formatPassage(passage: Passage, style: SearchStyle): string {
  return passage.map(({ text, marked }) => (marked ? style.mark(text) : text)).join('');
}

/** The parts of an entry that are searched, each with how much a word in it counts. */
export function formatSearchDocument(document: SearchDocument): string {
  const { kind, id, filters } = document;
  const chosen = Object.entries(filters).filter(([, values]) => values.length > 0);
  return [
    `${kind} ${id}`,
    ...chosen.map(([name, values]) => `  narrowed by ${name}: ${values.join(', ')}`),
    ...toTextBlocks(document).map(({ type, text, weight, anchor }) => {
      const where = type === 'text' ? `×${weight}` : `${type}${anchor ? ` #${anchor}` : ''}`;
      return `  ${where.padEnd(14)} ${text}`;
    }),
    '',
  ].join('\n');
}
