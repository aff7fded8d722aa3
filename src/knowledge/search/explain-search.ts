/** What a search made of a query and why its results stand where they stand, as plain text. */

import type { Concept, SearchTerm } from './concepts.ts';
import type { RankedPage, Ranking } from './rank.ts';
import type { QueryUnderstanding } from './understand-query.ts';

/** @param pagesWith how many pages hold a word */
export function explainSearch(
  understanding: QueryUnderstanding,
  ranking: Ranking,
  pagesWith: (word: string) => number,
): string {
  const { tokens, noise, signatures, corrections, unknown, concepts, isLog } = understanding;
  const line = (label: string, values: readonly string[]) =>
    values.length > 0 ? [`${label.padEnd(13)}${values.join(' · ')}`] : [];
  return [
    ...line('read as', [isLog ? 'lines of a log' : 'words']),
    ...line(
      'tokens',
      tokens.map(({ typed, parts }) => (parts.length > 1 ? `${typed} (${parts.join(' ')})` : typed)),
    ),
    ...line('left out', noise),
    ...line(
      'recognised',
      signatures.map(({ name }) => name),
    ),
    ...line(
      'corrected',
      corrections.map(({ typed, meant }) => `${typed} → ${meant}`),
    ),
    ...line('in no page', unknown),
    '',
    'searched for',
    ...concepts.flatMap((concept) => formatConcept(concept, pagesWith)),
    '',
    `results (${ranking.keys.size} pages match${ranking.isClosest ? '; these are only the closest' : ''})`,
    ...ranking.results.flatMap((result, index) => formatResult(result, index + 1)),
    '',
  ].join('\n');
}

function formatConcept({ source, weight, terms }: Concept, pagesWith: (word: string) => number): string[] {
  return [
    `  ${source}  × ${formatNumber(weight)}`,
    ...terms.map(
      (term) =>
        `    ${describeTerm(term)}  × ${formatNumber(term.weight)}  in ${describePageCount(term, pagesWith)} pages`,
    ),
  ];
}

function describeTerm({ text, match, via }: SearchTerm): string {
  const shown = {
    word: text,
    prefix: `${text}…`,
    all: text.split(' ').join(' + '),
    phrase: `"${text}"`,
    whole: text,
  };
  return `${shown[match]} (${via})`;
}

function describePageCount({ text, match }: SearchTerm, pagesWith: (word: string) => number): string {
  if (match === 'prefix') return 'some';
  const counts = text.split(' ').map(pagesWith);
  return counts.length > 1 ? `at most ${Math.min(...counts)}` : `about ${counts[0] ?? 0}`;
}

function formatResult({ page, score, share, reasons, signals }: RankedPage, place: number): string[] {
  const what = page.kind ? `${page.kind} ${page.id}` : page.address;
  return [
    `  ${place}. ${page.title}`,
    `     ${what}  score ${formatNumber(score)}, holds ${Math.round(share * 100)} % of what was asked for`,
    ...reasons.map(({ concept, term, fields, score: part }) => {
      const where = fields.length > 0 ? fields.join(', ') : 'text';
      return `       ${concept}: ${describeTerm(term)} in ${where}  + ${formatNumber(part)}`;
    }),
    ...signals.map((signal) => `       resembles its signal: ${signal}`),
  ];
}

function formatNumber(value: number): string {
  return value.toFixed(2);
}
