/** Formats the answer to a query, and the indexed text of an entry, for a terminal. */

import { describeKind, formatCount } from '../schema/labels.ts';
import { describeMark } from '../schema/procedure-marks.ts';
import { describeCut } from './cut-text.ts';
import type { Passage } from './passage.ts';
import { describeBest, describeOtherResults } from './result-heading.ts';
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
  const { total, results, best } = answer;
  const lines = [
    ...describeQuery(answer),
    ...(total > results.length
      ? [`The first ${results.length} of ${formatCount(total, 'result')}`]
      : [formatCount(total, 'result')]),
  ];
  for (const [index, result] of results.entries()) {
    if (result === best) lines.push('', style.strong(describeBest(answer)));
    else if (index === (best ? 1 : 0)) lines.push('', style.strong(describeOtherResults(answer)));
    lines.push(...formatResult(result, index + 1, result === best, style));
  }
  return `${lines.join('\n')}\n`;
}

/** Returns sentences about how the query was understood. */
function describeQuery(answer: SearchAnswer): string[] {
  const { errors, isErrorCovered, cut, corrections, inOtherWords, unknown, missing, isClosest, lines } =
    answer;
  const quote = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ');
  const elsewhere = missing.filter((word) => !unknown.includes(word));
  return [
    ...(errors.length > 0
      ? [
          `Recognised: ${errors.map(({ title }) => title).join('; ')}${isErrorCovered ? '' : '. No page covers it.'}`,
        ]
      : []),
    ...describeCut(cut),
    ...lines.map(({ number, errors: known, signals }) => {
      const similar = signals.map(({ signal, title }) => `similar to “${signal}” in ${title}`);
      return `Line ${number}: ${[...known, ...similar].join('; ')}`;
    }),
    ...(inOtherWords.length > 0 ? ['In other words:'] : []),
    ...inOtherWords.map(({ typed, names }) => `  ${typed}: ${names.join(', ')}`),
    ...corrections.map(({ typed, meant }) => `Showing results for “${meant}” instead of “${typed}”`),
    ...(unknown.length > 0 ? [`No page contains ${quote(unknown)}`] : []),
    ...(elsewhere.length > 0 ? [`The first result does not contain ${quote(elsewhere)}`] : []),
    ...(isClosest ? ['No close match. Nearest results:'] : []),
  ];
}

/** @param isBest whether to show the first steps and what helped or made it worse */
function formatResult(result: SearchResult, number: number, isBest: boolean, style: SearchStyle): string[] {
  const { title, kind, owner, date, severity, source, href, passage, sections, checklist } = result;
  const { steps, worked, worsened, marks } = result;
  const knownSeverity = severity === 'unknown' ? undefined : severity?.replace('sev', 'SEV ');
  const facts = [
    kind && describeKind(kind),
    ...(marks ?? []).map(describeMark),
    owner,
    date,
    knownSeverity,
    source,
  ].filter((fact) => fact !== undefined);
  return [
    `${String(number).padStart(3)}  ${style.strong(title)}`,
    `     ${style.dim([...facts, href].join(' · '))}`,
    `     ${formatPassage(passage, style)}`,
    ...(isBest ? steps.map((step, index) => `     ${index + 1}. ${step}`) : []),
    ...(isBest && worsened ? [`     Made it worse: ${worsened}`] : []),
    ...(worked ? [`     What worked: ${worked}`] : []),
    ...(checklist ? [`     Printable checklist: ${style.dim(checklist)}`] : []),
    ...sections.map((section) => `     ${style.dim('›')} ${section.title} ${style.dim(section.href)}`),
  ];
}

function formatPassage(passage: Passage, style: SearchStyle): string {
  return passage.map(({ text, marked }) => (marked ? style.mark(text) : text)).join('');
}

/** Returns the indexed text of an entry, with the weight of each block. */
export function formatSearchDocument(document: SearchDocument): string {
  const { kind, id, filters } = document;
  const usedFilters = Object.entries(filters).filter(([, values]) => values.length > 0);
  return [
    `${kind} ${id}`,
    ...usedFilters.map(([name, values]) => `  filter ${name}: ${values.join(', ')}`),
    ...toTextBlocks(document).map(({ type, text, weight, anchor }) => {
      const label = type === 'text' ? `×${weight}` : `${type}${anchor ? ` #${anchor}` : ''}`;
      return `  ${label.padEnd(14)} ${text}`;
    }),
    '',
  ].join('\n');
}
